package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The {@code predict} command as people call it. */
class PredictCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path dir;

  private int run(String... args) {
    return new CommandLine(new PredictCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private static String[] usual(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("--model", "domino-1984", "--weight", "70kg", "--phase", "0.5mg/kg:40min"));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  private void refused(String start) {
    assertThat(err.toString()).startsWith(start).contains(": expected ").hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void printsTheColumnsOfOneModel() {
    assertThat(run(usual("--csv", "--step", "30s", "--until", "4h"))).isZero();

    assertThat(lines()).hasSize(482).startsWith("t_min,cp_ng_ml,ce_ng_ml");
    assertThat(lines().get(1)).isEqualTo("0,0.000000000,0.000000000");
    assertThat(lines().get(2)).isEqualTo("0.5,68.413469280,4.411439690");
    assertThat(lines().get(81)).startsWith("40,240.3596");
    assertThat(lines().getLast()).startsWith("240,17.3472");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "domino-1984, 0.5mgkg_40min, 0.5mg/kg:40min",
    "kamp-2020, 0.5mgkg_40min, 0.5mg/kg:40min",
    "fanta-2015-esketamine, 0.5mgkg_40min, 0.5mg/kg:40min",
    "domino-1984, 0.3mgkgh_4h, 0.3mg/kg/h:4h",
    "kamp-2020, bolus0.11_then0.6mgkg_50min, bolus:0.11mg/kg:2min 0.6mg/kg:50min",
    "domino-1984, interrupted_0.5mgkg40_pause10at20,"
        + " 0.25mg/kg:20min 0mg/kg:10min 0.25mg/kg:20min",
    "fanta-2015-esketamine, 0.3mgkgh_4h, 5mcg/kg/min:4h",
    "kamp-2020, 0.3mgkgh_4h, 21mg/h:4h"
  })
  void agreesWithTheReference(String model, String scenario, String phases) throws IOException {
    List<String> args =
        new ArrayList<>(List.of("--model", model, "--weight", "70kg", "--csv", "--step", "30s"));
    args.addAll(List.of("--until", "24h"));
    for (String phase : phases.split(" ", -1)) {
      args.addAll(List.of("--phase", phase));
    }
    assertThat(run(args.toArray(String[]::new))).isZero();

    Map<String, String[]> rows = new HashMap<>();
    lines().forEach(line -> rows.put(line.split(",", -1)[0], line.split(",", -1)));
    List<String[]> reference = reference(model, scenario);
    assertThat(reference).hasSize(38);
    for (String[] expected : reference) {
      String[] row = Objects.requireNonNull(rows.get(expected[3]), expected[3]);
      assertClose(row[1], expected[4]);
      assertClose(row[2], expected[5]);
    }
  }

  private static void assertClose(String found, String expected) {
    if (expected.isEmpty()) {
      assertThat(found).isEmpty();
      return;
    }
    double value = Double.parseDouble(expected);
    assertThat(Double.parseDouble(found)).isCloseTo(value, within(value * 1e-9 + 1.1e-9));
  }

  private static List<String[]> reference(String model, String scenario) throws IOException {
    try (InputStream in =
        PredictCommandTest.class.getResourceAsStream("/vectors/pk_reference.csv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(line -> line.split(",", -1))
          .filter(row -> row[0].equals("70") && row[1].equals(model) && row[2].equals(scenario))
          .toList();
    }
  }

  @Test
  void namesTheModelInEveryRowOfSeveral() {
    assertThat(run(usual("--model", "kamp-2020", "--csv", "--step", "20min", "--until", "40min")))
        .isZero();

    assertThat(lines())
        .containsExactly(
            "model,t_min,cp_ng_ml,ce_ng_ml",
            "domino-1984,0,0.000000000,0.000000000",
            "domino-1984,20,209.607259335,197.138431804",
            "domino-1984,40,240.359604516,234.516094809",
            "kamp-2020,0,0.000000000,0.000000000",
            "kamp-2020,20,198.270563293,195.802754546",
            "kamp-2020,40,253.051834790,251.359638432");
  }

  @ParameterizedTest
  @CsvSource({
    "30s,1min,0 0.5 1",
    "90s,5min,0 1.5 3 4.5",
    "10s,30s,0 0.166666667 0.333333333 0.5",
    "1min,30s,0",
    "7min,20min,0 7 14"
  })
  void printsTimesExactlyWhereTheyComeOutEven(String step, String until, String times) {
    assertThat(run(usual("--csv", "--step", step, "--until", until))).isZero();
    assertThat(lines().stream().skip(1).map(line -> line.split(",", -1)[0]))
        .containsExactly(times.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({"40min,181", "60min,181", "61min,241", "1s,181"})
  void goesOnForTwoHoursAfterTheProgram(String time, int rows) {
    assertThat(run("--model", "kamp-2020", "--weight", "70kg", "--phase", "1mg:" + time, "--csv"))
        .isZero();
    assertThat(lines()).hasSize(rows + 1);
  }

  @Test
  void startsAnInstantBolusAtDoseOverVolume() {
    String[] bolus = {"--model", "domino-1984", "--weight", "70kg", "--phase", "0.1mg/kg:0s"};
    assertThat(run(Stream.concat(Stream.of(bolus), Stream.of("--csv")).toArray(String[]::new)))
        .isZero();
    assertThat(lines().get(1)).isEqualTo("0,1587.301587302,0.000000000");
  }

  @Test
  void showsPeopleThePeakOfEachModelByName() {
    assertThat(run(usual("--model", "kamp-2020"))).isZero();

    assertThat(out.toString())
        .contains("70 kg, ketAMINE: 0.5 mg/kg over 40 min")
        .containsSubsequence(
            "Domino 1984 (ketAMINE), domino-1984",
            "peak Cp 240.4 ng/mL at 40.0 min",
            "peak Ce 234.5 ng/mL at 40.0 min",
            "Kamp 2020 (ketAMINE), kamp-2020",
            "peak Cp 253.1 ng/mL at 40.0 min",
            "peak Ce 251.4 ng/mL at 40.1 min, its ke0 not published with the model")
        .contains("dissociation    100 to 250 ng/mL (Krystal 1994)")
        .contains("not measurements. No recovery time is predicted.")
        .contains("never connect it to a person");
  }

  @Test
  void showsBandsOfTheDrugOnly() {
    assertThat(
            run(
                "--model",
                "fanta-2015-esketamine",
                "--weight",
                "70kg",
                "--phase",
                "0.5mg/kg:40min"))
        .isZero();
    assertThat(out.toString())
        .contains("no Ce: the model has no effect site")
        .contains("subanesthetic   138 to 180 ng/mL")
        .doesNotContain("dissociation");
  }

  @Test
  void printsJson() throws IOException {
    assertThat(run(usual("--model", "kamp-2020", "--json", "--step", "20min", "--until", "1h")))
        .isZero();

    JsonNode root = new ObjectMapper().readTree(out.toString());
    assertThat(root.path("weight_kg").asInt()).isEqualTo(70);
    assertThat(root.path("drug").asText()).isEqualTo("ketAMINE");
    assertThat(root.path("note").asText()).contains("not measurements");
    assertThat(root.path("t_min")).hasSize(4);
    JsonNode kamp = root.path("models").path("kamp-2020");
    assertThat(kamp.path("ke0_published").asBoolean(true)).isFalse();
    assertThat(kamp.path("cp_ng_ml").path(2).asDouble()).isCloseTo(253.051835, within(1e-6));
    assertThat(kamp.path("ce_ng_ml").path(2).asDouble()).isCloseTo(251.359638, within(1e-6));
    assertThat(kamp.path("peak_cp_ng_ml").asDouble()).isCloseTo(253.051835, within(1e-6));
    assertThat(kamp.path("peak_cp_t_min").asDouble()).isEqualTo(40);
    assertThat(root.path("models").path("domino-1984").path("title").asText())
        .isEqualTo("Domino 1984 (ketAMINE)");
  }

  @Test
  void leavesTheEffectSiteOutOfJsonWhereThereIsNone() throws IOException {
    String[] args = usual("--json", "--step", "1h");
    args[1] = "fanta-2015-esketamine";
    assertThat(run(args)).isZero();
    JsonNode fanta =
        new ObjectMapper().readTree(out.toString()).path("models").path("fanta-2015-esketamine");
    assertThat(fanta.path("ce_ng_ml").isNull()).isTrue();
    assertThat(fanta.has("peak_ce_ng_ml")).isFalse();
    assertThat(fanta.path("cp_ng_ml")).hasSize(4);
  }

  @Test
  void drawsOneFileWithNamesAxesAndBands() throws Exception {
    Path svg = dir.resolve("curves.svg");
    Files.writeString(svg, "before");

    assertThat(run(usual("--model", "kamp-2020", "--plot", svg.toString()))).isZero();

    String drawing = Files.readString(svg);
    var document =
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(svg.toFile());
    assertThat(document.getDocumentElement().getNodeName()).isEqualTo("svg");
    // Two solid and two dashed curves, and the same in the legend.
    assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(8);
    assertThat(drawing.split("stroke-dasharray", -1)).hasSize(5);
    assertThat(drawing)
        .contains(
            "Domino 1984 (ketAMINE): Cp, plasma",
            "Kamp 2020 (ketAMINE): Cp, plasma",
            "Ce, effect site (ke0 not published with the model)",
            "time since the start, min",
            "predicted concentration, ng/mL",
            "dissociation 100 to 250 ng/mL",
            "No recovery time is predicted")
        .doesNotContain("href", "<script", "awakening", "NaN");
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).containsExactly(svg);
    }
  }

  @Test
  void drawsNoEffectSiteWhereThereIsNone() throws IOException {
    Path svg = dir.resolve("curves.svg");
    String[] args = usual("--plot", svg.toString());
    args[1] = "fanta-2015-esketamine";
    assertThat(run(args)).isZero();
    assertThat(Files.readString(svg))
        .contains("no Ce: the model has no effect site", "esketAMINE")
        .doesNotContain("stroke-dasharray", "dissociation", "NaN");
  }

  @Test
  void refusesAPlotWhereNoFileCanBe() throws IOException {
    assertThat(run(usual("--plot", dir.toString()))).isEqualTo(2);
    refused("--plot \"" + dir.toString().substring(0, 10));
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "missing/curves.svg, a file in a folder that exists",
    "/, 'a file, not a folder or device'"
  })
  void refusesAPlotInNoFolder(String place, String expected) {
    assertThat(run(usual("--plot", place))).isEqualTo(2);
    refused("--plot \"" + place + "\": expected " + expected);
  }

  @Test
  void refusesAPlotOverWhatIsNoFile() throws IOException, InterruptedException {
    Path pipe = dir.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(run(usual("--plot", pipe.toString()))).isEqualTo(2);
    refused("--plot \"");
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  void leavesNothingOfAPlotThatCannotBeWritten() throws IOException {
    Path longName = dir.resolve("x".repeat(252));
    assertThat(run(usual("--plot", longName.toString()))).isEqualTo(2);
    refused("--plot \"");
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--weight|70lb|--weight \"70lb\": expected the unit kg, found \"lb\"",
        "--weight|24.999kg|--weight \"24.999kg\": expected 25 kg to 300 kg",
        "--weight|300.001kg|--weight \"300.001kg\": expected 25 kg to 300 kg",
        "--weight|0kg|--weight \"0kg\": expected more than 0 kg",
        "--model|clements|--model \"clements\": expected one of domino-1984, kamp-2020, fanta",
        "--phase|0.5mg/kg|--phase \"0.5mg/kg\": expected AMOUNT:TIME",
        "--step|0s|--step \"0s\": expected",
        "--step|1d|--step \"1d\": expected",
        "--until|0min|--until \"0min\": expected"
      })
  void refusesBadInputInOneLine(String option, String value, String message) {
    List<String> args = new ArrayList<>(List.of(usual("--csv")));
    int at = args.indexOf(option);
    if (at < 0) {
      args.addAll(List.of(option, value));
    } else {
      args.set(at + 1, value);
    }
    assertThat(run(args.toArray(String[]::new))).isEqualTo(2);
    refused(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--model", "--weight", "--phase"})
  void asksForWhatIsMissing(String option) {
    List<String> args = new ArrayList<>(List.of(usual()));
    int at = args.indexOf(option);
    args.subList(at, at + 2).clear();
    assertThat(run(args.toArray(String[]::new))).isEqualTo(2);
    refused(option + " \"\": expected ");
  }

  @Test
  void refusesModelsOfTwoDrugsAtOnce() {
    assertThat(run(usual("--model", "fanta-2015-esketamine"))).isEqualTo(2);
    refused(
        "--model \"fanta-2015-esketamine\": expected models of one drug,"
            + " but this one is of esketAMINE and domino-1984 of ketAMINE");
  }

  @Test
  void refusesAModelTwice() {
    assertThat(run(usual("--model", "domino-1984"))).isEqualTo(2);
    refused("--model \"domino-1984\": expected each model once");
  }

  @Test
  void refusesTwoForms() {
    assertThat(run(usual("--csv", "--json"))).isEqualTo(2);
    refused("--json");
  }

  @Test
  void refusesMoreRowsThanAMillion() {
    assertThat(run(usual("--csv", "--step", "1s", "--until", "277.8h"))).isEqualTo(2);
    refused("--step \"1 s\": expected at most 1,000,000 rows, this makes 1000081");
  }

  @Test
  void refusesMorePhasesThanAHundred() {
    List<String> args = new ArrayList<>(List.of(usual("--csv", "--until", "1min")));
    for (int i = 0; i < 99; i++) {
      args.addAll(List.of("--phase", "1mg:1s"));
    }
    assertThat(run(args.toArray(String[]::new))).isZero();
    args.addAll(List.of("--phase", "1mg:1s"));
    out.getBuffer().setLength(0);
    assertThat(run(args.toArray(String[]::new))).isEqualTo(2);
    refused("--phase \"1mg:1s\": expected 1 to 100 phases, found 101");
  }
}

package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.dose.FourDigitPump;
import picocli.CommandLine;

/** The {@code dose} command as people call it. */
class DoseCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path dir;

  @Test
  void printsTheUsualOrder() {
    assertThat(run(usual())).isZero();
    assertThat(out.toString())
        .contains("35 mg  35 mL  52.5 mL/h  0.75 mg/kg/h  12.5 mcg/kg/min")
        .contains("(52.50MH 35.00ML)")
        .containsPattern("verdict +accepted");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void printsJson() {
    assertThat(run(usual("--json"))).isZero();
    assertThat(out.toString())
        .contains("\"dosing_weight_kg\": 70,")
        .contains("\"total_mg\": 35,")
        .contains("\"volume_ml\": 35,")
        .contains("\"rate_ml_per_h\": 52.5,")
        .contains("\"dose_rate_mg_per_kg_h\": 0.75,")
        .contains("\"pump_rate\": \"52.50MH\"")
        .contains("\"status\": \"accepted\"")
        .contains("\"codes\": []");
  }

  @Test
  void takesDoseAndTimeFromAProtocolAskedFor() {
    String[] byProtocol = {
      "--weight", "70kg", "--concentration", "1mg/mL", "--protocol", "PTSD/ANX-40"
    };
    assertThat(run(byProtocol)).isZero();
    assertThat(out.toString()).contains("0.5 mg/kg over 40 min").contains("52.50MH");
  }

  @Test
  void refusesWithReasonsBesideTheFigures() {
    assertThat(
            run(
                "--weight",
                "100kg",
                "--dose",
                "1mg/kg",
                "--duration",
                "40min",
                "--concentration",
                "1mg/mL",
                "--json"))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("\"volume_ml\": 100,")
        .contains("\"status\": \"refused\"")
        .contains(
            "\"codes\": [\"DOSE_ABOVE_SOFT_LIMIT\", \"TOTAL_ABOVE_SOFT_LIMIT\","
                + " \"DOSE_RATE_ABOVE_SOFT_LIMIT\", \"INTENSIVE_MONITORING_NOT_ATTESTED\","
                + " \"SESSION_DOSE_ABOVE_SOFT_LIMIT\", \"DAY_DOSE_ABOVE_SOFT_LIMIT\","
                + " \"VOLUME_BEYOND_LOADED\",")
        .contains("PREDICTED_CONCENTRATION_ABOVE_SOFT_LIMIT")
        .contains("concentrations that fit: 5 mg/mL, 10 mg/mL");
  }

  @Test
  void saysWhenASecondPersonIsNeeded() {
    assertThat(
            run(
                "--weight",
                "70kg",
                "--dose",
                "0.1mg/kg",
                "--duration",
                "40min",
                "--concentration",
                "1mg/mL"))
        .isZero();
    assertThat(out.toString())
        .contains("needs a reason and a second person, which the device can't take yet")
        .contains("DOSE_BELOW_SOFT_LIMIT: dose 0.1 mg/kg: expected at least 0.2 mg/kg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--weight|0kg|--weight \"0kg\": expected more than 0 kg",
        "--weight|10.5.1kg|--weight \"10.5.1kg\": expected a plain number",
        "--weight|154lb|--weight \"154lb\": expected the unit kg, found \"lb\"",
        "--weight|''|--weight \"\": expected",
        "--dose|0.5mg|--dose \"0.5mg\": expected a number in mg/kg, mg/kg/h, mcg/kg/min or mg/h",
        "--height|170|--height \"170\": expected the unit cm, found none",
        "--height|170.25cm|--height \"170.25cm\": expected more than 0 cm, at most 1 decimal",
        "--sex|x|--sex \"x\": expected f or m",
        "--weight-basis|thin|--weight-basis \"thin\": expected actual, ideal, adjusted, lean or",
        "--last-weight|154lb|--last-weight \"154lb\": expected the unit kg, found \"lb\"",
        "--loaded|50|--loaded \"50\": expected the unit mL, found none",
        "--prior|35mg|--prior \"35mg\": expected [DRUG=]AMOUNT:TIME:ENDED_AGO",
        "--prior|35:40min:3h|--prior \"35\": expected the unit mg, found none",
        "--phase|0.5mg/kg:40min|--phase \"0.5mg/kg:40min\": expected no --dose and no --duration",
        "--duration|40|--duration \"40\": expected a time in min, h or s",
        "--concentration|1mg/l|--concentration \"1mg/l\": expected the unit mg/mL",
        "--protocol|NONE|--protocol \"NONE\": expected one of DEP-RACEMIC-40, PTSD/ANX-40",
        "--syringe|NONE|--syringe \"NONE\": expected one of BD-PLASTIPAK-1, ",
      })
  void complainsInOneLine(String option, String value, String line) {
    assertThat(run(usual(option, value))).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().startsWith(line);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--weight", "--dose", "--duration", "--concentration"})
  void complainsAboutAMissingOption(String missing) {
    List<String> args = new ArrayList<>(List.of(usual()));
    int at = args.indexOf(missing);
    args.remove(at + 1);
    args.remove(at);
    assertThat(run(args.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().startsWith(missing + " \"\":");
  }

  @Test
  void refusesAnImplausibleWeight() {
    assertThat(run(usual("--weight", "900kg"))).isEqualTo(1);
    assertThat(out.toString())
        .contains("WEIGHT_ABOVE_HARD_LIMIT: body weight 900 kg: expected at most 300 kg");
  }

  @Test
  void refusesAnUnknownFlag() {
    assertThat(run(usual("--length", "170cm"))).isEqualTo(2);
    assertThat(err.toString()).contains("--length");
  }

  @ParameterizedTest
  @CsvSource({
    "0.75mg/kg/h,40min,35",
    "12.5mcg/kg/min,40min,35",
    "52.5mg/h,40min,35",
    "0.5mg/kg,40min,35"
  })
  void takesEveryUnitADoseIsOrderedIn(String dose, String time, String mg) {
    assertThat(run(order(dose, time))).isZero();
    assertThat(out.toString())
        .contains(mg + " mg  35 mL  52.5 mL/h  0.75 mg/kg/h  12.5 mcg/kg/min");
  }

  private static String[] order(String dose, String time) {
    return new String[] {
      "--weight", "70kg", "--dose", dose, "--duration", time, "--concentration", "1mg/mL"
    };
  }

  @Test
  void worksOutEveryPhaseOfAProgram() {
    String[] program = {
      "--weight", "70kg", "--protocol", "SUD-BOLUS-52", "--concentration", "2mg/mL", "--json"
    };
    assertThat(run(program)).isZero();
    assertThat(out.toString())
        .contains("\"total_mg\": 49.7,")
        .contains("\"kind\": \"BOLUS\"")
        .contains("\"pump_rate\": \"115.5MH\"")
        .contains("\"kind\": \"MAINTENANCE\"")
        .contains("\"pump_rate\": \"25.20MH\"")
        .contains("\"model\": \"domino-1984\"")
        .contains("\"model\": \"kamp-2020\"")
        .contains("\"status\": \"accepted\"");
  }

  @Test
  void takesPhasesAsTheyAreWritten() {
    String[] phases = {
      "--weight", "70kg", "--protocol", "SUD-BOLUS-52", "--concentration", "2mg/mL",
      "--phase", "bolus:0.11mg/kg:2min", "--phase", "0.6mg/kg:50min"
    };
    assertThat(run(phases)).isZero();
    assertThat(out.toString()).contains("49.7 mg  24.85 mL").containsPattern("verdict +accepted");
  }

  @Test
  void refusesAPhaseNoPumpCanGive() {
    String[] pause = {
      "--weight", "70kg", "--concentration", "1mg/mL", "--phase", "0mg/kg:10min"
    };
    assertThat(run(pause)).isEqualTo(2);
    assertThat(err.toString()).contains("--phase").contains("an amount and a time above 0");
  }

  @Test
  void dosesByTheBasisAskedForAndShowsAllWeights() {
    assertThat(
            run(usual("--height", "170cm", "--sex", "m", "--weight-basis", "adjusted", "--json")))
        .isZero();
    assertThat(out.toString())
        .contains("\"dosing_weight_kg\": 67.562204724,")
        .contains("\"basis\": \"adjusted\"")
        .contains("\"actual_kg\": 70")
        .contains("\"ideal_kg\": 65.937007874")
        .contains("\"lean_kg\": 54.475");
  }

  @Test
  void refusesIdealWeightBelowTheFormulasRange() {
    assertThat(run(usual("--height", "150cm", "--sex", "f", "--weight-basis", "ideal")))
        .isEqualTo(1);
    assertThat(out.toString()).contains("HEIGHT_BELOW_FORMULA_RANGE").contains("152.4 cm");
  }

  @Test
  void refusesABasisWithoutHeightAndSex() {
    assertThat(run(usual("--weight-basis", "lean"))).isEqualTo(1);
    assertThat(out.toString()).contains("BODY_SIZE_MISSING");
  }

  @Test
  void countsDosesBefore() {
    assertThat(run(usual("--prior", "35mg:40min:20h"))).isZero();
    assertThat(out.toString()).contains("DAY_DOSE_ABOVE_SOFT_LIMIT: dose of 24 h 1 mg/kg");
    assertThat(run(usual("--prior", "35.1mg:40min:20h"))).isEqualTo(1);
    assertThat(out.toString()).contains("DAY_DOSE_ABOVE_HARD_LIMIT");
  }

  @Test
  void asksAboutPounds() {
    String[] pounds = {
      "--weight", "154.3kg", "--last-weight", "70kg", "--dose", "0.2mg/kg", "--duration", "40min",
      "--concentration", "1mg/mL"
    };
    assertThat(run(pounds)).isZero();
    assertThat(out.toString()).contains("WEIGHT_MAY_BE_POUNDS");
  }

  @Test
  void worksAFileOfOrdersOut() throws IOException {
    Path file = dir.resolve("orders.csv");
    List<String> vectors;
    try (InputStream in =
        Objects.requireNonNull(
            DoseCommandTest.class.getResourceAsStream("/vectors/dose_rate_vectors.csv"))) {
      byte[] content = in.readAllBytes();
      Files.write(file, content);
      vectors = new String(content, StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(run("--batch", file.toString())).isZero();
    List<String> rows = out.toString().lines().toList();
    assertThat(rows).hasSameSizeAs(vectors);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i)).startsWith(vectors.get(i) + ",");
    }
    assertThat(rows)
        .filteredOn(row -> row.startsWith("70,0.5,40,1,"))
        .allMatch(row -> row.endsWith(",0.5,35,35,52.5,0.75,2400,accepted,"));
    assertThat(rows).anyMatch(row -> row.contains(",refused,") && row.contains("MONITORING"));
  }

  @Test
  void givesABatchRowOfZerosItsReason() throws IOException {
    Path file = dir.resolve("orders.csv");
    Files.writeString(
        file, "conc_mg_per_ml,weight_kg,dose_mg_per_kg,duration_min\r\n1,0,0.5,40\r\n\r\n");
    assertThat(run("--batch", file.toString())).isZero();
    assertThat(out.toString().lines().skip(1))
        .containsExactly("0,0.5,40,1,,,,,,,,,,,,refused,NUMBER_NOT_PLAUSIBLE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weight_kg|70|--batch header",
        "weight_kg,dose_mg_per_kg,duration_min,conc_mg_per_ml|70,.5,40,1|"
            + "--batch line 2 dose_mg_per_kg \".5\": expected a plain number",
        "weight_kg,dose_mg_per_kg,duration_min,conc_mg_per_ml|70,0.5,40|--batch line 2 \"70,0.5",
        "weight_kg,dose_mg_per_kg,duration_min,conc_mg_per_ml|70,0.5,0.001,1|"
            + "--batch line 2 duration_min \"0.001\": expected a time of whole seconds",
      })
  void complainsAboutABadFile(String header, String row, String line) throws IOException {
    Path file = dir.resolve("orders.csv");
    Files.writeString(file, header + "\n" + row + "\n");
    assertThat(run("--batch", file.toString())).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().startsWith(line);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void complainsAboutAMissingFile() {
    assertThat(run("--batch", dir.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("none.csv");
    assertThat(run(usual("--batch", "x.csv"))).isEqualTo(2);
  }

  private int run(String... args) {
    CommandLine command = new CommandLine(new DoseCommand(syringe -> new FourDigitPump()));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(args);
  }

  /** The usual order, with options added or replaced. */
  private static String[] usual(String... options) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--weight",
                "70kg",
                "--dose",
                "0.5mg/kg",
                "--duration",
                "40min",
                "--concentration",
                "1mg/mL"));
    int known = options.length == 0 ? -1 : args.indexOf(options[0]);
    if (known >= 0) {
      args.set(known + 1, options[1]);
    } else {
      args.addAll(List.of(options));
    }
    return args.toArray(String[]::new);
  }
}

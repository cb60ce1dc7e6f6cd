package org.tenuto.simulator.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import picocli.CommandLine;

/** What the command prints and writes, and what it refuses. */
class AccuracyCommandTest {

  private static final List<Double> WINDOWS = List.of(1.0, 2.0, 5.0, 11.0, 19.0, 31.0);

  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theTableHasAColumnForEachRate() throws IOException {
    assertThat(run("--rate", "5.25mL/h", "--rate", "52.5mL/h")).isZero();
    String table = out.toString();
    out.getBuffer().setLength(0);
    assertThat(run("--rate", "5.25mL/h", "--rate", "52.5mL/h", "--json")).isZero();
    JsonNode rates = new ObjectMapper().readTree(out.toString()).path("rates");

    assertThat(row(table, "set rate")).containsExactly("5.25 mL/h", "52.5 mL/h");
    for (int i = 0; i < 2; i++) {
      JsonNode rate = rates.path(i);
      assertThat(Double.parseDouble(row(table, "  overall, A").get(i)))
          .isCloseTo(rate.path("overall_percent").asDouble(), within(0.0051));
      assertThat(row(table, "  10 % of the rate").get(i))
          .isEqualTo(Figures.number(rate.path("first_flow_min").asDouble()));
      for (int window = 0; window < WINDOWS.size(); window++) {
        JsonNode error = rate.path("trumpet").path(window);
        String[] pair =
            row(table, "  worst " + Figures.number(WINDOWS.get(window)) + " min")
                .get(i)
                .split(" / ", -1);
        assertThat(error.path("window_min").asDouble()).isEqualTo(WINDOWS.get(window));
        assertThat(Double.parseDouble(pair[0]))
            .isCloseTo(error.path("max_percent").asDouble(), within(0.0051));
        assertThat(Double.parseDouble(pair[1]))
            .isCloseTo(error.path("min_percent").asDouble(), within(0.0051));
      }
    }
    assertThat(table).contains("Simulated, not a measurement of a device.");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theFiguresFollowFromTheSamplesInTheFile() throws IOException {
    Path csv = dir.resolve("samples.csv");
    assertThat(run("--rate", "1mL/h", "--csv", csv.toString(), "--json")).isZero();

    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.getFirst()).isEqualTo("rate_ml_per_h,t_min,flow_ml_per_h");
    assertThat(lines).hasSize(241);
    assertThat(lines.getLast()).startsWith("1,120.0,");
    double[] secondHour =
        lines.stream()
            .skip(121)
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
            .toArray();
    JsonNode trumpet =
        new ObjectMapper().readTree(out.toString()).path("rates").path(0).path("trumpet");
    assertThat(trumpet).hasSize(6);
    for (JsonNode error : trumpet) {
      int length = (int) (2 * error.path("window_min").asDouble());
      double max = Double.NEGATIVE_INFINITY;
      for (int i = 0; i + length <= secondHour.length; i++) {
        double mean = Arrays.stream(secondHour, i, i + length).average().orElseThrow();
        max = Math.max(max, 100 * (mean - 1));
      }
      assertThat(error.path("windows").asInt()).isEqualTo(121 - length);
      assertThat(error.path("max_percent").asDouble()).isCloseTo(max, within(1e-6));
    }
  }

  @Test
  void thePageIsWholeAndLoadsNothing() throws Exception {
    Path html = dir.resolve("accuracy.html");
    assertThat(run("--rate", "5.25mL/h", "--rate", "1mL/h", "--html", html.toString())).isZero();

    String page = Files.readString(html);
    Document document =
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(html.toFile());
    assertThat(document.getDocumentElement().getNodeName()).isEqualTo("html");
    assertThat(document.getElementsByTagName("figure").getLength()).isEqualTo(4);
    assertThat(page)
        .contains(
            "Simulated, not a measurement of a device.",
            "time since the start, min",
            "flow, mL/h",
            "length of the window, min",
            "error, % of the set rate",
            "set rate, 5.25 mL/h",
            "RAT5.25MH",
            "syringe compliance",
            "prefers-color-scheme: dark",
            "@media print",
            "./tenuto accuracy --rate 5.25mL/h --rate 1mL/h")
        .doesNotContain("NaN", "Infinity", "null")
        .doesNotContainPattern(
            Pattern.compile("https?:|<script|<link|src=|@import|url\\(", Pattern.CASE_INSENSITIVE));
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).containsExactly(html);
    }
  }

  @Test
  void thePageShowsTheFiguresOfTheTable() throws IOException {
    Path html = dir.resolve("accuracy.html");
    assertThat(run("--rate", "5.25mL/h", "--html", html.toString())).isZero();

    String page = Files.readString(html);
    for (double window : WINDOWS) {
      String[] pair =
          row(out.toString(), "  worst " + Figures.number(window) + " min")
              .getFirst()
              .split(" / ", -1);
      String most = pair[0].replace('-', '−');
      String least = pair[1].replace('-', '−');
      assertThat(page)
          .contains("<td>" + most + "<br/>" + least + "</td>")
          .contains("<title>" + Figures.number(window) + " min: " + most + " %</title>")
          .contains("<title>" + Figures.number(window) + " min: " + least + " %</title>");
    }
  }

  @Test
  void theSameSeedMakesTheSamePage() throws IOException {
    Path one = dir.resolve("one.html");
    Path two = dir.resolve("two.html");
    Path other = dir.resolve("other.html");
    assertThat(run("--rate", "5.25mL/h", "--seed", "7", "--html", one.toString())).isZero();
    assertThat(run("--rate", "5.25mL/h", "--seed", "7", "--html", two.toString())).isZero();
    assertThat(run("--rate", "5.25mL/h", "--seed", "8", "--html", other.toString())).isZero();

    assertThat(two).hasSameTextualContentAs(one);
    assertThat(Files.readString(other).replace("seed 8", "seed 7"))
        .isNotEqualTo(Files.readString(one));
  }

  @Test
  void saysWhatWasDoneBefore() throws IOException {
    Path html = dir.resolve("accuracy.html");
    assertThat(
            run(
                "--rate=100mL/h",
                "--purge=2mL",
                "--back-pressure=-100mmHg",
                "--seed=3",
                "--html=" + html))
        .isZero();

    assertThat(out.toString())
        .contains("2 mL purged at 120 mL/h into the open line, 1 min at rest")
        .contains("back pressure        -100 mmHg")
        .contains("drawn with seed 3");
    assertThat(Files.readString(html))
        .contains("--rate 100mL/h --purge 2mL --back-pressure=-100mmHg --seed 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rate 5                       | --rate \"5\": expected the unit mL/h",
        "--rate 1800mL/h                | --rate \"1800mL/h\": expected a rate that the pump takes",
        "--rate 52.525mL/h              | --rate \"52.525mL/h\": expected a rate that the pump"
            + " takes",
        "--rate 0mL/h                   | --rate \"0mL/h\": expected a rate that the pump takes",
        "--rate 1mL/h --rate 1mL/h      | --rate \"1mL/h\": expected each rate once",
        "--purge 6mL                    | --purge \"6mL\": expected at most 5 mL",
        "--back-pressure 1bar           | --back-pressure \"1bar\": expected -300mmHg to 300mmHg",
        "--back-pressure 301mmHg        | --back-pressure \"301mmHg\": expected -300mmHg to",
        "--seed 1 --ideal               | --seed \"1\": expected no --ideal beside it",
        "--html /no/such/place.html     | --html \"/no/such/place.html\": expected a file in a"
            + " folder",
        "--csv /                        | --csv \"/\": expected a file, not a folder",
      })
  void badInputIsOneLineAndExitCode2(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);

    assertThat(err.toString()).startsWith(message).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aPumpThatStopsIsExitCode1AndLeavesNoFile() {
    Path html = dir.resolve("accuracy.html");

    int code = run("--rate", "1700mL/h", "--back-pressure", "300mmHg", "--html", html.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).startsWith("accuracy: at 1700 mL/h the pump stopped");
    assertThat(html).doesNotExist();
  }

  @Test
  void progressIsWrittenOverAndOnlyOnATerminal() {
    PrintWriter to = new PrintWriter(err);
    ProgressLine terminal = new ProgressLine(to, true);
    terminal.at("5.25 mL/h", 60);
    terminal.end();
    assertThat(err.toString()).isEqualTo("\r\033[Kaccuracy: 5.25 mL/h, 60 of 120 min\r\033[K");

    err.getBuffer().setLength(0);
    ProgressLine file = new ProgressLine(to, false);
    file.at("5.25 mL/h", 60);
    file.end();
    assertThat(err.toString()).isEmpty();
  }

  private int run(String... arguments) {
    return new CommandLine(new AccuracyCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  /** The cells of a row of the table, from its name on. */
  private static List<String> row(String table, String name) {
    String line = table.lines().filter(each -> each.startsWith(name)).findFirst().orElseThrow();
    return Arrays.stream(line.substring(name.length()).strip().split(" {2,}")).toList();
  }
}

package org.tenuto.simulator.accuracy;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.QuantityFormatException;
import org.tenuto.quantity.Volume;
import org.tenuto.station.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tenuto accuracy}: start-up and trumpet curves of the simulated system. */
@Command(
    name = "accuracy",
    mixinStandardHelpOptions = true,
    description = {
      "The accuracy test of IEC 60601-2-24 on the simulated system: the pump's own code, drive,"
          + " syringe and line, two hours of virtual time at each rate. Start-up and trumpet"
          + " curve.",
      "Simulated, not a measurement of a device.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every rate ran for two hours",
      "1:a pump stopped before",
      "2:bad usage or input",
    })
public final class AccuracyCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final int MOST_RATES = 12;

  /** More than an open line and two syringe hubs hold. */
  private static final Volume MOST_PURGED = new Volume(5_000_000);

  private static final List<String> RATES = List.of("1mL/h", "5.25mL/h", "52.5mL/h", "100mL/h");

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      description = "set rate, repeatable. Default: 1mL/h, 5.25mL/h, 52.5mL/h and 100mL/h")
  private List<String> rates = RATES;

  @Option(
      names = "--purge",
      paramLabel = "VOLUME",
      description = "push that much into the open line before it is connected, e.g. 2mL")
  private @Nullable String purge;

  @Option(
      names = "--back-pressure",
      paramLabel = "PRESSURE",
      description = "height of the line's end, e.g. 100mmHg or -100mmHg. Default: 0mmHg")
  private String backPressure = "0mmHg";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "another pump, syringe and line, drawn from their tolerances")
  private @Nullable Long seed;

  @Option(names = "--ideal", description = "a drive, syringe and line without any fault")
  private boolean ideal;

  @Option(names = "--html", paramLabel = "FILE", description = "write one page with the curves")
  private @Nullable Path html;

  @Option(names = "--csv", paramLabel = "FILE", description = "write every flow sample")
  private @Nullable Path csv;

  @Option(names = "--json", description = "one JSON object instead of the table")
  private boolean json;

  @Override
  public Integer call() {
    try {
      requireFile("--html", html);
      requireFile("--csv", csv);
      Conditions conditions = new Conditions(specimen(), purged(), pressed());
      AccuracyReport report = new AccuracyReport(conditions, run(conditions, chosenRates()));
      write("--html", html, () -> new AccuracyPage(report).html());
      write("--csv", csv, report::csv);
      out().print(json ? report.json() : report.text());
      out().flush();
      return DONE;
    } catch (QuantityFormatException e) {
      return complain(BAD_INPUT, e.getMessage());
    } catch (PumpStoppedException e) {
      return complain(FAILED, "accuracy: " + e.getMessage());
    } catch (IOException e) {
      return complain(BAD_INPUT, "accuracy: " + e);
    }
  }

  private List<FlowResult> run(Conditions conditions, List<FlowRate> chosen)
      throws PumpStoppedException {
    ProgressLine progress = ProgressLine.on(err());
    List<FlowResult> results = new ArrayList<>();
    try {
      for (FlowRate rate : chosen) {
        AccuracyRun run = new AccuracyRun(conditions);
        results.add(run.at(rate, minutes -> progress.at(rate.text(), minutes)));
      }
    } finally {
      progress.end();
    }
    return results;
  }

  private List<FlowRate> chosenRates() {
    if (rates.size() > MOST_RATES) {
      throw new QuantityFormatException(
          "--rate", rates.getLast(), "at most " + MOST_RATES + " rates, found " + rates.size());
    }
    List<FlowRate> chosen = rates.stream().map(AccuracyCommand::rate).toList();
    if (new HashSet<>(chosen).size() < chosen.size()) {
      throw new QuantityFormatException("--rate", rates.getLast(), "each rate once");
    }
    return chosen;
  }

  private static FlowRate rate(String text) {
    FlowRate rate = FlowRate.parse("--rate", text);
    String refusal = AccuracyRun.refusal(rate);
    if (!refusal.isEmpty()) {
      throw new QuantityFormatException(
          "--rate", text, "a rate that the pump takes in this syringe, it answers " + refusal);
    }
    return rate;
  }

  private Specimen specimen() {
    Long number = seed;
    if (ideal && number != null) {
      throw new QuantityFormatException("--seed", number.toString(), "no --ideal beside it");
    }
    return ideal ? Specimen.ideal() : number == null ? Specimen.usual() : Specimen.drawn(number);
  }

  private Volume purged() {
    Volume volume = purge == null ? new Volume(0) : Volume.parse("--purge", purge);
    if (volume.compareTo(MOST_PURGED) > 0) {
      throw new QuantityFormatException(
          "--purge", String.valueOf(purge), "at most " + MOST_PURGED.text());
    }
    return volume;
  }

  private int pressed() {
    return BackPressure.parseMmHg("--back-pressure", backPressure);
  }

  private interface Text {
    String make() throws IOException;
  }

  private static void requireFile(String what, @Nullable Path file) {
    if (file != null) {
      WholeFile.require(what, file);
    }
  }

  private static void write(String what, @Nullable Path file, Text text) throws IOException {
    if (file == null) {
      return;
    }
    try {
      WholeFile.write(file, text.make());
    } catch (IOException e) {
      throw new QuantityFormatException(what, file.toString(), "a file that can be written, " + e);
    }
  }

  private int complain(int code, String line) {
    err().println(line);
    err().flush();
    return code;
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }
}

package org.tenuto.station;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.QuantityFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What population models predict for a program, on paper: Cp and Ce over time.
 *
 * <p>Uses the models the device uses, in closed form. Exit code 0, or 2 for bad input.
 */
@NullMarked
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "What population models predict for a program: concentration in plasma (Cp) and at the"
          + " effect site (Ce). Starts nothing.",
      "Not a measurement, and no recovery time is predicted.",
    },
    footerHeading = "%nPhases:%n",
    footer = {
      "  0.5mg/kg:40min    a dose over a time (also mg)",
      "  1mg/kg/h:2h       a rate for a time (also mcg/kg/min, mg/h)",
      "  bolus:0.1mg/kg:2min   taper:0.25mg/kg/h:30min",
      "  0.1mg/kg:0s       all at once, on paper only; its row holds the moment after",
      "  0mg/kg:10min      a pause",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:predicted", "2:bad usage or input"})
public final class PredictCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int BAD_INPUT = 2;
  private static final long S_PER_H = 3600;
  private static final long AFTER_PLAN_S = 2 * S_PER_H;
  private static final int MOST_PHASES = 100;
  private static final long MOST_ROWS = 1_000_000;
  private static final String IDS =
      Arrays.stream(PkModel.values()).map(PkModel::id).collect(Collectors.joining(", "));

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "domino-1984, kamp-2020 or fanta-2015-esketamine; several of one drug")
  private List<String> models = List.of();

  @Option(names = "--weight", paramLabel = "KG", description = "actual body weight, e.g. 70kg")
  private @Nullable String weight;

  @Option(names = "--phase", paramLabel = "PHASE", description = "repeat it: one after the other")
  private List<String> phases = List.of();

  @Option(names = "--step", paramLabel = "TIME", description = "from row to row, default 1min")
  private @Nullable String step;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "default: 2 h after the program, rounded up to the hour")
  private @Nullable String until;

  @Option(names = "--csv", description = "rows of t_min, cp_ng_ml, ce_ng_ml instead of text")
  private boolean csv;

  @Option(names = "--json", description = "one JSON object instead of text")
  private boolean json;

  @Option(names = "--plot", paramLabel = "FILE.svg", description = "draw the curves as well")
  private @Nullable Path plot;

  @Override
  public Integer call() {
    try {
      Prediction prediction = prediction();
      if (plot != null) {
        WholeFile.require("--plot", plot);
        WholeFile.write(plot, new PredictionPlot(prediction).svg());
      }
      print(new PredictionReport(prediction));
      return DONE;
    } catch (QuantityFormatException e) {
      return complain(e.getMessage());
    } catch (IOException e) {
      return complain("--plot \"" + plot + "\": expected a file that can be written, " + e);
    }
  }

  private void print(PredictionReport report) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (csv) {
      report.csv(out);
    } else {
      out.print(json ? report.json() : report.text());
    }
    out.flush();
  }

  private Prediction prediction() {
    if (csv && json) {
      throw new QuantityFormatException("--json", "", "no --csv beside it");
    }
    List<PkModel> chosen = chosenModels();
    BodyWeight patient = patient();
    List<PhaseText> program = program();
    long stepS = step == null ? S_PER_H / 60 : InfusionTime.parse("--step", step).s();
    long untilS = until == null ? defaultUntilS(program) : InfusionTime.parse("--until", until).s();
    Prediction prediction = Prediction.of(patient, program, chosen, stepS, untilS);
    long rows = prediction.points() * chosen.size();
    if (rows > MOST_ROWS) {
      throw new QuantityFormatException(
          "--step", new InfusionTime(stepS).text(), "at most 1,000,000 rows, this makes " + rows);
    }
    return prediction;
  }

  private List<PkModel> chosenModels() {
    if (models.isEmpty()) {
      throw new QuantityFormatException("--model", "", "one of " + IDS);
    }
    List<PkModel> chosen = models.stream().map(PredictCommand::model).toList();
    for (PkModel model : chosen) {
      if (model.drug() != chosen.getFirst().drug()) {
        throw new QuantityFormatException(
            "--model",
            model.id(),
            "models of one drug, but this one is of "
                + model.drug().text()
                + " and "
                + chosen.getFirst().id()
                + " of "
                + chosen.getFirst().drug().text());
      }
    }
    if (new HashSet<>(chosen).size() < chosen.size()) {
      throw new QuantityFormatException("--model", chosen.getLast().id(), "each model once");
    }
    return chosen;
  }

  private static PkModel model(String id) {
    PkModel model = PkModel.byId(id);
    if (model == null) {
      throw new QuantityFormatException("--model", id, "one of " + IDS);
    }
    return model;
  }

  private BodyWeight patient() {
    String text = weight == null ? "" : weight;
    BodyWeight patient = BodyWeight.parse("--weight", text);
    if (!Covariates.covers(patient)) {
      throw new QuantityFormatException("--weight", text, "25 kg to 300 kg for a prediction");
    }
    return patient;
  }

  private List<PhaseText> program() {
    if (phases.isEmpty() || phases.size() > MOST_PHASES) {
      throw new QuantityFormatException(
          "--phase",
          phases.isEmpty() ? "" : phases.getLast(),
          "1 to " + MOST_PHASES + " phases, found " + phases.size());
    }
    return phases.stream().map(text -> PhaseText.parse("--phase", text)).toList();
  }

  private static long defaultUntilS(List<PhaseText> program) {
    long endS = program.stream().mapToLong(PhaseText::s).sum() + AFTER_PLAN_S;
    return Math.ceilDiv(endS, S_PER_H) * S_PER_H;
  }

  private int complain(String line) {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println(line);
    err.flush();
    return BAD_INPUT;
  }
}

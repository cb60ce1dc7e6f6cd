package org.tenuto.station;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Guardrail;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.Order;
import org.tenuto.dose.PumpResolution;
import org.tenuto.dose.Syringe;
import org.tenuto.dose.Verdict;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.quantity.QuantityFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Works an order out on paper: the figures, what the pump would make of them, and the verdict.
 *
 * <p>Uses the same calculator, library and guardrail as the device, with the syringe loaded to its
 * nominal capacity if nothing else is said. Exit code 0, 1 if the order is refused, 2 for bad input.
 */
@NullMarked
@Command(
    name = "dose",
    mixinStandardHelpOptions = true,
    description = {
      "Works an order out on paper: exact figures, what the pump makes of them, and the verdict.",
      "The syringe is taken as loaded to its nominal capacity if not said. Starts nothing.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:within the hard limits (or, with --batch, every row worked out)",
      "1:refused",
      "2:bad usage or input",
    })
public final class DoseCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int BAD_INPUT = 2;
  private static final String DEFAULT_PROTOCOL = "DEP-RACEMIC-40";

  private final Function<Syringe, PumpResolution> pump;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private DoseOptions order = new DoseOptions();

  @Option(
      names = "--protocol",
      paramLabel = "ID",
      description = "whose limits apply (default DEP-RACEMIC-40); its program if none is given")
  private @Nullable String protocol;

  @Option(
      names = "--syringe",
      paramLabel = "ID",
      defaultValue = "BD-PLASTIPAK-50",
      description = "default ${DEFAULT-VALUE}")
  private String syringe = "BD-PLASTIPAK-50";

  @Option(names = "--json", description = "one JSON object instead of text")
  private boolean json;

  @Option(
      names = "--batch",
      paramLabel = "FILE.csv",
      description =
          "a row per order: weight_kg, dose_mg_per_kg, duration_min, conc_mg_per_ml; CSV out")
  private @Nullable Path batch;

  /**
   * The command for one kind of pump.
   *
   * @param pump what that pump can be told with a syringe
   */
  public DoseCommand(Function<Syringe, PumpResolution> pump) {
    this.pump = pump;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try {
      DrugLibrary library = ShippedLibrary.load(false);
      String protocolId = protocol == null ? DEFAULT_PROTOCOL : protocol;
      PaperOrder paper = order.paper(PaperOrder.of(library, protocolId, syringe));
      Guardrail guardrail = new Guardrail(library, pump);
      int code =
          batch == null ? single(paper, guardrail, out) : batch(batch, paper, guardrail, out);
      out.flush();
      return code;
    } catch (QuantityFormatException | LibraryRefusedException e) {
      return complain(Objects.requireNonNull(e.getMessage()));
    } catch (IOException e) {
      return complain("--batch \"" + batch + "\": expected a readable UTF-8 file, " + e);
    }
  }

  private int single(PaperOrder paper, Guardrail guardrail, PrintWriter out) {
    Order asked = order.order(paper, protocol != null);
    Verdict verdict = guardrail.check(asked);
    DoseReport report = new DoseReport(paper, asked, verdict);
    out.print(json ? report.json() : report.text());
    return verdict.refused() ? REFUSED : DONE;
  }

  private int batch(Path file, PaperOrder paper, Guardrail guardrail, PrintWriter out)
      throws IOException {
    String given = json ? "--json" : order.given();
    if (given != null) {
      throw new QuantityFormatException("--batch", file.toString(), "no " + given + " beside it");
    }
    out.print(new DoseBatch(paper, guardrail).run(file));
    return DONE;
  }

  private int complain(String line) {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println(line);
    err.flush();
    return BAD_INPUT;
  }
}

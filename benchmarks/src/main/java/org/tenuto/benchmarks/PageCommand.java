package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.QuantityFormatException;
import org.tenuto.station.WholeFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench report}: what was measured as one HTML file. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "What was measured, from --json files, as one HTML file: tables with their targets,",
      "percentiles, histograms, machine. Loads nothing from anywhere and runs nothing.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written, whatever the figures", "2:bad usage or input"})
final class PageCommand implements Callable<Integer> {

  private static final int BAD_INPUT = 2;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "what --json of a command wrote")
  private List<Path> files = List.of();

  @Option(
      names = "--html",
      paramLabel = "OUT.html",
      required = true,
      description = "where to; a file that is there is replaced")
  private Path html = Path.of("");

  @Override
  public Integer call() {
    try {
      WholeFile.require("--html", html);
      List<ResultsFile> all = new ArrayList<>();
      for (Path file : files) {
        all.add(ResultsFile.read(file));
      }
      WholeFile.write(html, BenchPage.of(all));
    } catch (QuantityFormatException | ResultsFile.RefusedException e) {
      return complain(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return complain("--html " + html + ": expected a file that can be written, " + e);
    }
    line().getOut().println("written  " + html);
    line().getOut().flush();
    return 0;
  }

  private int complain(String what) {
    line().getErr().println("bench report: " + what);
    line().getErr().flush();
    return BAD_INPUT;
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}

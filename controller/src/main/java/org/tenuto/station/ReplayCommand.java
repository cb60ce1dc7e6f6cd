package org.tenuto.station;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.LibraryFiles;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.TrustedKey;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.Verification;
import org.tenuto.library.ShippedLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has the executors of a record decide once more, and says whether they decide the same. */
@NullMarked
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Runs every executor of a record once more, told what it was told, and compares every event"
          + " and every cycle's decisions, bit for bit. Drives nothing, writes nothing.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every decision the same, of those that the record still has the beginning of",
      "1:one differs, could not be replayed to its end, or the record's chain is broken",
      "2:bad usage or input"
    })
public final class ReplayCommand implements Callable<Integer> {

  private static final int SAME = 0;
  private static final int DIFFERS = 1;
  private static final int BAD_INPUT = 2;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Journal of a device, also while it is written.")
  private Path file = Path.of("");

  @Option(
      names = "--library",
      paramLabel = "FILE",
      description = "drug library the device had, repeatable (default: the shipped ones)")
  private List<Path> libraries = List.of();

  @Option(
      names = "--key",
      paramLabel = "PUB.pem",
      description = "public key that its signature counts by (default: the shipped keys)")
  private List<Path> keys = List.of();

  @Option(names = "--json", description = "one JSON object instead of text")
  private boolean json;

  @Override
  public Integer call() {
    try (JournalReader journal = JournalReader.open(file)) {
      List<DrugLibrary> known = known();
      List<ReplayedBoot> boots =
          new RecordReplay(hash -> named(known, hash)).all(journal);
      Verification.Break broken = journal.verify().broken();
      print(new ReplayReport(boots, broken == null));
      if (broken != null) {
        return complain("journal " + file + ": not as it was written: " + broken.text(), DIFFERS);
      }
      return boots.stream().allMatch(ReplayedBoot::alike) ? SAME : DIFFERS;
    } catch (JournalException e) {
      boolean broken = e.reason() == Reason.CORRUPT || e.reason() == Reason.IO;
      return complain(String.valueOf(e.getMessage()), broken ? DIFFERS : BAD_INPUT);
    } catch (LibraryRefusedException | IOException e) {
      return complain(String.valueOf(e.getMessage()), BAD_INPUT);
    }
  }

  private List<DrugLibrary> known() throws LibraryRefusedException, IOException {
    List<DrugLibrary> known = new ArrayList<>();
    known.add(ShippedLibrary.load(false));
    known.add(ShippedLibrary.load(true));
    if (!libraries.isEmpty()) {
      List<TrustedKey> trusted =
          keys.isEmpty() ? ShippedLibrary.trustedKeys() : LibraryFiles.readKeys(keys, List.of());
      known.add(DrugLibrary.load(LibraryFiles.read(libraries), trusted, false));
    }
    return known;
  }

  private static @Nullable DrugLibrary named(List<DrugLibrary> known, String hash) {
    return known.stream().filter(one -> one.hash().equals(hash)).findFirst().orElse(null);
  }

  private void print(ReplayReport report) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(json ? report.json() : report.text());
    out.flush();
  }

  private int complain(String what, int code) {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println("replay: " + what);
    err.flush();
    return code;
  }
}

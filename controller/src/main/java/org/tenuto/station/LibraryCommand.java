package org.tenuto.station;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.LibraryFiles;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryFault;
import org.tenuto.dose.LibraryFile;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.TrustedKey;
import org.tenuto.library.LibraryChange;
import org.tenuto.library.LibraryDiff;
import org.tenuto.library.LibraryDraft;
import org.tenuto.library.LibraryInstaller;
import org.tenuto.library.LibraryStore;
import org.tenuto.library.ShippedLibrary;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The drug library at the command line: shown, checked, compared, signed and put in place.
 *
 * <p>Exit code 0, 1 if what was checked failed (or differs), 2 for bad usage or input.
 */
@NullMarked
@Command(
    name = "library",
    description = "Shows, verifies, compares, signs and installs drug libraries.",
    mixinStandardHelpOptions = true,
    subcommands = {LibraryKeyCommands.Sign.class, LibraryKeyCommands.KeyGen.class})
public final class LibraryCommand implements Runnable {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int BAD_INPUT = 2;

  @Spec private @Nullable CommandSpec spec;

  /** Whose signatures count. */
  static final class Trust {
    @Option(
        names = "--key",
        paramLabel = "PUB.pem",
        description = "public key that counts, repeatable (default: the shipped keys)")
    private List<Path> keys = List.of();

    @Option(
        names = "--demo-key",
        paramLabel = "PUB.pem",
        description = "the same for libraries of pretended drugs")
    private List<Path> demoKeys = List.of();

    private List<TrustedKey> read() throws IOException {
      return keys.isEmpty() && demoKeys.isEmpty()
          ? ShippedLibrary.trustedKeys()
          : LibraryFiles.readKeys(keys, demoKeys);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        commandLineOf(spec), "expected show, verify, diff, sign, install or keygen");
  }

  @Command(
      name = "show",
      description = "Drugs, protocols and every limit, with evidence and source.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: the shipped one.")
          @Nullable Path path,
      @Option(names = "--json", description = "One JSON object instead of text.") boolean json) {
    return guarded(
        () -> {
          LibraryFile file = path == null ? ShippedLibrary.ketamine() : file(path);
          LibraryDraft draft = LibraryDraft.read(file);
          DrugLibrary library = draft.library();
          if (library == null) {
            return complain(draft.faults());
          }
          LibraryText text = new LibraryText(library, signer(file, ShippedLibrary.trustedKeys()));
          out().print(json ? text.json() : text.text());
          out().flush();
          return DONE;
        });
  }

  @Command(
      name = "verify",
      description = "Checks signature and content; a line for each fault.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:may be used", "1:refused", "2:bad usage or input"},
      mixinStandardHelpOptions = true)
  int verify(
      @Parameters(paramLabel = "FILE", description = "Library; its signature is FILE.sig.")
          Path path,
      @Mixin Trust trust) {
    return guarded(
        () -> {
          LibraryFile file = file(path);
          List<TrustedKey> keys = trust.read();
          try {
            DrugLibrary library = DrugLibrary.load(List.of(file), keys, true);
            out()
                .printf(
                    "%s: good, %s, signed with key %s, sha256 %s%n",
                    path, library.title(), signer(file, keys), library.hash());
            out().flush();
            return DONE;
          } catch (LibraryRefusedException e) {
            return refuse(file, e);
          }
        });
  }

  @Command(
      name = "diff",
      description = {
        "Every change between two libraries; limits are WIDENED or NARROWED.",
        "What a clinical lead must see first. Signatures are not looked at."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:the same", "1:different", "2:bad usage or input"},
      mixinStandardHelpOptions = true)
  int diff(
      @Parameters(paramLabel = "OLD", description = "Library in force.") Path before,
      @Parameters(paramLabel = "NEW", description = "Library to come.") Path after,
      @Option(names = "--json", description = "One JSON object instead of text.") boolean json) {
    return guarded(
        () -> {
          LibraryDraft old = LibraryDraft.read(file(before));
          LibraryDraft young = LibraryDraft.read(file(after));
          DrugLibrary from = old.library();
          DrugLibrary to = young.library();
          if (from == null || to == null) {
            complain(old.faults());
            complain(young.faults());
            return BAD_INPUT;
          }
          List<LibraryChange> changes = LibraryDiff.of(from, to);
          out().print(json ? LibraryDiffText.json(changes) : LibraryDiffText.text(changes));
          out().flush();
          return changes.isEmpty() ? DONE : FAILED;
        });
  }

  @Command(
      name = "install",
      description = {
        "Verifies a library and puts it in the place of another.",
        "That one is kept as PATH.previous. At any fault nothing is touched.",
        "Executor and station take the new one when they start next."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:in place", "1:refused or not written", "2:bad usage or input"},
      mixinStandardHelpOptions = true)
  int install(
      @Parameters(paramLabel = "FILE", description = "Library; its signature is FILE.sig.")
          Path path,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "PATH",
              description = "Where the configuration looks for it.")
          Path place,
      @Mixin Trust trust,
      @Option(names = "--demo", description = "Take a library of pretended drugs, too.")
          boolean demo) {
    return guarded(
        () -> {
          LibraryFile file = file(path);
          LibraryInstaller installer = new LibraryInstaller(trust.read(), demo, LibraryStore.DISK);
          try {
            report(place, installer.install(file, place));
            return DONE;
          } catch (LibraryRefusedException e) {
            int code = refuse(file, e);
            err().println(place + ": not touched");
            err().flush();
            return code;
          } catch (IOException e) {
            err().println(place + ": " + e + ": what verifies there now is in force");
            err().flush();
            return FAILED;
          }
        });
  }

  private void report(Path place, LibraryInstaller.Outcome outcome) {
    String former = outcome.former();
    String was = former == null ? "what was there" : former;
    String kept = outcome.kept() ? ", " + was + " is kept as " + place + ".previous" : "";
    out().println(place + ": is " + outcome.title() + " now" + kept);
    out().flush();
  }

  /** Something that reads files named on the command line. */
  private interface Work {
    int run() throws IOException;
  }

  /** What can't be read is bad input, in one line. */
  private int guarded(Work work) {
    try {
      return work.run();
    } catch (IOException e) {
      err().println("library: " + LibraryKeyCommands.line(e));
      err().flush();
      return BAD_INPUT;
    }
  }

  /** A refused file: its faults, and those of its content if that was not even looked at. */
  private int refuse(LibraryFile file, LibraryRefusedException refused) {
    complain(refused.faults());
    boolean unread = refused.faults().stream().anyMatch(fault -> fault.key().equals("signature"));
    return unread ? Math.max(FAILED, complain(LibraryDraft.read(file).faults())) : FAILED;
  }

  private int complain(List<LibraryFault> faults) {
    return LibraryKeyCommands.complain(err(), faults);
  }

  private static LibraryFile file(Path path) throws IOException {
    return LibraryFiles.read(List.of(path)).getFirst();
  }

  /** The name of the key that signed the file; {@code none} if none of these did. */
  private static String signer(LibraryFile file, List<TrustedKey> keys) {
    for (TrustedKey key : keys) {
      if (isGood(file, key)) {
        return key.name();
      }
    }
    return "none";
  }

  private static boolean isGood(LibraryFile file, TrustedKey key) {
    try {
      DrugLibrary.load(List.of(file), List.of(key), true);
      return true;
    } catch (LibraryRefusedException e) {
      return false;
    }
  }

  static CommandLine commandLineOf(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    return spec.commandLine();
  }

  private PrintWriter out() {
    return commandLineOf(spec).getOut();
  }

  private PrintWriter err() {
    return commandLineOf(spec).getErr();
  }
}

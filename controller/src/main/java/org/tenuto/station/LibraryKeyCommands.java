package org.tenuto.station;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.LibraryFiles;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryFault;
import org.tenuto.dose.LibraryFile;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.library.LibraryDraft;
import org.tenuto.library.LibraryStore;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.library.SigningKey;
import org.tenuto.quantity.Quoted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands that have to do with private keys. Nothing of a private key is ever printed. */
@NullMarked
final class LibraryKeyCommands {

  private LibraryKeyCommands() {}

  /** {@code library sign}. */
  @Command(
      name = "sign",
      description = "Signs a library that is without a fault.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:signed", "1:the library is faulty", "2:bad usage or input"},
      mixinStandardHelpOptions = true)
  static final class Sign implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Library.")
    private Path file = Path.of("");

    @Option(
        names = "--key",
        required = true,
        paramLabel = "PRIVATE.pem",
        description = "Ed25519 private key, PKCS #8, PEM, not encrypted.")
    private Path key = Path.of("");

    @Option(names = "--out", paramLabel = "FILE.sig", description = "Default: FILE.sig.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace a signature that is there.")
    private boolean force;

    @Override
    public Integer call() {
      PrintWriter err = LibraryCommand.commandLineOf(spec).getErr();
      try {
        return sign(LibraryCommand.commandLineOf(spec).getOut(), err);
      } catch (IOException e) {
        return complain(err, line(e));
      } catch (IllegalArgumentException e) {
        return complain(err, String.valueOf(e.getMessage()));
      }
    }

    private int sign(PrintWriter output, PrintWriter err) throws IOException {
      LibraryFile unsigned = LibraryFiles.read(List.of(file)).getFirst();
      SigningKey signing =
          SigningKey.parse(
              key.toString(), new String(Files.readAllBytes(key), StandardCharsets.US_ASCII));
      Path target = out == null ? file.resolveSibling(file.getFileName() + ".sig") : out;
      if (Files.exists(target) && !force) {
        return complain(err, target + ": is there; expected --force to replace it");
      }
      LibraryDraft draft = LibraryDraft.read(unsigned);
      DrugLibrary library = draft.library();
      if (library == null) {
        return LibraryKeyCommands.complain(err, draft.faults());
      }
      byte[] signature = signing.sign(unsigned.toml());
      List<LibraryFault> wrongKey = wrongKey(unsigned, signature);
      if (!wrongKey.isEmpty()) {
        return LibraryKeyCommands.complain(err, wrongKey);
      }
      LibraryStore.DISK.replace(target, signature);
      output.printf(
          "%s: signed %s%s, sha256 %s: %s%n",
          file, library.title(), draft.demo() ? " (pretended drugs)" : "", library.hash(), target);
      output.flush();
      return LibraryCommand.DONE;
    }

    /** A shipped key that signs what it may not; of any other key nothing is known here. */
    private static List<LibraryFault> wrongKey(LibraryFile unsigned, byte[] signature) {
      LibraryFile signed = new LibraryFile(unsigned.name(), unsigned.toml(), signature);
      try {
        DrugLibrary.load(List.of(signed), ShippedLibrary.trustedKeys(), true);
        return List.of();
      } catch (LibraryRefusedException e) {
        return e.faults().stream().filter(fault -> !fault.key().equals("signature")).toList();
      }
    }
  }

  /** {@code library keygen}. */
  @Command(
      name = "keygen",
      description = {
        "Makes a pair of keys to sign libraries with.",
        "DIR/NAME.key.pem signs: keep it off the device. DIR/NAME.pub.pem is what executor and",
        "station are to trust."
      },
      mixinStandardHelpOptions = true)
  static final class KeyGen implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to.")
    private Path folder = Path.of("");

    @Option(
        names = "--name",
        paramLabel = "NAME",
        defaultValue = "library",
        description = "Default ${DEFAULT-VALUE}.")
    private String name = "library";

    @Override
    public Integer call() {
      PrintWriter err = LibraryCommand.commandLineOf(spec).getErr();
      if (!name.matches("[A-Za-z0-9_-]{1,40}")) {
        return complain(err, "--name " + Quoted.of(name) + ": expected letters, digits, _ or -");
      }
      Path secret = folder.resolve(name + ".key.pem");
      Path open = folder.resolve(name + ".pub.pem");
      try {
        if (Files.exists(open)) {
          throw new FileAlreadyExistsException(open.toString());
        }
        Files.createDirectories(folder);
        SigningKey.Pair pair = SigningKey.newPair();
        writeSecret(secret, pair.privatePem());
        Files.writeString(open, pair.publicPem(), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        return complain(err, e.getMessage() + ": is there; expected a new name, keys stay");
      } catch (IOException e) {
        return complain(err, line(e));
      }
      PrintWriter output = LibraryCommand.commandLineOf(spec).getOut();
      output.println(secret + ": signs; keep it to yourself, off the device");
      output.println(open + ": to be trusted by executor and station");
      output.flush();
      return LibraryCommand.DONE;
    }

    /** Readable by its owner only, from the moment it is there. */
    private static void writeSecret(Path file, String pem) throws IOException {
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      try (var channel =
          Files.newByteChannel(
              file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
        channel.write(StandardCharsets.US_ASCII.encode(pem));
      }
    }
  }

  /** Why a file could not be read or written, without a class name where that says nothing. */
  static String line(IOException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof NoSuchFileException ? message + ": no such file" : message;
  }

  static int complain(PrintWriter err, String line) {
    err.println("library: " + line);
    err.flush();
    return LibraryCommand.BAD_INPUT;
  }

  /** A line for each fault. */
  static int complain(PrintWriter err, List<LibraryFault> faults) {
    for (LibraryFault fault : faults) {
      err.printf(
          "%s: %s: found %s: expected %s%n",
          fault.file(), fault.key(), Quoted.of(fault.value()), fault.expected());
    }
    err.flush();
    return LibraryCommand.FAILED;
  }
}

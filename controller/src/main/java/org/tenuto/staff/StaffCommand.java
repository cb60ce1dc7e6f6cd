package org.tenuto.staff;

import static java.util.Objects.requireNonNull;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.ConfigException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tenuto staff}: the register of staff at the command line. */
@Command(
    name = "staff",
    mixinStandardHelpOptions = true,
    description = {
      "The register of staff: who may sign in at the device page, and as what.",
      "A PIN has 6 to 10 digits and is asked for twice; only its salted hash is kept.",
      "Roles: anesthetist (orders), nurse (carries out, checks), technician (device only).",
      "Research software: never connect it to a person."
    })
public final class StaffCommand implements Callable<Integer> {

  private static final int BAD_INPUT = 2;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    err().println("staff: expected add, list, remove or pin; try --help");
    return BAD_INPUT;
  }

  @Command(name = "add", description = "Enter somebody; makes the register if there is none.")
  int add(
      @Parameters(paramLabel = "FILE", description = "the register") Path file,
      @Parameters(paramLabel = "ID", description = "as it is on record, e.g. rn-1") String id,
      @Option(names = "--name", required = true, description = "as the page shows it") String name,
      @Option(names = "--role", required = true, description = "anesthetist, nurse, technician")
          String role,
      @Option(names = "--pin-file", description = "its first line is the PIN") @Nullable Path pin) {
    return run(
        () -> {
          StaffRegister register =
              Files.exists(file) ? StaffFile.read(file) : StaffRegister.EMPTY;
          require(StaffMember.isId(id), "ID " + id + ": expected 1 to 32 letters, digits, ._-");
          require(register.find(id) == null, "ID " + id + ": is entered already, expected another");
          require(StaffMember.isName(name), "--name " + name + ": expected 1 to 40 characters");
          Role known =
              known(Role.of(role), "--role " + role + ": expected anesthetist, nurse or technician");
          require(register.members().size() < StaffRegister.MOST, "register: full");
          save(file, register.with(member(id, name, known, pin(pin))), id + " entered");
        });
  }

  @Command(name = "list", description = "Show everybody.")
  int list(@Parameters(paramLabel = "FILE", description = "the register") Path file) {
    return run(
        () -> {
          for (StaffMember m : StaffFile.read(file).members()) {
            out().printf("%-16s %-12s %s%n", m.id(), m.role().word(), m.name());
          }
        });
  }

  @Command(name = "remove", description = "Remove somebody: they are signed out at once.")
  int remove(
      @Parameters(paramLabel = "FILE", description = "the register") Path file,
      @Parameters(paramLabel = "ID", description = "whom") String id) {
    return run(
        () -> {
          StaffRegister register = StaffFile.read(file);
          require(register.find(id) != null, "ID " + id + ": nobody has it");
          save(file, register.without(id), id + " removed");
        });
  }

  @Command(name = "pin", description = "Give somebody another PIN.")
  int pin(
      @Parameters(paramLabel = "FILE", description = "the register") Path file,
      @Parameters(paramLabel = "ID", description = "whom") String id,
      @Option(names = "--pin-file", description = "its first line is the PIN") @Nullable Path pin) {
    return run(
        () -> {
          StaffRegister register = StaffFile.read(file);
          StaffMember member = known(register.find(id), "ID " + id + ": nobody has it");
          StaffMember changed = member(member.id(), member.name(), member.role(), pin(pin));
          save(file, register.with(changed), member.id() + " has another PIN");
        });
  }

  private void save(Path file, StaffRegister register, String said) throws IOException {
    StaffFile.write(file, register);
    out().println(said);
  }

  private static StaffMember member(String id, String name, Role role, String pin) {
    return new StaffMember(id, name.strip(), role, PinHash.of(pin, new SecureRandom()));
  }

  private static String pin(@Nullable Path file) throws IOException {
    String pin = file == null ? asked() : firstLine(file);
    String fault = Pin.fault(pin);
    require(fault == null, String.valueOf(fault));
    return pin;
  }

  private static String firstLine(Path file) throws IOException {
    require(Files.isReadable(file), "--pin-file " + file + ": can't be read, expected a PIN in it");
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty() ? "" : lines.getFirst().strip();
  }

  private static String asked() {
    Console console = known(System.console(), "no terminal to ask for a PIN: --pin-file");
    require(console.isTerminal(), "no terminal to ask for a PIN: --pin-file");
    char[] once = console.readPassword("PIN: ");
    char[] again = console.readPassword("again: ");
    require(once != null && Arrays.equals(once, again), "PIN: the two differ, expected the same");
    return new String(once);
  }

  private static <T> T known(@Nullable T thing, String otherwise) {
    if (thing == null) {
      throw new IllegalArgumentException(otherwise);
    }
    return thing;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private interface Work {
    void run() throws IOException, ConfigException;
  }

  private int run(Work work) {
    try {
      work.run();
      return 0;
    } catch (IllegalArgumentException | ConfigException e) {
      err().println("staff: " + e.getMessage());
    } catch (IOException e) {
      err().println("staff: can't be written: " + e);
    }
    return BAD_INPUT;
  }

  private PrintWriter out() {
    return requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return requireNonNull(spec).commandLine().getErr();
  }
}

package org.tenuto.simulator;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tenuto.simulator.fault.FaultSpec;
import org.tenuto.simulator.firmware.PumpModel;
import org.tenuto.simulator.firmware.Quirk;
import org.tenuto.simulator.pty.PtyLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code tenuto simulator}: a syringe pump on a pseudo-terminal, until SIGTERM or Ctrl-C.
 *
 * <p>Exit code 2 and one line on standard error for bad input, 1 if the line or the truth file
 * fails while running.
 */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "A simulated syringe pump on a real serial line (pseudo-terminal), until Ctrl-C or SIGTERM.",
      "Open PATH as any serial device; speed and parity do not matter there."
    },
    footer = {
      "",
      "Example: a pump whose line is cut 20 s after it began to deliver, and comes back 10 s later",
      "  ./tenuto simulator --pty /tmp/pump \\",
      "    --fault line-cut@delivering+20s --fault line-back@delivering+30s",
      "",
      "Many devices on a broker instead:  ./tenuto simulator --fleet N --help"
    })
public final class SimulatorCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final BigDecimal UM_PER_MM = BigDecimal.valueOf(1000);
  private static final BigDecimal SMALLEST_MM = new BigDecimal("0.1");
  private static final BigDecimal LARGEST_MM = new BigDecimal("50");
  private static final long LAST_LINES_S = 4;

  @Option(
      names = "--pump",
      paramLabel = "FAMILY",
      defaultValue = "ne1000",
      description = "ne1000. Default: ${DEFAULT-VALUE}")
  String pump = "ne1000";

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "ne1000",
      description = {
        "which of the family: ne300, ne500, ne1000, ne1600, ne4000;",
        "they differ in VER and speed. Default: ${DEFAULT-VALUE}"
      })
  String model = "ne1000";

  @Option(
      names = "--pty",
      paramLabel = "PATH",
      required = true,
      description = "symbolic link to make to the serial line")
  Path pty = Path.of("");

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "append the physical truth, 10 JSON lines a second")
  @Nullable Path truth;

  @Option(
      names = "--syringe-diameter",
      paramLabel = "MM",
      defaultValue = "26.6",
      description = "true inner diameter of the loaded barrel. Default: ${DEFAULT-VALUE} mm")
  String syringeDiameterMm = "26.6";

  @Option(
      names = "--quirk",
      paramLabel = "QUIRK",
      description = {
        "what is odd about its firmware, repeatable:",
        "bare-integers: four-digit numbers in replies without their point (1699);",
        "cut-digits: too many digits after the point are dropped, not refused"
      })
  List<String> quirks = List.of();

  @Option(
      names = "--fault",
      paramLabel = "SPEC",
      description = {
        "what goes wrong and when, repeatable: KIND@20s after the start, or",
        "KIND@delivering+5s after the motor first moves; times in ms, s or min",
        "line-cut and line-back: the cable goes out, and in again;",
        "mute: it hears and does not reply; deaf: it does neither;",
        "stall: the rotor is blocked; reset: its power blinks"
      })
  List<String> faults = List.of();

  @Spec private @Nullable CommandSpec spec;

  /** Runs the pump; returns when it was told to stop or could not start. */
  @Override
  public Integer call() {
    Simulator.Setup setup;
    try {
      setup = setup();
    } catch (IllegalArgumentException e) {
      return complain(BAD_INPUT, e);
    }
    try (Simulator simulator = new Simulator(setup)) {
      return runUntilTold(simulator);
    } catch (IOException e) {
      return complain(FAILED, e);
    }
  }

  private Simulator.Setup setup() {
    if (pump.equals("stepper")) {
      throw new IllegalArgumentException(
          "pump 'stepper': a pseudo-terminal carries no GPIO lines, expected ne1000; run"
              + " ./tenuto simulate --pump stepper, or the executor on lines of gpio-sim");
    }
    if (!pump.equals("ne1000")) {
      throw new IllegalArgumentException("pump '" + pump + "': unknown, expected ne1000");
    }
    PumpModel pumpModel = model();
    PtyLink.requireFree(pty);
    if (truth != null) {
      requireFile(truth);
    }
    List<FaultSpec> parsed = faults.stream().map(FaultSpec::parse).toList();
    return new Simulator.Setup(pumpModel, pty, truth, diameterUm(), parsed);
  }

  private PumpModel model() {
    PumpModel found = PumpModel.of(model);
    if (found == null) {
      throw new IllegalArgumentException(
          "model '" + model + "': unknown, expected one of " + PumpModel.codes());
    }
    Set<Quirk> odd = EnumSet.noneOf(Quirk.class);
    quirks.forEach(quirk -> odd.add(quirk(quirk)));
    return found.with(odd);
  }

  private static Quirk quirk(String text) {
    return Arrays.stream(Quirk.values())
        .filter(quirk -> quirk.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "quirk '" + text + "': unknown, expected one of " + Quirk.texts()));
  }

  private static void requireFile(Path truth) {
    Path parent = truth.toAbsolutePath().getParent();
    if (Files.isDirectory(truth) || parent == null || !Files.isDirectory(parent)) {
      throw new IllegalArgumentException(
          "truth '" + truth + "': expected a file in an existing directory");
    }
  }

  private long diameterUm() {
    try {
      BigDecimal mm = new BigDecimal(syringeDiameterMm);
      if (mm.compareTo(SMALLEST_MM) >= 0 && mm.compareTo(LARGEST_MM) <= 0) {
        return mm.multiply(UM_PER_MM).longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw badDiameter(e);
    }
    throw badDiameter(null);
  }

  private IllegalArgumentException badDiameter(@Nullable Exception cause) {
    return new IllegalArgumentException(
        "syringe diameter '" + syringeDiameterMm + "': expected 0.1 to 50 mm in steps of 0.001",
        cause);
  }

  private int runUntilTold(Simulator simulator) throws IOException {
    CountDownLatch ended = new CountDownLatch(1);
    Thread onShutdown = new Thread(() -> stopAndWait(simulator, ended), "simulator-shutdown");
    Runtime.getRuntime().addShutdownHook(onShutdown);
    say("simulator ready: " + model + " on " + pty + " -> " + simulator.slavePath());
    try (simulator) {
      simulator.run();
    } finally {
      ended.countDown();
    }
    return 0;
  }

  private static void stopAndWait(Simulator simulator, CountDownLatch ended) {
    simulator.stop();
    try {
      if (!ended.await(LAST_LINES_S, TimeUnit.SECONDS)) {
        System.err.println("simulator: did not end within " + LAST_LINES_S + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String line) {
    if (spec != null) {
      spec.commandLine().getOut().println(line);
      spec.commandLine().getOut().flush();
    }
  }

  private int complain(int exitCode, Exception e) {
    if (spec != null) {
      spec.commandLine().getErr().println("simulator: " + e.getMessage());
      spec.commandLine().getErr().flush();
    }
    return exitCode;
  }
}

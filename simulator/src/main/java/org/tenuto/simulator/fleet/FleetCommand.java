package org.tenuto.simulator.fleet;

import ch.qos.logback.classic.Level;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.simulator.scenario.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tenuto simulator --fleet N}: many devices on one broker, until Ctrl-C or SIGTERM. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Many devices that publish through one broker, until Ctrl-C or SIGTERM. Each plays what",
      "whole sessions of the controller's own code published in virtual time, from a moment of",
      "its own."
    },
    footer = {
      "",
      "Example:  ./tenuto simulator --fleet 50 --broker mqtt://127.0.0.1:1883",
      "          ./tenuto monitor --web --broker mqtt://127.0.0.1:1883"
    })
public final class FleetCommand implements Callable<Integer> {

  private static final int BAD_INPUT = 2;
  private static final int MOST_DEVICES = 2_000;
  private static final int MOST_SESSIONS = 50;
  private static final double MOST_SPREAD_S = 3_600;
  private static final int MS_PER_S = 1_000;
  private static final long LOOK_MS = 1_000;

  @Option(
      names = "--fleet",
      paramLabel = "N",
      required = true,
      description = "how many devices, 1 to " + MOST_DEVICES)
  private int devices;

  @Option(
      names = "--broker",
      paramLabel = "URL",
      defaultValue = "mqtt://127.0.0.1:1883",
      description = "mqtt://host:port. Default: ${DEFAULT-VALUE}")
  private String broker = "";

  @Option(
      names = "--site",
      paramLabel = "NAME",
      defaultValue = "fleet",
      description = "site of their topics. Default: ${DEFAULT-VALUE}")
  private String site = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the sessions and of who plays what from where. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      defaultValue = "6",
      description = {
        "how many sessions are recorded first, 1 to " + MOST_SESSIONS + ";",
        "of 10 to 90 min, all but the first with the faults their seed draws.",
        "Default: ${DEFAULT-VALUE}"
      })
  private int sessions;

  @Option(
      names = "--clock-spread",
      paramLabel = "S",
      defaultValue = "2",
      description = {
        "how far the devices' clocks are off at most, s;",
        "0: all use this machine's. Default: ${DEFAULT-VALUE}"
      })
  private double spreadS;

  @Spec private @Nullable CommandSpec spec;

  /** Publishes; returns when it was told to stop. */
  @Override
  public Integer call() throws InterruptedException {
    Fleet.Setup setup;
    try {
      setup = setup();
    } catch (IllegalArgumentException e) {
      PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
      err.println("simulator: " + e.getMessage());
      err.flush();
      return BAD_INPUT;
    }
    silence();
    List<Recording> recordings = record();
    publish(setup, recordings);
    return 0;
  }

  private Fleet.Setup setup() {
    require("--fleet", devices, MOST_DEVICES);
    require("--sessions", sessions, MOST_SESSIONS);
    if (!(spreadS >= 0 && spreadS <= MOST_SPREAD_S)) {
      throw new IllegalArgumentException(
          "--clock-spread " + spreadS + ": expected 0 to 3600 seconds");
    }
    long spreadMs = Math.round(spreadS * MS_PER_S);
    Fleet.Setup setup = new Fleet.Setup(devices, broker, site, seed, spreadMs);
    var _ = setup.config(devices); // broker and site are held to what a device takes
    return setup;
  }

  private static void require(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(option + " " + value + ": expected 1 to " + most);
    }
  }

  /** Hundreds of publishers would log each connection; the progress line tells it. */
  private static void silence() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.OFF);
    }
  }

  private List<Recording> record() {
    say("fleet: recording %d sessions in virtual time".formatted(sessions));
    return new Repertoire(Site.shipped())
        .record(
            seed,
            sessions,
            one ->
                say(
                    "fleet: session of seed %d: %d min, %d events, %d silences"
                        .formatted(
                            one.seed(),
                            TimeUnit.NANOSECONDS.toMinutes(one.durationNs()),
                            one.events().size(),
                            one.silences().size())));
  }

  private void publish(Fleet.Setup setup, List<Recording> recordings) throws InterruptedException {
    try (Fleet fleet = new Fleet(setup, recordings, InstantSource.system())) {
      Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "goodbye"));
      fleet.start();
      String told = "";
      while (!fleet.isClosedWithin(LOOK_MS)) {
        String line = line(setup, fleet);
        if (!line.equals(told)) {
          say(line);
          told = line;
        }
      }
    }
  }

  private static String line(Fleet.Setup setup, Fleet fleet) {
    long connected = fleet.connected();
    String problem = connected == setup.devices() ? null : fleet.problem();
    String why = problem == null ? "" : " (" + problem + ")";
    return "fleet: %d of %d devices connected to %s%s"
        .formatted(connected, setup.devices(), setup.broker(), why);
  }

  private void say(String line) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(line);
    out.flush();
  }
}

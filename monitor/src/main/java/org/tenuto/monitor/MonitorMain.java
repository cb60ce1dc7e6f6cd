package org.tenuto.monitor;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tenuto.monitor.web.Site;
import org.tenuto.proto.tls.BrokerSockets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what devices say over MQTT, until Ctrl-C. */
@Command(
    name = "monitor",
    description = {
      "Shows what devices say over MQTT: how old it is and what is missing.",
      MonitorMain.NOTICE + "."
    },
    mixinStandardHelpOptions = true)
public final class MonitorMain implements Callable<Integer> {

  static final String NOTICE =
      "Research software and not an alarm system: nobody is warned by what is shown here";

  private static final long TICK_MS = 200;
  private static final long TICK_NS = TICK_MS * 1_000_000;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private long tickedNs = System.nanoTime();

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final BrokerOptions broker = new BrokerOptions();

  @Option(names = "--site", paramLabel = "NAME", description = "Only this site's devices.")
  private @Nullable String site;

  @Option(names = "--device", paramLabel = "NAME", description = "Only devices of this name.")
  private @Nullable String device;

  @Option(names = "--json", description = "JSON lines: every message and change of state.")
  private boolean json;

  @Mixin private final PageOptions page = new PageOptions();

  public static void main(String[] args) {
    CommandLine command = new CommandLine(new MonitorMain());
    command.setParameterExceptionHandler(
        (bad, given) -> {
          bad.getCommandLine().getErr().println("monitor: " + bad.getMessage());
          return CommandLine.ExitCode.USAGE;
        });
    System.exit(command.execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    String prefix = "tenuto/v1/" + word("--site", site) + "/" + word("--device", device) + "/";
    Site shown = new Site(broker.text());
    try (BrokerLink link = link(prefix)) {
      openPage(shown);
      Runtime.getRuntime().addShutdownHook(new Thread(link::close, "goodbye"));
      link.start();
      show(link, new SiteTeller(shown));
    }
    return 0;
  }

  private BrokerLink link(String prefix) {
    try {
      BrokerSockets sockets =
          broker.sockets(line -> required(spec).commandLine().getErr().println("monitor: " + line));
      String clientId = "tenuto-monitor-" + UUID.randomUUID();
      return new BrokerLink(broker.serverUri(), sockets, clientId, prefix);
    } catch (IllegalArgumentException | IOException e) {
      throw bad(String.valueOf(e.getMessage()), e);
    }
  }

  /** It is served until the process ends. */
  private void openPage(Site shown) {
    try {
      page.open(shown, required(spec).commandLine().getErr());
    } catch (IllegalArgumentException | IOException e) {
      throw bad(String.valueOf(e.getMessage()), e);
    }
  }

  /** Goes on until nobody reads any more, or until Ctrl-C ends the process. */
  private void show(BrokerLink link, SiteTeller teller) throws InterruptedException {
    PrintWriter out = required(spec).commandLine().getOut();
    Printer printer = json ? new JsonPrinter() : new TextPrinter();
    boolean printing = json || !page.wanted();
    InstantSource wall = InstantSource.system();
    Watch watch = new Watch();
    out.println(printer.opening(wall.instant(), broker.text()));
    while (!out.checkError()) {
      Arrival arrival = link.next(TICK_MS);
      long nowNs = System.nanoTime();
      Instant at = wall.instant();
      List<Notice> notices = new ArrayList<>(taken(watch, arrival, nowNs));
      if (nowNs - tickedNs >= TICK_NS) {
        tickedNs = nowNs;
        notices.addAll(watch.tick(nowNs));
      }
      long lost = link.takeLost();
      if (lost > 0) {
        notices.add(new Notice.Overrun(lost));
      }
      for (Notice notice : notices) {
        teller.tell(notice, nowNs);
        if (printing || notice instanceof Notice.Broker) {
          print(out, printer.line(at, notice));
        }
      }
    }
  }

  private static List<Notice> taken(Watch watch, @Nullable Arrival arrival, long nowNs) {
    return switch (arrival) {
      case null -> List.of();
      case Arrival.Message message -> watch.take(message, nowNs);
      case Arrival.Broker b -> List.of(new Notice.Broker(b.connected(), b.problem()));
    };
  }

  private static void print(PrintWriter out, String line) {
    if (!line.isEmpty()) {
      out.println(line);
    }
  }

  private String word(String option, @Nullable String value) {
    if (value == null) {
      return "+";
    }
    if (!WORD.matcher(value).matches()) {
      throw bad(option + " '" + value + "': expected 1 to 64 letters, digits, '.', '_' or '-'");
    }
    return value;
  }

  private ParameterException bad(String message) {
    return new ParameterException(required(spec).commandLine(), message);
  }

  private ParameterException bad(String message, Exception cause) {
    return new ParameterException(required(spec).commandLine(), message, cause);
  }

  private static CommandSpec required(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    return spec;
  }
}

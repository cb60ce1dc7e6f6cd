package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tenuto.monitor.MonitorMain;
import org.tenuto.simulator.SimulatorMain;

/** A mosquitto, a fleet and a monitor, each a process of its own. Measures once. */
final class FleetRun implements AutoCloseable {

  private static final Pattern CONNECTED = Pattern.compile("fleet: (\\d+) of \\d+ devices.*");
  private static final String PAGE = "monitor: page on ";

  /** Sessions are recorded first; a machine that is busy takes its time. */
  private static final long READY_S = 600;

  private static final long SETTLE_MS = 10_000;

  /** Some devices are silent or switched off, as recorded. */
  private static final double ENOUGH = 0.95;

  private final int devices;
  private final Arrivals arrivals = new Arrivals();
  private final List<LineProcess> started = new ArrayList<>();
  private final LocalBroker broker;
  private final LineProcess monitor;
  private final LineProcess fleet;
  private final CompletableFuture<String> page = new CompletableFuture<>();
  private final CompletableFuture<Integer> connected = new CompletableFuture<>();
  private final CompletableFuture<String> unreadable = new CompletableFuture<>();

  /**
   * Starts them.
   *
   * @param sessions how many sessions the devices play
   * @throws IOException one line: what can't be started
   */
  FleetRun(int devices, int sessions) throws IOException {
    this.devices = devices;
    broker = new LocalBroker();
    String url = broker.url();
    monitor =
        start(
            java(MonitorMain.class, "--json", "--web", "--port", "0", "--broker", url),
            this::monitorSaid);
    fleet =
        start(
            java(
                SimulatorMain.class,
                "--fleet", Integer.toString(devices),
                "--sessions", Integer.toString(sessions),
                "--clock-spread", "0",
                "--broker", url),
            this::fleetSaid);
  }

  private LineProcess start(List<String> command, Consumer<String> said)
      throws IOException {
    LineProcess process = LineProcess.start(command, said);
    started.add(process);
    return process;
  }

  private static List<String> java(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // as the launcher starts them
    command.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private void monitorSaid(String line) {
    if (line.startsWith(PAGE)) {
      page.complete(line.substring(PAGE.length()));
      return;
    }
    try {
      arrivals.add(line);
    } catch (IOException e) {
      unreadable.complete(line);
    }
  }

  private void fleetSaid(String line) {
    Matcher count = CONNECTED.matcher(line);
    if (count.matches() && Integer.parseInt(count.group(1)) >= ENOUGH * devices) {
      connected.complete(Integer.parseInt(count.group(1)));
    }
  }

  /**
   * Waits until all is well under way and measures for so long.
   *
   * @throws IOException one line: what went wrong
   */
  FleetFigures measure(int seconds) throws IOException, InterruptedException {
    try (PageReader reader = new PageReader(awaited(page, "the monitor's page"))) {
      awaited(connected, "the fleet");
      Thread.sleep(SETTLE_MS);
      arrivals.reset();
      long startNs = System.nanoTime();
      ProcessCost brokerBefore = broker.cost();
      ProcessCost monitorBefore = monitor.cost();
      ProcessCost fleetBefore = fleet.cost();
      long messages = reader.messages();
      long bytes = reader.bytes();
      Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
      requireAlive(reader);
      return new FleetFigures(
          (System.nanoTime() - startNs) / 1e9,
          arrivals.figures(),
          broker.cost().since(brokerBefore),
          monitor.cost().since(monitorBefore),
          fleet.cost().since(fleetBefore),
          reader.messages() - messages,
          reader.bytes() - bytes);
    }
  }

  private <T> T awaited(Future<T> what, String name) throws IOException, InterruptedException {
    try {
      return what.get(READY_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(name + ": not ready within " + READY_S + " s", e);
    }
  }

  private void requireAlive(PageReader reader) throws IOException {
    if (reader.ending() != null) {
      throw new IOException("the page's stream ended: " + reader.ending());
    }
    if (!broker.isAlive() || !monitor.isAlive() || !fleet.isAlive()) {
      throw new IOException("a process ended meanwhile");
    }
    if (unreadable.isDone()) {
      throw new IOException("the monitor said '" + unreadable.join() + "', expected JSON");
    }
  }

  /** Ends them, the last one first. */
  @Override
  public void close() throws IOException {
    started.reversed().forEach(LineProcess::close);
    broker.close();
  }
}

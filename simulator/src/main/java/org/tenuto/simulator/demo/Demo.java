package org.tenuto.simulator.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The processes of one demo. Main thread, but for {@link #stop}, which any thread may call. */
final class Demo {

  /** So long the others are left running when one has died, so that one can watch them react. */
  private static final long AFTERMATH_MS = 15_000;

  private static final long LOOK_MS = 100;

  private final Path launcher;
  private final DemoFiles files;
  private final int port;
  private final List<Child> children = new ArrayList<>();
  private volatile boolean stopping;
  private final @Nullable String otherBroker;
  private @Nullable Broker broker;
  private String brokerUrl = "";
  private String stationUrl = "";

  /**
   * Nothing is started yet.
   *
   * @param port of the device page; 0 for any free one
   * @param otherBroker where telemetry goes; null for a broker of our own
   */
  Demo(Path launcher, DemoFiles files, int port, @Nullable String otherBroker) {
    this.launcher = launcher;
    this.files = files;
    this.port = port;
    this.otherBroker = otherBroker;
  }

  /** Starts everything and describes it in {@code demo.json}. */
  void start() throws IOException, InterruptedException {
    say("starting (state in " + files.dir() + ")");
    Files.deleteIfExists(files.description());
    brokerUrl = otherBroker == null ? startBroker() : otherBroker;
    files.writeExecutorConfig();
    files.writeStationConfig(port, brokerUrl);
    Child simulator =
        launch(
            "simulator",
            List.of(
                "--pump",
                "ne1000",
                "--pty",
                files.pty().toString(),
                "--truth",
                files.truth().toString()));
    simulator.awaitLine(line -> line.startsWith("simulator ready"));
    Child executor =
        launch("executor", List.of("--config", files.executorConfig().toString(), "--demo"));
    executor.awaitLine(line -> line.startsWith("executor ready"));
    // Before the station, so that it misses nothing.
    Child monitor = launch("monitor", List.of("--broker", brokerUrl, "--json"));
    monitor.awaitLine(line -> line.contains("\"kind\":\"broker\""));
    Child station =
        launch("station", List.of("--config", files.stationConfig().toString(), "--demo"));
    String ready = station.awaitLine(line -> line.startsWith("station ready: "));
    stationUrl = ready.substring("station ready: ".length()).strip();
    describe();
    announce();
  }

  private String startBroker() throws IOException {
    Broker started = Broker.start(files.dir().resolve("broker"), 0);
    broker = started;
    return started.url();
  }

  private synchronized Child launch(String name, List<String> arguments) throws IOException {
    if (stopping) {
      throw new IOException("stopped while starting");
    }
    Child child = Child.start(launcher, files.dir(), name, arguments);
    children.add(child);
    return child;
  }

  private void describe() throws IOException {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("station_url", stationUrl);
    json.put("broker_url", brokerUrl);
    ObjectNode pids = json.putObject("pids");
    children.forEach(child -> pids.put(child.name(), child.pid()));
    json.put("pty", files.pty().toString());
    json.put("journal", files.journal().toString());
    json.put("truth", files.truth().toString());
    Path draft = Files.writeString(files.dir().resolve("demo.json.new"), json.toPrettyString());
    Files.move(draft, files.description(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void announce() {
    say("device page   " + stationUrl);
    say("staff         " + DemoStaff.words());
    say("broker        " + brokerUrl + "   (topics tenuto/v1/demo/demo-1/#)");
    say("watch         ./tenuto monitor --broker " + brokerUrl);
    say("record        ./tenuto journal tail " + files.journal());
    say("pump          " + files.pty() + "   truth " + files.truth());
  }

  /** Waits until a process dies; the exit code. Ctrl-C ends the wait through {@link #stop}. */
  int watch() throws InterruptedException, IOException {
    say("running; Ctrl-C stops everything");
    while (!stopping) {
      Child dead = firstDead();
      if (dead != null) {
        return aftermath(dead);
      }
      Thread.sleep(LOOK_MS);
    }
    return 0;
  }

  private int aftermath(Child dead) throws InterruptedException, IOException {
    // Ctrl-C reaches the children as well: give our own shutdown the time to begin.
    Thread.sleep(LOOK_MS);
    if (stopping) {
      return 0;
    }
    say(dead.name() + " (pid " + dead.pid() + ") " + dead.howItEnded());
    say("the others run on for " + AFTERMATH_MS / 1000 + " s");
    long endNs = System.nanoTime() + AFTERMATH_MS * 1_000_000;
    while (!stopping && System.nanoTime() < endNs) {
      Thread.sleep(LOOK_MS);
    }
    return 1;
  }

  /** The first process that is no longer there; null while all run. */
  @Nullable Child firstDead() {
    return children.stream().filter(child -> !child.isAlive()).findFirst().orElse(null);
  }

  /** Stops every process and the broker; leaves nothing behind. */
  synchronized void stop() {
    if (stopping) {
      return;
    }
    stopping = true;
    say("stopping");
    for (Child child : children.reversed()) {
      child.stop();
    }
    try {
      if (broker != null) {
        broker.close();
      }
      files.deleteLink();
    } catch (IOException e) {
      say(e.getMessage());
    }
  }

  /** Whether it was told to end. */
  boolean isStopping() {
    return stopping;
  }

  DemoFiles files() {
    return files;
  }

  String stationUrl() {
    return stationUrl;
  }

  static void say(@Nullable String line) {
    System.out.println("demo: " + line);
  }
}

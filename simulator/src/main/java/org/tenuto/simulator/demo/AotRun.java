package org.tenuto.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The session that the caches are made from: executor and station as the launcher starts them, told
 * to note what they load and how they use it, on a simulated pump; somebody signs in, orders, starts
 * and stops. In folders of its own, which are removed. A JVM writes its cache when it ends.
 */
final class AotRun implements AutoCloseable {

  /** A file is called so until it is whole. The launcher has the JVM write to it. */
  private static final String NEW = ".new";

  private static final String EXECUTOR = "executor";
  private static final String STATION = "station";

  /** The children neither build nor use a cache. */
  private static final Map<String, String> MAKE =
      Map.of("TENUTO_AOT", "make", "TENUTO_NO_BUILD", "1");

  private static final Map<String, String> PLAIN =
      Map.of("TENUTO_AOT", "off", "TENUTO_NO_BUILD", "1");

  /** Nobody listens there (the discard service): what connecting loads is loaded all the same. */
  private static final String NO_BROKER = "mqtt://127.0.0.1:9";

  private static final Map<String, String> ORDER =
      Map.of(
          "weight", "70",
          "protocol", "DEMO-1MIN",
          "concentration", "1",
          "syringe", "BD-PLASTIPAK-50",
          "loaded", "10");

  private static final List<String> PAGE =
      List.of("", "main.js", "page.css", "api/catalogue", "api/signals", "api/trace");

  private static final long STATE_S = 60;
  private static final long LOOK_MS = 100;

  /** As often the running order is looked at. */
  private static final int LOOKS = 20;

  /** A JVM that writes its cache takes some seconds, on a small board many. */
  private static final long WRITTEN_S = 300;

  private final Path launcher;
  private final Path to;
  private final DemoFiles files;
  private final Deque<Child> children = new ArrayDeque<>();

  private AotRun(Path launcher, Path to, DemoFiles files) {
    this.launcher = launcher;
    this.to = to;
    this.files = files;
  }

  /**
   * Nothing is started yet.
   *
   * @param to the folder the launcher takes the caches from
   */
  static AotRun create(Path launcher, Path to) throws IOException {
    Path folder = Files.createTempDirectory("tenuto-aot-");
    return new AotRun(launcher, to, DemoFiles.create(folder, true));
  }

  /** Plays the session; its processes have ended, in good order, when this returns. */
  void play() throws IOException, InterruptedException {
    files.writeExecutorConfig();
    files.writeStationConfig(0, NO_BROKER);
    Child simulator = launch(PLAIN, "simulator", "--pty", files.pty().toString());
    simulator.awaitLine(line -> line.startsWith("simulator ready"));
    Child executor =
        launch(MAKE, EXECUTOR, "--config", files.executorConfig().toString(), "--demo");
    Child station =
        launch(MAKE, STATION, "--config", files.stationConfig().toString(), "--demo");
    executor.awaitLine(line -> line.startsWith("executor ready"));
    String ready = "station ready: ";
    String url = station.awaitLine(line -> line.startsWith(ready)).substring(ready.length());
    infuse(new StationClient(url.strip()));
    executor.askToStop();
    station.stopWithin(WRITTEN_S);
    executor.stopWithin(WRITTEN_S);
    simulator.stop();
  }

  private Child launch(Map<String, String> environment, String name, String... arguments)
      throws IOException {
    Child child = Child.start(launcher, files.dir(), environment, name, List.of(arguments));
    synchronized (children) {
      children.push(child);
    }
    return child;
  }

  private static void infuse(StationClient station) throws IOException, InterruptedException {
    for (String path : PAGE) {
      station.fetch(path);
    }
    station.signIn(DemoStaff.ANESTHETIST);
    await(station, "IDLE");
    JsonNode readBack = station.post("propose", ORDER).path("readBack");
    JsonNode checked = station.secondCheck(DemoStaff.NURSE, readBack);
    station.post(
        "start",
        Map.of("nonce", checked.path("nonce").asText(), "hash", checked.path("hash").asText()));
    await(station, "INFUSING");
    for (int look = 0; look < LOOKS; look++) {
      station.look();
      station.fetch("api/trace");
    }
    station.post("stop", Map.of());
    await(station, "IDLE");
  }

  /** A fault, as on a machine too busy with a build to answer in time, is reset. */
  private static void await(StationClient station, String wanted)
      throws IOException, InterruptedException {
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(STATE_S);
    String state = "";
    while (System.nanoTime() < endNs) {
      state = station.look().path("state").path("code").asText();
      if (state.equals(wanted)) {
        return;
      }
      if (state.equals("FAULT")) {
        station.post("reset", Map.of());
      }
      Thread.sleep(LOOK_MS);
    }
    throw new IOException(
        "the device is " + state + ", expected " + wanted + " within " + STATE_S + " s");
  }

  /** Puts the caches where the launcher looks for them; a running process keeps its own. */
  void keepCaches() throws IOException {
    for (String name : List.of(EXECUTOR, STATION)) {
      Path made = made(name);
      if (!Files.isRegularFile(made)) {
        throw new IOException("the " + name + "'s JVM wrote no cache" + lastWords(name));
      }
      Path cache = to.resolve(name + ".aot");
      Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
      System.out.printf("%s (%d MiB)%n", cache, Files.size(cache) >> 20);
    }
  }

  private Path made(String name) {
    return to.resolve(name + ".aot" + NEW);
  }

  private String lastWords(String name) throws IOException {
    synchronized (children) {
      for (Child child : children) {
        if (child.name().equals(name)) {
          return child.lastWords();
        }
      }
      return "";
    }
  }

  /** Ends what still runs and removes everything but the caches. */
  @Override
  public void close() {
    synchronized (children) {
      children.forEach(Child::stop);
    }
    try {
      files.deleteLink();
      DemoFiles.deleteTree(files.dir());
      for (String name : List.of(EXECUTOR, STATION)) {
        Files.deleteIfExists(made(name));
        Files.deleteIfExists(to.resolve(name + ".aot" + NEW + ".config"));
      }
    } catch (IOException e) {
      System.err.println("aot: " + e.getMessage());
    }
  }
}

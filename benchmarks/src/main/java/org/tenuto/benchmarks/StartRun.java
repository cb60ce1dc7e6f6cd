package org.tenuto.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.tenuto.benchmarks.Launcher.Cache;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.link.SnapshotReader;

/**
 * Starts of executor and station, each a new process in new folders, with the cache and without in
 * turns; which of the two is first changes with each round.
 */
final class StartRun {

  private static final long READY_S = 120;
  private static final long LOOK_MS = 1;
  private static final double NS_PER_MS = 1e6;
  private static final double KIB_PER_MIB = 1024;
  private static final double MS_PER_TICK = 1_000 / ProcessCost.TICKS_PER_S;
  private static final Cache[] PLAIN_FIRST = {Cache.PLAIN, Cache.CACHE};
  private static final Cache[] CACHE_FIRST = {Cache.CACHE, Cache.PLAIN};

  private final Launcher launcher;
  private final StartTimes times = new StartTimes();

  StartRun(Launcher launcher) {
    this.launcher = launcher;
  }

  /**
   * Measures.
   *
   * @param rounds a start of each process with the cache, and one without, in each
   * @throws IOException one line: what did not start, or started without its cache
   */
  StartTimes measure(int rounds) throws IOException, InterruptedException {
    try (var pumps = DeviceFolder.make(Path.of("pump"), 0)) {
      Path line = pumps.folder().resolve("pump");
      var ready = new CountDownLatch(1);
      try (LineProcess simulator =
          launcher.start(
              Cache.PLAIN,
              said -> {
                if (said.startsWith("simulator ready")) {
                  ready.countDown();
                }
              },
              "simulator",
              "--pty",
              line.toString())) {
        if (!ready.await(READY_S, TimeUnit.SECONDS) || !simulator.isAlive()) {
          throw new IOException("the simulator is not ready within " + READY_S + " s");
        }
        for (int round = 0; round < rounds; round++) {
          round(line, round % 2 == 0 ? PLAIN_FIRST : CACHE_FIRST);
        }
      }
    }
    return times;
  }

  private void round(Path line, Cache[] order) throws IOException, InterruptedException {
    for (Cache cache : order) {
      executor(line, cache);
    }
    for (Cache cache : order) {
      station(line, cache);
    }
    times.pair();
  }

  private void executor(Path line, Cache cache) throws IOException, InterruptedException {
    try (var folder = DeviceFolder.make(line, 0)) {
      var said = new AtomicReference<>("");
      String config = folder.executorConfig().toString();
      long startNs = System.nanoTime();
      try (LineProcess process =
          launcher.start(cache, said::set, "executor", "--config", config, "--demo")) {
        SnapshotReader reader = awaitLink(folder.link(), startNs, process, said);
        times.link(cache, (System.nanoTime() - startNs) / NS_PER_MS);
        var snapshot = new StatusSnapshot();
        while (!reader.read(snapshot) || snapshot.cycle == 0) {
          lookAgain("executor", startNs, process, said.get());
        }
        double cycleMs = (System.nanoTime() - startNs) / NS_PER_MS;
        double cpuMs = process.cost().cpuTicks() * MS_PER_TICK;
        times.firstCycle(cache, cycleMs, cpuMs, LockedMemory.kib(process.pid()) / KIB_PER_MIB);
        require(cache, "executor", process);
      }
    }
  }

  /** Waits until an executor has its link: configuration, library and line are good. */
  private static SnapshotReader awaitLink(
      Path link, long startNs, LineProcess process, AtomicReference<String> said)
      throws IOException, InterruptedException {
    while (true) {
      String missing;
      try {
        return SnapshotReader.open(link);
      } catch (IOException e) {
        missing = String.valueOf(e.getMessage());
      }
      lookAgain("executor", startNs, process, said.get().isEmpty() ? missing : said.get());
    }
  }

  private void station(Path line, Cache cache) throws IOException, InterruptedException {
    int port = LocalBroker.freePort();
    try (var folder = DeviceFolder.make(line, port)) {
      var said = new AtomicReference<>("");
      String config = folder.stationConfig().toString();
      long startNs = System.nanoTime();
      try (LineProcess process =
          launcher.start(cache, said::set, "station", "--config", config, "--demo")) {
        while (!answers(port)) {
          lookAgain("station", startNs, process, said.get());
        }
        double pageMs = (System.nanoTime() - startNs) / NS_PER_MS;
        times.page(cache, pageMs, process.cost().cpuTicks() * MS_PER_TICK);
        require(cache, "station", process);
      }
    }
  }

  /** Whether the page is there: without an HTTP client of the JDK, which is slow the first time. */
  private static boolean answers(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String first = answer.readLine();
      if (first == null || !first.startsWith("HTTP/1.1 200")) {
        throw new IOException("the page: expected 200, got " + first);
      }
      return true;
    } catch (ConnectException e) {
      return false; // nobody listens yet
    }
  }

  private static void require(Cache cache, String name, LineProcess process) throws IOException {
    if (cache == Cache.CACHE) {
      Launcher.requireCache(name, process);
    }
  }

  private static void lookAgain(String name, long startNs, LineProcess process, String said)
      throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new IOException("the " + name + " ended: " + said);
    }
    if (System.nanoTime() - startNs > TimeUnit.SECONDS.toNanos(READY_S)) {
      throw new IOException("the " + name + " is not ready within " + READY_S + " s: " + said);
    }
    Thread.sleep(LOOK_MS);
  }
}

package org.tenuto.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tenuto.simulator.demo.StationClient;

/**
 * Stops from a page to the line, of a whole device and of its twin in turns, by the same browser or
 * the same client, over connections that stay open. Each stop of the device is that of a running
 * order.
 */
final class PageStopRun {

  private static final long SHORTEST_MS = 100;
  private static final long LONGEST_MS = 400;

  private static final String LOADED = "document.readyState === 'complete'";
  private static final String RUNNING = LOADED + " && document.body.dataset.screen === 'run'";

  private final Launcher launcher;
  private final SplittableRandom random = new SplittableRandom(1);
  private final @Nullable Path program;
  private final PageStopTimes times;

  /**
   * Nothing is measured yet.
   *
   * @param program browser whose pages are touched; null for a client that posts what they post
   */
  PageStopRun(Launcher launcher, @Nullable Path program) {
    this.launcher = launcher;
    this.program = program;
    times = new PageStopTimes(program != null);
  }

  /**
   * Measures.
   *
   * @param stops of each
   * @param warmUp stops of each before those that count
   * @throws IOException one line: what could not be started, or did not stop
   */
  PageStopTimes measure(int stops, int warmUp) throws IOException, InterruptedException {
    try (LineTap tap = LineTap.withPump();
        var device = new PageDevice(launcher, tap);
        LineTap bare = LineTap.bare()) {
      byte[] packet = firstStop(device, tap);
      try (ChildProcess twin = twin(bare.path(), packet);
          Chromium browser = program == null ? null : new Chromium(program)) {
        Finger ours = finger(browser, device.page(), device.url(), RUNNING);
        String twinUrl = twin.awaitReady();
        Finger twins = finger(browser, new StationClient(twinUrl), twinUrl, LOADED);
        for (int stop = -warmUp; stop < stops; stop++) {
          times.begin(stop >= 0);
          device.infuse();
          pause();
          device(ours, tap);
          twin(twins, bare);
        }
      }
      times.faults(device.faults());
    }
    return times;
  }

  private static Finger finger(
      @Nullable Chromium browser, StationClient client, String url, String shown)
      throws IOException, InterruptedException {
    return browser == null ? Finger.client(client) : Finger.browser(browser.open(url), shown);
  }

  /** What the driver writes at a stop: the twin is told to write the same. */
  private static byte[] firstStop(PageDevice device, LineTap tap)
      throws IOException, InterruptedException {
    device.infuse();
    tap.arm();
    device.page().post("stop", Map.of());
    tap.awaitRestNs();
    return tap.packet();
  }

  private static ChildProcess twin(Path line, byte[] stop) throws IOException {
    return ChildProcess.start(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            ManagementFactory.getRuntimeMXBean().getClassPath(),
            PageTwinMain.class.getName(),
            line.toString(),
            HexFormat.of().formatHex(stop)));
  }

  /** So that a stop falls anywhere between two cycles and two readings. */
  private void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextLong(SHORTEST_MS, LONGEST_MS));
  }

  private void device(Finger finger, LineTap tap) throws IOException, InterruptedException {
    tap.arm();
    long pressedNs = finger.press();
    times.ours(tap.awaitStopNs() - pressedNs, tap.awaitRestNs() - pressedNs);
  }

  private void twin(Finger finger, LineTap bare) throws IOException, InterruptedException {
    bare.arm();
    long pressedNs = finger.press();
    times.twin(bare.awaitStopNs() - pressedNs);
  }
}

package org.tenuto.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.tenuto.benchmarks.Launcher.Cache;
import org.tenuto.simulator.demo.DemoStaff;
import org.tenuto.simulator.demo.StationClient;

/** A device's executor and station, as people start them, and somebody who orders at its page. */
final class PageDevice implements AutoCloseable {

  private static final long READY_S = 120;
  private static final long STATE_S = 60;
  private static final long LOOK_MS = 20;
  private static final long MOVES_WITHIN_MS = 5_000;
  private static final int ATTEMPTS = 10;
  private static final String IDLE = "IDLE";

  /** 0.7 mL at 42 mL/h, over one minute: longer than it is ever let run. */
  private static final Map<String, String> ORDER =
      Map.of(
          "weight", "70",
          "protocol", "DEMO-1MIN",
          "concentration", "1",
          "syringe", "BD-PLASTIPAK-50",
          "loaded", "50");

  private final Deque<LineProcess> processes = new ArrayDeque<>();
  private final DeviceFolder folder;
  private final LineTap tap;
  private final StationClient page;
  private final String url;
  private int faults;

  /**
   * Starts both, and waits until they are ready.
   *
   * @param tap the pump's end of its line
   * @throws IOException one line: which process is not ready, and its last words
   */
  PageDevice(Launcher launcher, LineTap tap) throws IOException, InterruptedException {
    this.tap = tap;
    folder = DeviceFolder.make(tap.path(), 0);
    try {
      start(launcher, "executor", folder.executorConfig().toString());
      url = start(launcher, "station", folder.stationConfig().toString()).strip();
      page = new StationClient(url);
      page.signIn(DemoStaff.ANESTHETIST);
    } catch (IOException | InterruptedException e) {
      close();
      throw e;
    }
  }

  private String start(Launcher launcher, String name, String config)
      throws IOException, InterruptedException {
    var ready = new CountDownLatch(1);
    var said = new AtomicReference<>("");
    LineProcess process =
        launcher.start(
            Cache.CACHE,
            line -> {
              if (ready.getCount() > 0) {
                said.set(line);
              }
              if (line.startsWith(name + " ready")) {
                ready.countDown();
              }
            },
            name,
            "--config",
            config,
            "--demo");
    processes.push(process);
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_S);
    while (!ready.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
      if (!process.isAlive() || System.nanoTime() > endNs) {
        throw new IOException("the " + name + " is not ready: " + said.get());
      }
    }
    return said.get().replaceFirst(name + " ready[:,] ", "");
  }

  /**
   * Orders, has it checked by a second person, starts, and waits until the plunger moves. A fault
   * of the device meanwhile is reset and told, and the order made again.
   *
   * @throws IOException one line: what was waited for, or that it faults again and again
   */
  void infuse() throws IOException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      rest();
      JsonNode readBack = page.post("propose", ORDER).path("readBack");
      JsonNode checked = page.secondCheck(DemoStaff.NURSE, readBack);
      page.post(
          "start",
          Map.of("nonce", checked.path("nonce").asText(), "hash", checked.path("hash").asText()));
      if (await("INFUSING") && tap.awaitMoving(MOVES_WITHIN_MS)) {
        return;
      }
    }
    throw new IOException("the device does not infuse, faults " + faults + ": " + alarms());
  }

  /** Until it is idle, whatever was before. */
  private void rest() throws IOException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await(IDLE)) {
        return;
      }
      faults++;
      page.post("reset", Map.of());
    }
    throw new IOException("the device does not come to rest, faults " + faults + ": " + alarms());
  }

  private String alarms() throws IOException, InterruptedException {
    return page.status().path("alarms").toString();
  }

  /** Waits for a state; false if the device faults first, which on a busy machine it may. */
  private boolean await(String wanted) throws IOException, InterruptedException {
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(STATE_S);
    while (true) {
      JsonNode now = page.look().path("state");
      String state = now.path("code").asText();
      if (state.equals(wanted) && (!wanted.equals(IDLE) || now.path("atRest").asBoolean())) {
        return true; // an idle device whose pump has not confirmed its stop takes no order
      } else if (state.equals("FAULT")) {
        return false;
      }
      requireBefore(endNs, "the device is " + state + ", expected " + wanted);
      Thread.sleep(LOOK_MS);
    }
  }

  private void requireBefore(long endNs, String what) throws IOException {
    if (!processes.stream().allMatch(LineProcess::isAlive)) {
      throw new IOException("a process of the device ended while it was measured");
    }
    if (System.nanoTime() > endNs) {
      throw new IOException(what + " within " + STATE_S + " s");
    }
  }

  /** How often it faulted before it was stopped, and staff reset it. */
  int faults() {
    return faults;
  }

  /** Where its Stop is. */
  StationClient page() {
    return page;
  }

  /** Where its page is. */
  String url() {
    return url;
  }

  @Override
  public void close() throws IOException {
    processes.forEach(LineProcess::close);
    folder.close();
  }
}

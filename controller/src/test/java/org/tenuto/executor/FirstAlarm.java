package org.tenuto.executor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.tenuto.control.StationCommand;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.pump.PumpState;
import org.tenuto.pump.RehearsedPump.Mishap;

/**
 * What the first alarm of a JVM costs, cold or after a rehearsal: the longest cycle from the
 * stalled pump's alarm until the pump is stopped again. A figure for people, judged by nobody.
 *
 * <p>{@code java -cp ... org.tenuto.executor.FirstAlarm cold|rehearsed}
 */
final class FirstAlarm {

  private static final int CYCLES = 200;

  private FirstAlarm() {}

  public static void main(String[] args) throws Exception {
    var driven = RehearsedDriver.newEra(NewEraModel.NE_1000);
    var orders = new RehearsedOrders(ShippedLibrary.load(true), driven.resolution());
    orders.reviewAll();
    Path dir = Files.createTempDirectory(Path.of("/dev/shm"), "tenuto-first-alarm");
    long beganNs = System.nanoTime();
    if (args[0].equals("rehearsed")) {
      Rehearsal.play(dir.resolve("rehearsal"), driven, orders.review(), orders.first());
    }
    long rehearsedNs = System.nanoTime() - beganNs;
    String library = orders.first().libraryHash();
    var live = RehearsedDriver.newEra(NewEraModel.NE_1000);
    try (var stage = new RehearsalStage(dir.resolve("live"), live, orders.review(), library)) {
      long[] cyclesNs = firstAlarm(stage, orders);
      Arrays.sort(cyclesNs);
      System.out.printf(
          Locale.ROOT,
          "first alarm %s: worst cycle %d us, second %d us, median %d us; rehearsal took %d ms%n",
          args[0],
          cyclesNs[CYCLES - 1] / 1000,
          cyclesNs[CYCLES - 2] / 1000,
          cyclesNs[CYCLES / 2] / 1000,
          rehearsedNs / 1_000_000);
    }
    Files.delete(dir);
  }

  private static long[] firstAlarm(RehearsalStage stage, RehearsedOrders orders) {
    stage.pass(1_500);
    stage.send(header -> new StationCommand.Propose(header, orders.first()));
    stage.await(() -> stage.readBack() != null, 5_000);
    var shown = Objects.requireNonNull(stage.readBack());
    stage.send(header -> new StationCommand.Start(header, shown.nonce(), shown.hash()));
    if (!stage.await(() -> stage.snapshot().pumpState == PumpState.RUNNING, 5_000)) {
      throw new IllegalStateException("the pump does not run");
    }
    stage.pass(1_000);
    stage.pump().mishap(Mishap.STALLED);
    long[] cyclesNs = new long[CYCLES];
    for (int i = 0; i < CYCLES; i++) {
      long before = System.nanoTime();
      stage.step();
      cyclesNs[i] = System.nanoTime() - before;
    }
    return cyclesNs;
  }
}

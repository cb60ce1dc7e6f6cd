package org.tenuto.executor;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.Build;
import org.tenuto.control.BootRecord;
import org.tenuto.control.ControlCycle;
import org.tenuto.control.ControlLoop;
import org.tenuto.control.CycleStatistics;
import org.tenuto.control.StationPort;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.Patient;
import org.tenuto.dose.Protocol;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.Syringe;
import org.tenuto.dose.WeightBasis;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraPump;
import org.tenuto.driver.newera.NewEraResolution;
import org.tenuto.driver.newera.SerialLine;
import org.tenuto.linux.LinuxClock;
import org.tenuto.linux.LinuxTimer;
import org.tenuto.linux.LinuxWallClock;
import org.tenuto.linux.RealTimeThread;
import org.tenuto.quantity.Volume;

/**
 * The one thread that acts: it asks the kernel for its footing, then runs the loop until a signal
 * ends the process. An error in it ends the process at once, and the pump's own watchdog stops the
 * pump: a loop in doubt does not go on.
 */
final class LoopThread {

  private static final int REHEARSALS = 20;
  private static final long REHEARSED_WEIGHT_G = 70_000;

  private final SerialLine line;
  private final StationPort station;
  private final DrugLibrary library;
  private final CheckThresholds thresholds;
  private final int cpu;
  private final long bootId;
  private final RandomGenerator nonces;
  private final CountDownLatch started = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile String timing = "";
  private volatile @Nullable StallReporter stalls;
  private volatile @Nullable ControlLoop loop;

  /**
   * Nothing runs yet.
   *
   * @param cpu processor to be bound to, from 0
   * @param nonces unpredictable numbers
   */
  LoopThread(
      SerialLine line,
      StationPort station,
      DrugLibrary library,
      CheckThresholds thresholds,
      int cpu,
      long bootId,
      RandomGenerator nonces) {
    this.line = line;
    this.station = station;
    this.library = library;
    this.thresholds = thresholds;
    this.cpu = cpu;
    this.bootId = bootId;
    this.nonces = nonces;
  }

  /** Runs the loop; returns after SIGTERM or SIGINT, when the pump was told to stop. */
  void runUntilSignal() throws InterruptedException {
    var thread = new Thread(this::run, "loop");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(thread), "executor-stop"));
    thread.start();
    started.await();
    if (loop != null) {
      System.out.println("executor ready, " + timing);
    }
    // From here, not from the loop: a thread inherits the processor it is bound to.
    StallReporter reporter = stalls;
    if (reporter != null) {
      reporter.start(new LinuxClock());
    }
    thread.join();
    Throwable cause = failure.get();
    if (cause != null) {
      throw new IllegalStateException("the control loop failed", cause);
    }
  }

  private void run() {
    try (var footing = RealTimeThread.enter(cpu)) {
      ControlLoop built = build(footing);
      timing = footing.timing().statement();
      loop = built;
      started.countDown();
      built.run();
    } catch (RuntimeException | Error e) {
      failure.set(e);
    } finally {
      started.countDown();
    }
  }

  private ControlLoop build(RealTimeThread footing) {
    var statistics = new CycleStatistics();
    var pump = new NewEraPump(line, NewEraModel.NE_1000);
    var review =
        new OrderReview(
            library,
            syringe -> new NewEraResolution(NewEraModel.NE_1000, syringe.innerDiameterUm()));
    rehearse(review);
    var boot =
        new BootRecord(
            bootId,
            Build.text(),
            footing.timing().statement(),
            footing.timing().bits(),
            library.hash(),
            false);
    var cycle =
        new ControlCycle(
            boot,
            thresholds,
            pump,
            station,
            review,
            () -> nonces.nextLong(1, Long.MAX_VALUE),
            statistics);
    var marker = new StallMarker(new LinuxTimer(), new LinuxClock());
    stalls = reporter(marker);
    return new ControlLoop(cycle, marker, new LinuxWallClock(), marker, statistics);
  }

  private StallReporter reporter(StallMarker marker) {
    var kernel = new KernelCounters(Path.of("/"), KernelCounters.callingTask(), cpu);
    return new StallReporter(marker, kernel::read, System.out::println, new LinuxClock().nowNs());
  }

  /** The first read-back of a cold JVM takes tens of milliseconds: not in a cycle. */
  private void rehearse(OrderReview review) {
    for (DrugEntry drug : library.drugs()) {
      for (Protocol protocol : drug.protocols().values()) {
        Order order = rehearsedOrder(drug, protocol);
        ReadBack readBack = review.readBack(order, 1, 1);
        for (int i = 0; i < REHEARSALS; i++) {
          review.draft(order);
          review.permit(readBack, 0, new Volume(0));
        }
      }
    }
  }

  private Order rehearsedOrder(DrugEntry drug, Protocol protocol) {
    Syringe largest = Collections.max(library.syringes(), Comparator.comparing(Syringe::capacity));
    return new Order(
        library.hash(),
        drug.id(),
        protocol.id(),
        Patient.ofWeight(REHEARSED_WEIGHT_G),
        WeightBasis.ACTUAL,
        protocol.phases(),
        drug.concentrations().getFirst().ngPerMl(),
        largest.id(),
        largest.capacity().nl(),
        List.of(),
        false,
        List.of(),
        "rehearsal",
        "");
  }

  private void end(Thread thread) {
    try {
      started.await();
      ControlLoop running = loop;
      if (running != null) {
        running.stop();
      }
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.tenuto.executor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.Build;
import org.tenuto.control.BootRecord;
import org.tenuto.control.ControlLoop;
import org.tenuto.control.CycleStatistics;
import org.tenuto.control.WakeSink;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.OrderReview;
import org.tenuto.link.ExecutorLink;
import org.tenuto.linux.LineRehearsal;
import org.tenuto.linux.LinuxClock;
import org.tenuto.linux.LinuxTimer;
import org.tenuto.linux.LinuxWallClock;
import org.tenuto.linux.RealTimeThread;
import org.tenuto.replay.DrivenPump;
import org.tenuto.replay.ExecutorPorts;
import org.tenuto.replay.Recording;
import org.tenuto.replay.TracedExecutor;

/**
 * The one thread that acts: it asks the kernel for its footing, then runs the loop until a signal
 * ends the process. An error in it ends the process at once, and the pump's own watchdog stops the
 * pump: a loop in doubt does not go on.
 */
public final class LoopThread {

  private final BoardPump pump;
  private final ExecutorLink link;
  private final BoardPanel panel;
  private final Path rehearsalFolder;
  private final DrugLibrary library;
  private final CheckThresholds thresholds;
  private final int cpu;
  private final long bootId;
  private final RandomGenerator nonces;
  private final CountDownLatch started = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private WakeSink wakeUps = WakeSink.NOBODY;
  private volatile String timing = "";
  private volatile @Nullable StallReporter stalls;
  private volatile @Nullable ControlLoop loop;

  /**
   * Nothing runs yet.
   *
   * @param pump the pump on its open line
   * @param panel e-stop, buttons, lamp and buzzer; open already
   * @param rehearsalFolder a folder in memory, made for the rehearsal and taken away after it
   * @param cpu processor to be bound to, from 0
   * @param nonces unpredictable numbers
   */
  public LoopThread(
      BoardPump pump,
      ExecutorLink link,
      BoardPanel panel,
      DrugLibrary library,
      CheckThresholds thresholds,
      Path rehearsalFolder,
      int cpu,
      long bootId,
      RandomGenerator nonces) {
    this.pump = pump;
    this.link = link;
    this.panel = panel;
    this.library = library;
    this.thresholds = thresholds;
    this.rehearsalFolder = rehearsalFolder;
    this.cpu = cpu;
    this.bootId = bootId;
    this.nonces = nonces;
  }

  /** Has the loop tell each wake-up of it, for a benchmark; before it runs. */
  public LoopThread tellWakeUps(WakeSink sink) {
    wakeUps = sink;
    return this;
  }

  /** Runs the loop; returns after SIGTERM or SIGINT, when the pump was told to stop. */
  public void runUntilSignal() throws InterruptedException {
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
    try {
      run(rehearse());
    } catch (RuntimeException | Error e) {
      failure.set(e);
    } finally {
      started.countDown();
    }
  }

  private void run(OrderReview review) {
    try (var footing = RealTimeThread.enter(cpu)) {
      ControlLoop built = build(footing, review);
      timing = footing.timing().statement();
      loop = built;
      started.countDown();
      built.run();
    }
  }

  private ControlLoop build(RealTimeThread footing, OrderReview review) {
    var statistics = new CycleStatistics(wakeUps);
    var boot =
        new BootRecord(
            bootId,
            Build.text(),
            footing.timing().statement(),
            footing.timing().bits(),
            library.hash(),
            panel.observesEStop());
    var recording = new Recording(link);
    var cycle =
        TracedExecutor.recorded(
            recording,
            boot,
            thresholds,
            new DrivenPump(pump.driver().apply(recording), pump.rehearsed(), pump.build()),
            new ExecutorPorts(
                link,
                panel.signals(),
                panel.inputs(),
                review,
                () -> nonces.nextLong(1, Long.MAX_VALUE),
                statistics));
    var marker = new StallMarker(new LinuxTimer(), new LinuxClock());
    stalls = reporter(marker);
    return new ControlLoop(cycle, marker, new LinuxWallClock(), marker, statistics);
  }

  private StallReporter reporter(StallMarker marker) {
    var kernel = new KernelCounters(Path.of("/"), KernelCounters.callingTask(), cpu);
    return new StallReporter(marker, kernel::read, System.out::println, new LinuxClock().nowNs());
  }

  /** Before the kernel gives us its footing: this is the work of a second, not of a cycle. */
  private OrderReview rehearse() {
    var orders = new RehearsedOrders(library, pump.resolution());
    orders.reviewAll();
    var driven = RehearsedDriver.of(pump);
    var played = new RehearsedOrders(library, driven.resolution());
    try {
      if (pump.build() == null) {
        LineRehearsal.play();
      }
      Rehearsal.play(rehearsalFolder, driven, played.review(), played.first());
    } catch (IOException e) {
      System.out.println("executor: not rehearsed, " + e.getMessage());
    }
    // The rehearsal's link is unmapped before memory is locked, and its garbage is not the loop's.
    System.gc();
    return orders.review();
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

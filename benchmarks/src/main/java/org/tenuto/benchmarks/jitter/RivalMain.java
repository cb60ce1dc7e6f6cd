package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.SleepingIdleStrategy;
import org.tenuto.benchmarks.ParentWatch;
import org.tenuto.linux.RealTimeThread;

/**
 * A process with a loop as a Java programmer would write it without this project: arguments
 * subject, log, processor.
 */
final class RivalMain {

  private static final String NONE = "timing: a normal thread, nothing asked for";

  private final JitterSubject subject;
  private final Path log;
  private final int cpu;
  private final CountDownLatch started = new CountDownLatch(1);
  private final AtomicReference<String> timing = new AtomicReference<>(NONE);

  private RivalMain(JitterSubject subject, Path log, int cpu) {
    this.subject = subject;
    this.log = log;
    this.cpu = cpu;
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    ParentWatch.start();
    new RivalMain(
            JitterSubject.valueOf(args[0]), Path.of(args[1]), Integer.parseInt(args[2]))
        .run();
  }

  private void run() throws IOException, InterruptedException, ExecutionException {
    WakeLog wakes = WakeLog.open(log);
    switch (subject.withoutFifo()) {
      case SCHEDULED -> schedule(wakes);
      case SLEEP -> thread(() -> sleep(wakes)).start();
      case PARK -> thread(() -> park(wakes)).start();
      case AGRONA -> AgentRunner.startOnThread(
          new AgentRunner(
              new SleepingIdleStrategy(), RivalMain::fail, null, new GridAgent(wakes)),
          this::thread);
      default -> throw new IllegalArgumentException(subject + ": expected a rival");
    }
    started.await();
    System.out.println("rival ready, " + timing.get());
  }

  /** A thread on the footing the subject asks for. */
  private Thread thread(Runnable work) {
    return new Thread(() -> onFooting(work), "loop");
  }

  private void onFooting(Runnable work) {
    if (!subject.fifo()) {
      started.countDown();
      work.run();
      return;
    }
    try (var footing = RealTimeThread.enter(cpu)) {
      timing.set(footing.timing().statement());
      started.countDown();
      work.run();
    }
  }

  private static void fail(Throwable cause) {
    System.err.println("rival: " + cause);
    System.exit(1);
  }

  /** What is scheduled first starts the pool's thread. */
  private void schedule(WakeLog wakes) throws InterruptedException, ExecutionException {
    var pool = Executors.newSingleThreadScheduledExecutor(this::thread);
    pool.schedule(() -> {}, 1, TimeUnit.MILLISECONDS).get();
    var beat = new ScheduledBeat(wakes);
    beat.begins(pool.scheduleAtFixedRate(beat, 1, 1, TimeUnit.MILLISECONDS));
  }

  private static void sleep(WakeLog wakes) {
    var grid = new Grid(wakes);
    try {
      while (!Thread.currentThread().isInterrupted()) {
        for (long leftNs = grid.leftNs(); leftNs > 0; leftNs = grid.leftNs()) {
          Thread.sleep(0, (int) Math.min(leftNs, Wakes.PERIOD_NS - 1));
        }
        grid.woke();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void park(WakeLog wakes) {
    var grid = new Grid(wakes);
    while (!Thread.currentThread().isInterrupted()) {
      for (long leftNs = grid.leftNs(); leftNs > 0; leftNs = grid.leftNs()) {
        LockSupport.parkNanos(leftNs);
      }
      grid.woke();
    }
  }

  /** Looks at the clock each time it is asked for work. */
  private static final class GridAgent implements Agent {

    private final WakeLog wakes;
    private Grid grid;

    GridAgent(WakeLog wakes) {
      this.wakes = wakes;
      grid = new Grid(wakes);
    }

    @Override
    public void onStart() {
      grid = new Grid(wakes);
    }

    @Override
    public int doWork() {
      if (grid.leftNs() > 0) {
        return 0;
      }
      grid.woke();
      return 1;
    }

    @Override
    public String roleName() {
      return "loop";
    }
  }
}

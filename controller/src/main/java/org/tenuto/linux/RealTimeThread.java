package org.tenuto.linux;

import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the kernel to let the calling thread keep its deadlines, and says what it was granted:
 * SCHED_FIFO, locked memory, one CPU of its own choice, no sleep states that are slow to leave.
 *
 * <p>To be entered by the loop thread itself, after warm-up (design §15). Nothing here is fatal:
 * what is refused is stated and the loop goes on at normal priority with a timer slack of 1 ns. The
 * thread keeps what it was granted; {@link #close} lets the CPU sleep deeply again.
 */
public final class RealTimeThread implements AutoCloseable {

  /** Priority of the loop (1 to 99): above all normal work, below the kernel's own threads. */
  public static final int PRIORITY = 80;

  /** Says that no CPU was configured. */
  public static final int NO_CPU = -1;

  private static final String LATENCY_DEVICE = "/dev/cpu_dma_latency";

  private final List<String> granted = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private long bits;

  /** Open for as long as the latency is held: the kernel drops the request when it is closed. */
  private @Nullable FileOutputStream latency;

  private RealTimeThread() {}

  /**
   * Asks for everything, for the calling thread.
   *
   * @param cpu number of the CPU to run on, 0 to 1023; {@link #NO_CPU} for any
   */
  public static RealTimeThread enter(int cpu) {
    if (cpu < NO_CPU || cpu > 1023) {
      throw new IllegalArgumentException("cpu " + cpu + ": expected 0 to 1023, or -1 for any");
    }
    RealTimeThread thread = new RealTimeThread();
    String notLinux = Platform.refusal();
    if (notLinux != null) {
      thread.refused.add("real-time scheduling (" + notLinux + ")");
      return thread;
    }
    thread.ask(cpu);
    return thread;
  }

  private void ask(int cpu) {
    Scheduling kernel = new Scheduling();
    note(Timing.LOCKED_MEMORY, "locked memory", kernel.lockMemory());
    note(Timing.AFFINITY, "CPU affinity", cpu == NO_CPU ? "not configured" : kernel.runOn(cpu));
    note(Timing.C_STATE, "C-state latency 0", holdLatency());
    note(Timing.FIFO, "SCHED_FIFO", kernel.fifo(PRIORITY));
    if ((bits & Timing.FIFO) == 0) {
      // The kernel may wake a normal thread 50 us late to save power; a FIFO thread it never does.
      note(0, "timer slack 1 ns", kernel.timerSlack(1));
    }
  }

  private void note(long bit, String what, @Nullable String refusal) {
    if (refusal == null) {
      bits |= bit;
      granted.add(what);
    } else {
      refused.add("no " + what + " (" + refusal + ")");
    }
  }

  private @Nullable String holdLatency() {
    try {
      FileOutputStream device = new FileOutputStream(LATENCY_DEVICE);
      latency = device;
      device.write(new byte[Integer.BYTES]); // 0 us, a 32-bit integer
      return null;
    } catch (IOException e) {
      close();
      return e.getMessage();
    }
  }

  /**
   * What the kernel would grant, tried in earnest on a thread that ends with the trial. Nothing of
   * it stays: the memory of the process is unlocked again, so never call it beside a running loop.
   *
   * @param cpu as for {@link #enter}
   * @param trial what to do meanwhile, on that thread, with what was granted
   */
  public static <T> T tryOut(int cpu, Function<Timing, T> trial) throws InterruptedException {
    var task =
        new FutureTask<T>(
            () -> {
              try (RealTimeThread footing = enter(cpu)) {
                return trial.apply(footing.timing());
              }
            });
    Thread thread = new Thread(task, "real-time-trial");
    thread.start();
    thread.join();
    if (Platform.refusal() == null) {
      new Scheduling().unlockMemory();
    }
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("real-time trial: " + e.getCause(), e);
    }
  }

  /** What was granted. */
  public Timing timing() {
    String statement =
        refused.isEmpty()
            ? "timing: real time (" + String.join(", ", granted) + ")"
            : "timing: degraded, " + String.join(", ", refused);
    return new Timing(bits, statement);
  }

  /** Lets the CPU use its sleep states again. */
  @Override
  public void close() {
    FileOutputStream device = latency;
    latency = null;
    if (device == null) {
      return;
    }
    try {
      device.close();
    } catch (IOException e) {
      throw new IllegalStateException(LATENCY_DEVICE + ": " + e.getMessage(), e);
    }
  }
}

package org.tenuto.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The kernel's counters of the loop: steal time, throttling, faults, swap, switches (proc(5)).
 * Reading allocates nothing. One thread, never the loop's.
 */
final class KernelCounters implements AutoCloseable {

  /** A tick of /proc/stat: USER_HZ is 100 on x86-64 and arm64 (proc(5)). */
  private static final long MS_PER_TICK = 10;

  /** After a processor's name: user nice system idle iowait irq softirq steal. */
  private static final int STEAL = 8;

  /** Field 12 of a thread's stat; the name, field 2, ends with the last parenthesis. */
  private static final int MAJOR_FAULTS = 12 - 2;

  private static final byte[] THROTTLED = ProcText.key("nr_throttled");
  private static final byte[] SWAPPED_IN = ProcText.key("pswpin");
  private static final byte[] SLEPT = ProcText.key("voluntary_ctxt_switches:");
  private static final byte[] PREEMPTED = ProcText.key("nonvoluntary_ctxt_switches:");

  private final byte[] cpuKey;
  private final ProcFile cpus;
  private final ProcFile thread;
  private final ProcFile status;
  private final ProcFile group;
  private final ProcFile memory;

  /**
   * Opens the files.
   *
   * @param root {@code /} but in tests
   * @param task the loop thread's folder below {@code proc}, as {@link #callingTask} gives it
   * @param cpu processor of the loop, from 0
   */
  KernelCounters(Path root, String task, int cpu) {
    cpuKey = ProcText.key("cpu" + cpu);
    Path proc = root.resolve("proc");
    cpus = new ProcFile(proc.resolve("stat"));
    thread = new ProcFile(proc.resolve(task).resolve("stat"));
    status = new ProcFile(proc.resolve(task).resolve("status"));
    memory = new ProcFile(proc.resolve("vmstat"));
    group = new ProcFile(root.resolve(CpuGroup.statOf(text(proc.resolve("self/cgroup")))));
  }

  /** The calling thread's folder below {@code proc}, e.g. {@code 12/task/14}. */
  static String callingTask() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/thread-self")).toString();
    } catch (IOException e) {
      return "thread-unknown"; // no such folder: its figures are unknown, not somebody else's
    }
  }

  /** Reads everything. */
  void read(KernelSample into) {
    long ticks = cpus.read().word(cpuKey, STEAL);
    into.stealMs = ticks == ProcText.UNKNOWN ? ticks : ticks * MS_PER_TICK;
    into.majorFaults = thread.read().wordAfterLast(')', MAJOR_FAULTS);
    into.throttled = group.read().word(THROTTLED, 1);
    into.swappedIn = memory.read().word(SWAPPED_IN, 1);
    ProcText switches = status.read();
    into.slept = switches.word(SLEPT, 1);
    into.preempted = switches.word(PREEMPTED, 1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    for (ProcFile file : new ProcFile[] {cpus, thread, status, group, memory}) {
      file.close();
    }
  }
}

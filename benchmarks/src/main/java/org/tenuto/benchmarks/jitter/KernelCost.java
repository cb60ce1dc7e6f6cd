package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the kernel has counted for a process and its processor.
 *
 * @param minorFaults pages of the whole process that were there but not mapped
 * @param majorFaults pages it had to wait for
 * @param stealMs time the host took from that processor, ms; in steps of 10
 */
record KernelCost(long minorFaults, long majorFaults, long stealMs) {

  static final KernelCost NONE = new KernelCost(0, 0, 0);

  private static final int MINOR = 7;
  private static final int MAJOR = 9;

  /** After a processor's name: user nice system idle iowait irq softirq steal. */
  private static final int STEAL = 8;

  /** USER_HZ is 100 on x86-64 and arm64 (proc(5)). */
  private static final long MS_PER_TICK = 10;

  /** What is counted now. */
  static KernelCost of(long pid, int cpu) throws IOException {
    return of(
        Files.readString(Path.of("/proc", Long.toString(pid), "stat")),
        Files.readAllLines(Path.of("/proc/stat")),
        cpu);
  }

  /** From the texts of a process's {@code stat} and of {@code /proc/stat}. */
  static KernelCost of(String process, List<String> processors, int cpu) {
    String[] afterName = process.substring(process.lastIndexOf(')') + 2).split(" ", -1);
    String name = "cpu" + cpu + " ";
    long ticks =
        processors.stream()
            .filter(line -> line.startsWith(name))
            .mapToLong(line -> Long.parseLong(line.split(" +", -1)[STEAL]))
            .findFirst()
            .orElse(0);
    return new KernelCost(
        Long.parseLong(afterName[MINOR]),
        Long.parseLong(afterName[MAJOR]),
        ticks * MS_PER_TICK);
  }

  /** What came after an earlier reading. */
  KernelCost since(KernelCost before) {
    return new KernelCost(
        minorFaults - before.minorFaults,
        majorFaults - before.majorFaults,
        stealMs - before.stealMs);
  }

  KernelCost plus(KernelCost other) {
    return new KernelCost(
        minorFaults + other.minorFaults,
        majorFaults + other.majorFaults,
        stealMs + other.stealMs);
  }
}

package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process has cost by now, as the kernel counts it.
 *
 * @param cpuTicks processor time, hundredths of a second
 * @param threads of the machine
 * @param residentKb memory
 */
record ProcessCost(long cpuTicks, long threads, long residentKb) {

  /** USER_HZ of Linux on x86-64 and arm64. */
  static final double TICKS_PER_S = 100;

  private static final int UTIME = 11;

  static ProcessCost of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    return of(
        Files.readString(process.resolve("stat")), Files.readAllLines(process.resolve("status")));
  }

  /** From the texts of {@code stat} and {@code status}. */
  static ProcessCost of(String stat, List<String> status) {
    String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(afterName[UTIME]) + Long.parseLong(afterName[UTIME + 1]);
    return new ProcessCost(ticks, number(status, "Threads:"), number(status, "VmRSS:"));
  }

  private static long number(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + name + " in " + status));
  }

  /** The same with only the processor time since {@code before}. */
  ProcessCost since(ProcessCost before) {
    return new ProcessCost(cpuTicks - before.cpuTicks, threads, residentKb);
  }

  /** Share of one processor over so many seconds, %. */
  double percent(double seconds) {
    return 100 * cpuTicks / TICKS_PER_S / seconds;
  }
}

package org.tenuto.benchmarks.jitter;

import java.util.List;
import java.util.Locale;

/** What else the machine has to do. */
enum JitterLoad {
  IDLE("nothing of ours", ""),
  CPU("stress-ng: every processor computes", "--cpu 0"),
  MEMORY(
      "stress-ng: 256 MB written over and over, and streams through memory",
      "--vm 1 --vm-bytes 256m --stream 1"),
  DISK(
      "stress-ng: 64 MB written and synced over and over, beside the temporary files",
      "--hdd 1 --hdd-bytes 64m --hdd-opts fsync"),
  NETWORK("stress-ng: TCP and UDP through loopback", "--sock 1 --udp 1"),
  ALLOCATION("a JVM that allocates 200 MB/s; station subjects do so themselves as well", ""),
  ALL(
      "all of that at once",
      "--cpu 0 --vm 1 --vm-bytes 256m --stream 1 --hdd 1 --hdd-bytes 64m --hdd-opts fsync --sock 1"
          + " --udp 1");

  private final String description;
  private final String stress;

  JitterLoad(String description, String stress) {
    this.description = description;
    this.stress = stress;
  }

  /** As it is named on the command line and in tables. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, for people. */
  String description() {
    return description;
  }

  /** What stress-ng is asked for; empty if it is not needed. */
  List<String> stress() {
    return stress.isEmpty() ? List.of() : List.of(stress.split(" ", -1));
  }

  /** Whether something allocates. */
  boolean allocates() {
    return this == ALLOCATION || this == ALL;
  }

  /**
   * Reads names with commas between them; {@code every} for every one.
   *
   * @throws IllegalArgumentException one line: what was expected
   */
  static List<JitterLoad> parse(String text) {
    return Names.parse("--loads", text, List.of(values()), JitterLoad::text);
  }
}

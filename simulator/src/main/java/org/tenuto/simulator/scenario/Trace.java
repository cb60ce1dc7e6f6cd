package org.tenuto.simulator.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a session, a line each, and the SHA-256 of it all: two runs of one seed and
 * commit have the same, byte for byte.
 */
public final class Trace {

  private static final long NS_PER_MS = 1_000_000;

  private final MessageDigest digest;
  private final @Nullable Consumer<String> reader;

  /**
   * Begins.
   *
   * @param reader takes each line; null if nobody reads
   */
  public Trace(@Nullable Consumer<String> reader) {
    this.reader = reader;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Adds a line.
   *
   * @param sinceStartNs ns since the session began
   * @param who who did or said it: staff, executor, station, world, fault, oracle
   */
  void add(long sinceStartNs, String who, String what) {
    long ms = sinceStartNs / NS_PER_MS;
    String line = ms / 1_000 + "." + threeDigits(ms % 1_000) + " " + who + " " + what;
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    if (reader != null) {
      reader.accept(line);
    }
  }

  private static String threeDigits(long number) {
    return number < 10 ? "00" + number : number < 100 ? "0" + number : Long.toString(number);
  }

  /** SHA-256 of everything so far, lower-case hex; ends the trace. */
  String end() {
    return HexFormat.of().formatHex(digest.digest());
  }
}

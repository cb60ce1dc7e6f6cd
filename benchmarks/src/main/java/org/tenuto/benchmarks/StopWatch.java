package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.tenuto.simulator.pty.PseudoTerminal;

/** Opens the e-stop and reads the line until the stop is there: the same for every loop. */
final class StopWatch {

  /** Its name in every protocol of the pump. */
  private static final String STOP = "STP";

  /** Start and length before the name in the pump's safe mode; checksum and end after it. */
  private static final int BEFORE = 2;

  private static final int AFTER = 3;
  private static final long LONGEST_NS = 2_000_000_000;
  private static final int WAIT_MS = 2_000;

  private final PseudoTerminal line;
  private final MappedFlag flag;
  private String heard = "";

  StopWatch(PseudoTerminal line, MappedFlag flag) {
    this.line = line;
    this.flag = flag;
  }

  /**
   * One stop. The e-stop stays open.
   *
   * @return from opening it until its bytes were read, ns
   * @throws IOException if none came within 2 s
   */
  long openEStop() throws IOException {
    var bytes = new StringBuilder();
    long openedNs = System.nanoTime();
    flag.set(true);
    long readNs = openedNs;
    while (bytes.indexOf(STOP) < 0) {
      if (readNs - openedNs > LONGEST_NS) {
        throw new IOException("no stop within 2 s on " + line.slavePath());
      }
      bytes.append(new String(line.read(WAIT_MS), StandardCharsets.ISO_8859_1));
      readNs = System.nanoTime();
    }
    heard = bytes.toString();
    return readNs - openedNs;
  }

  /** The stop alone: its packet, with what frames its name. */
  byte[] packet() {
    int at = heard.indexOf(STOP);
    int from = Math.max(0, at - BEFORE);
    int to = Math.min(heard.length(), at + STOP.length() + AFTER);
    return heard.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What was read meanwhile, the stop and what came before it. */
  byte[] heard() {
    return heard.getBytes(StandardCharsets.ISO_8859_1);
  }
}

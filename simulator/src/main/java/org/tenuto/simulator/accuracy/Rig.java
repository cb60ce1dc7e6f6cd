package org.tenuto.simulator.accuracy;

import java.nio.charset.StandardCharsets;
import org.tenuto.simulator.firmware.Ne1000;
import org.tenuto.simulator.firmware.PumpModel;
import org.tenuto.simulator.world.DeliveryPath;

/** A pump with its syringe and line, and somebody who talks to it, in virtual time. One thread. */
final class Rig {

  static final String STOPPED = "00S";
  static final String INFUSING = "00I";

  private static final long NS_PER_MS = 1_000_000;
  private static final byte[] NOTHING = {};

  private final DeliveryPath path;
  private final Ne1000 pump;
  private long nowNs;

  /** A pump that was just switched on, its syringe just loaded; it knows of the switching on. */
  Rig(Specimen specimen) {
    path = new DeliveryPath(specimen.drive(), specimen.barrel(), specimen.line(), 0);
    pump = new Ne1000(PumpModel.NE1000, path, 0);
    ask("");
  }

  /** Sends a command; the answer without its frame, e.g. {@code 00S}. */
  String ask(String command) {
    byte[] answer = pump.step((command + "\r").getBytes(StandardCharsets.US_ASCII), nowNs);
    return new String(answer, 1, answer.length - 2, StandardCharsets.US_ASCII);
  }

  /** Lets pump, syringe and line live for so many milliseconds. */
  void pass(long ms) {
    for (long i = 0; i < ms; i++) {
      nowNs += NS_PER_MS;
      pump.step(NOTHING, nowNs);
      path.advance(nowNs);
    }
  }

  /** What happens to syringe and line. */
  DeliveryPath path() {
    return path;
  }

  /** What is in the vein, mL. */
  double intoVeinMl() {
    return path.intoVeinNl() / 1e6;
  }
}

package org.tenuto.simulator.fleet;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Gives each device and each round order ids of its own. Any thread. */
record OrderIds(String device) {

  /** As long as the recorded one; empty stays empty. */
  String of(String recorded, int round) {
    if (recorded.isEmpty()) {
      return recorded;
    }
    byte[] name = (device + " " + round + " " + recorded).getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(Hash.of(ByteString.copyFrom(name)).toByteArray());
    return hex.substring(0, Math.min(recorded.length(), hex.length()));
  }
}

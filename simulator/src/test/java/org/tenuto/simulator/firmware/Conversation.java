package org.tenuto.simulator.firmware;

import java.nio.charset.StandardCharsets;

/** A pump on a bench without a line: talk to it, let time pass, watch its motor. */
final class Conversation {

  static final long NS_PER_MS = 1_000_000;

  final CountingMotor motor = new CountingMotor();
  final Ne1000 pump;
  long nowNs;

  Conversation() {
    this(PumpModel.NE1000);
  }

  Conversation(PumpModel model) {
    pump = new Ne1000(model, motor, 0);
  }

  /** A pump whose reset alarm was acknowledged. */
  static Conversation started() {
    Conversation conversation = new Conversation();
    conversation.basic("");
    return conversation;
  }

  byte[] send(byte[] bytes) {
    return pump.step(bytes, nowNs);
  }

  /** Sends text with a CR; returns the reply without STX and ETX. */
  String basic(String text) {
    return unframed(send((text + "\r").getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Sends a packet; returns the reply's data. */
  String safe(String data) {
    return dataOf(send(SafePacket.of(data)));
  }

  /** Lets time pass in one step; returns what the pump said by itself. */
  byte[] pass(long ns) {
    nowNs += ns;
    return pump.step(new byte[0], nowNs);
  }

  static String unframed(byte[] reply) {
    String text = new String(reply, StandardCharsets.ISO_8859_1);
    return text.replace("\u0002", "").replace("\u0003", "");
  }

  /** Data of the one safe packet in a reply. */
  static String dataOf(byte[] reply) {
    return reply.length < 5
        ? unframed(reply)
        : new String(reply, 2, reply.length - 5, StandardCharsets.ISO_8859_1);
  }
}

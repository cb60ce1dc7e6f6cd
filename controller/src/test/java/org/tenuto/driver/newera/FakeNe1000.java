package org.tenuto.driver.newera;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * The other end of the line, in memory: as much of an NE-1000 as the driver talks to, with its own
 * framing and numbers, a plunger that moves by time, and a line that can be hurt.
 */
public final class FakeNe1000 implements SerialLine {

  private static final long REPLY_AFTER_NS = 4_000_000;
  private static final long INTER_BYTE_NS = 500_000_000;
  private static final double NS_PER_H = 3.6e12;

  // How the line and the pump are hurt.
  boolean gone;
  boolean stuck;
  boolean deaf;
  boolean byteWise;
  int writeAtMost = Integer.MAX_VALUE;
  IntPredicate dropReply = n -> false;
  IntPredicate corruptReply = n -> false;
  IntPredicate corruptCommand = n -> false;
  IntPredicate delayReply = n -> false;
  IntPredicate doubleReply = n -> false;
  boolean basicOnly;
  char promptOnRun = 'I';
  String override = "";
  String overrideWith = "";

  // What can be seen of it.
  final List<String> commands = new ArrayList<>();
  final List<String> prompts = new ArrayList<>();
  final ByteArrayOutputStream wire = new ByteArrayOutputStream();
  int discards;
  int replies;
  int runs;
  double plungerNl;

  // The pump's own state.
  boolean safe = true;
  char prompt = 'S';
  char alarm;
  double counterNl;
  private double phaseNl;
  private double rateNlPerH;
  private double targetNl;
  private String diameter = "14.43";
  private String rate = "0.000MH";
  private String volume = "0.000";
  private String volumeUnit = "ML";
  private String direction = "INF";
  private int phase = 1;
  private final String[] functions = {"", "RAT", "STP", "STP"};
  private int powerFail = 1;
  private int watchdogS = 1;
  private long heardNs = Long.MIN_VALUE;

  private static final class Pending {
    final long atNs;
    final byte[] bytes;

    Pending(long atNs, byte[] bytes) {
      this.atNs = atNs;
      this.bytes = bytes;
    }
  }

  private final ByteArrayOutputStream input = new ByteArrayOutputStream();
  private final Deque<Pending> output = new ArrayDeque<>();
  private byte[] ready = new byte[0];
  private long nowNs;
  private long lastByteNs;
  private int received;

  // Time.

  public void advanceTo(long toNs) {
    double hours = (toNs - nowNs) / NS_PER_H;
    nowNs = toNs;
    if (prompt == 'I' || prompt == 'X' || prompt == 'W') {
      move(rateNlPerH * hours);
    }
    if (safe && watchdogS > 0 && heardNs != Long.MIN_VALUE && nowNs - heardNs > watchdogS * 1e9) {
      heardNs = Long.MIN_VALUE;
      prompt = 'S';
      raise('T');
    }
  }

  private void move(double wantedNl) {
    double left = targetNl > 0 ? targetNl - phaseNl : Double.MAX_VALUE;
    double moved = Math.min(wantedNl, left);
    phaseNl += moved;
    plungerNl += moved;
    counterNl += moved;
    if (wantedNl >= left) {
      prompt = 'S';
    }
  }

  /** An alarm: pumping stops, the next command is eaten, in safe mode the pump says so itself. */
  void raise(char letter) {
    alarm = letter;
    prompt = 'S';
    if (safe) {
      send("00A?" + letter);
    }
  }

  /** Bytes that look like a reply without a check. */
  void sendUnchecked(String text) {
    output.add(new Pending(nowNs, basic(text)));
  }

  void losePower() {
    counterNl = 0;
    heardNs = Long.MIN_VALUE;
    output.clear();
    raise('R');
  }

  /** Somebody works the pump's own keys. */
  void runByHand(char runningPrompt, double nlPerH) {
    prompt = runningPrompt;
    rateNlPerH = nlPerH;
    targetNl = 0;
  }

  boolean isMoving() {
    return prompt == 'I' || prompt == 'W' || prompt == 'X';
  }

  boolean isParked() {
    return functions[1].equals("STP") && phase == 1;
  }

  String function(int ofPhase) {
    return functions[ofPhase];
  }

  // The line.

  @Override
  public int read(byte[] into) {
    if (gone) {
      return -1;
    }
    if (ready.length == 0 && !output.isEmpty() && output.getFirst().atNs <= nowNs) {
      ready = output.removeFirst().bytes;
    }
    int count = Math.min(Math.min(ready.length, into.length), byteWise ? 1 : Integer.MAX_VALUE);
    System.arraycopy(ready, 0, into, 0, count);
    ready = Arrays.copyOfRange(ready, count, ready.length);
    return count;
  }

  @Override
  public int write(byte[] from, int length) {
    if (gone) {
      return -1;
    }
    int count = Math.min(length, writeAtMost);
    wire.write(from, 0, count);
    for (int i = 0; i < count && !deaf; i++) {
      take(from[i]);
    }
    return count;
  }

  @Override
  public int queued() {
    if (gone) {
      return -1;
    }
    return stuck ? 3 : 0;
  }

  @Override
  public void discardOutput() {
    discards++;
  }

  // Packets.

  private void take(byte b) {
    if (nowNs - lastByteNs > INTER_BYTE_NS) {
      input.reset();
    }
    lastByteNs = nowNs;
    input.write(b);
    byte[] bytes = input.toByteArray();
    if (bytes[0] == 2) {
      if (bytes.length == 2 && bytes[1] < 4) {
        input.reset();
      } else if (bytes.length > 2 && bytes.length == bytes[1] + 1) {
        input.reset();
        takePacket(bytes);
      }
    } else if (b == '\r' && !safe) {
      input.reset();
      String text = new String(bytes, StandardCharsets.US_ASCII);
      answer(text.replaceAll("[\\x00-\\x20]", "").toUpperCase(Locale.ROOT));
    } else if (safe) {
      input.reset();
    }
  }

  private void takePacket(byte[] packet) {
    int textLength = packet.length - 5;
    String text = new String(packet, 2, textLength, StandardCharsets.US_ASCII);
    int check = (packet[textLength + 2] & 0xFF) << 8 | (packet[textLength + 3] & 0xFF);
    received++;
    if (basicOnly && !safe && !text.startsWith("SAF")) {
      return;
    }
    if (check != check(text) || corruptCommand.test(received)) {
      send("00" + prompt + "?COM");
      return;
    }
    heardNs = nowNs;
    answer(text);
  }

  private void answer(String text) {
    commands.add(text);
    if (alarm != 0) {
      char letter = alarm;
      alarm = 0;
      send("00A?" + letter);
      return;
    }
    String data = text.equals(override) ? overrideWith : execute(text);
    send("00" + prompt + data);
  }

  private void send(String text) {
    replies++;
    prompts.add(text);
    if (dropReply.test(replies)) {
      return;
    }
    byte[] bytes = safe ? packet(text) : basic(text);
    if (corruptReply.test(replies)) {
      bytes[bytes.length / 2] ^= 0x04;
    }
    long delayNs = delayReply.test(replies) ? 150_000_000 : REPLY_AFTER_NS;
    output.add(new Pending(nowNs + delayNs, bytes));
    if (doubleReply.test(replies)) {
      output.add(new Pending(nowNs + delayNs, bytes));
    }
  }

  static byte[] basic(String text) {
    return ("\u0002" + text + "\u0003").getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] packet(String text) {
    byte[] packet = new byte[text.length() + 5];
    packet[0] = 2;
    packet[1] = (byte) (text.length() + 4);
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, packet, 2, text.length());
    int check = check(text);
    packet[packet.length - 3] = (byte) (check >> 8);
    packet[packet.length - 2] = (byte) check;
    packet[packet.length - 1] = 3;
    return packet;
  }

  /** XMODEM by division of the whole message, unlike the driver's own. */
  private static int check(String text) {
    BigInteger message = new BigInteger(1, text.getBytes(StandardCharsets.US_ASCII)).shiftLeft(16);
    BigInteger divisor = BigInteger.valueOf(0x11021);
    while (message.bitLength() > 16) {
      message = message.xor(divisor.shiftLeft(message.bitLength() - 17));
    }
    return message.intValue();
  }

  // Commands.

  private String execute(String text) {
    String name = text.length() < 3 ? text : text.substring(0, 3);
    String argument = text.substring(name.length());
    return switch (name) {
      case "" -> "";
      case "STP" -> stop();
      case "RUN" -> run();
      case "DIS" -> String.format(Locale.ROOT, "I%sW0.000%s", figure(counter()), volumeUnit);
      case "DIA" -> diameter(argument);
      case "RAT" -> rate(argument);
      case "VOL" -> volume(argument);
      case "CLD" -> clear();
      case "DIR" -> {
        direction = argument.isEmpty() ? direction : argument;
        yield argument.isEmpty() ? direction : "";
      }
      case "PHN" -> {
        phase = argument.isEmpty() ? phase : Integer.parseInt(argument);
        yield argument.isEmpty() ? "0" + phase : "";
      }
      case "FUN" -> {
        String before = functions[phase];
        functions[phase] = argument.isEmpty() ? before : argument;
        yield argument.isEmpty() ? before : "";
      }
      case "SAF" -> safeMode(argument);
      case "VER" -> "NE1000V3.923";
      case "PF0" -> {
        powerFail = 0;
        yield "";
      }
      default -> name.equals("PF") ? Integer.toString(powerFail) : "?";
    };
  }

  private String safeMode(String argument) {
    if (argument.isEmpty()) {
      return Integer.toString(watchdogS);
    }
    watchdogS = Integer.parseInt(argument);
    safe = watchdogS > 0;
    return "";
  }

  private String stop() {
    if (prompt == 'S') {
      return "?NA";
    }
    prompt = isMoving() ? 'P' : 'S';
    return "";
  }

  private String run() {
    runs++;
    phaseNl = 0;
    phase = 1;
    if (functions[1].equals("STP")) {
      return "";
    }
    targetNl = Double.parseDouble(volume) * (volumeUnit.equals("ML") ? 1e6 : 1e3);
    rateNlPerH = Double.parseDouble(rate.substring(0, 5)) * (rate.endsWith("MH") ? 1e6 : 1e3);
    prompt = direction.equals("INF") ? promptOnRun : 'W';
    return "";
  }

  private String diameter(String argument) {
    if (argument.isEmpty()) {
      return diameter;
    }
    diameter = argument;
    volumeUnit = Double.parseDouble(argument) <= 14 ? "UL" : "ML";
    counterNl = 0;
    return "";
  }

  private String rate(String argument) {
    if (!functions[phase].equals("RAT")) {
      return "?NA";
    }
    if (!argument.isEmpty()) {
      rate = argument;
    }
    return argument.isEmpty() ? rate : "";
  }

  private String volume(String argument) {
    if (argument.isEmpty()) {
      return volume + volumeUnit;
    }
    if (argument.equals("ML") || argument.equals("UL")) {
      volumeUnit = argument;
    } else {
      volume = argument;
    }
    return "";
  }

  private String clear() {
    counterNl = 0;
    return "";
  }

  private double counter() {
    return counterNl / (volumeUnit.equals("ML") ? 1e6 : 1e3);
  }

  /** Four digits and a point, cut, not rounded. */
  private static String figure(double value) {
    int decimals = value < 10 ? 3 : value < 100 ? 2 : value < 1000 ? 1 : 0;
    long scaled = (long) Math.floor(value * Math.pow(10, decimals) + 1e-6);
    String digits = String.format(Locale.ROOT, "%04d", scaled);
    return digits.substring(0, 4 - decimals) + "." + digits.substring(4 - decimals);
  }
}

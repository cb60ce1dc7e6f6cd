package org.tenuto.driver.newera;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tenuto.pump.RehearsedPump;

/**
 * A line in memory with a scripted pump at its end, on which the executor rehearses before it
 * speaks to the real one. The pump takes every setting, says it back, counts what it is told to
 * have delivered, and has each mishap when it is asked to. It knows nothing of rates and targets:
 * no model of a pump, a partner to speak the driver's lines to. One thread; allocates.
 */
public final class RehearsalLine implements SerialLine, RehearsedPump {

  private static final int REPLY_BYTES = 64;
  private static final int TEXT_AT = 2;
  private static final int VERB = 3;

  private final String version;
  private final Map<String, String> settings = new HashMap<>();
  private final byte[] reply = new byte[REPLY_BYTES];
  private int replyLength;
  private String volumeUnit = "";
  private boolean running;
  private long counterNl;
  private Mishap mishap = Mishap.NONE;

  /** A pump of this model, in safe mode, stopped. */
  public RehearsalLine(NewEraModel model) {
    version = model.reportedName() + "V3.923";
  }

  @Override
  public Set<Mishap> mishaps() {
    return EnumSet.complementOf(EnumSet.of(Mishap.NONE, Mishap.AT_END));
  }

  @Override
  public void mishap(Mishap next) {
    mishap = next;
  }

  @Override
  public boolean counts(long deliveredNl) {
    counterNl = deliveredNl;
    return true;
  }

  @Override
  public boolean reachesTarget(long deliveredNl) {
    counterNl = deliveredNl;
    running = false;
    return true;
  }

  /** Whether it was told to run. */
  public boolean isRunning() {
    return running;
  }

  @Override
  public int read(byte[] into) {
    if (mishap == Mishap.CUT) {
      return -1;
    }
    int count = replyLength;
    System.arraycopy(reply, 0, into, 0, count);
    replyLength = 0;
    return count;
  }

  @Override
  public int write(byte[] from, int length) {
    if (mishap == Mishap.CUT) {
      return -1;
    }
    if (from[0] == Frame.STX) {
      int textLength = from[1] - Frame.OVERHEAD;
      hear(new String(from, TEXT_AT, textLength, StandardCharsets.US_ASCII));
    }
    return length; // basic text it does not understand: it is in safe mode from the start
  }

  private void hear(String command) {
    if (mishap == Mishap.MUTE || (mishap == Mishap.MUTE_AT_RUN && command.equals("RUN"))) {
      return;
    }
    String alarm = alarm();
    if (alarm.isEmpty()) {
      String data = answer(command);
      say((isMoving() ? "I" : "S") + data);
    } else {
      running = false;
      mishap = Mishap.NONE; // an alarm is said once
      say("A?" + alarm);
    }
  }

  private String alarm() {
    return switch (mishap) {
      case STALLED -> "S";
      case RESET -> "R";
      case WATCHDOG -> "T";
      case PROGRAM_ERROR -> "E";
      default -> "";
    };
  }

  private boolean isMoving() {
    return mishap == Mishap.MOVES || (running && mishap != Mishap.ENDS_SHORT);
  }

  private String answer(String command) {
    String verb = command.substring(0, Math.min(VERB, command.length()));
    String argument = command.substring(verb.length());
    return switch (verb) {
      case "RUN" -> runs(true);
      case "STP" -> runs(false);
      case "VER" -> version;
      case "DIS" -> String.format(Locale.ROOT, "I%sW0.000ML", counter());
      case "CLD" -> cleared();
      case "PF" -> "0";
      case "PF0" -> "";
      case "VOL" -> volume(argument);
      default -> setting(verb, argument);
    };
  }

  private String runs(boolean now) {
    running = now;
    return "";
  }

  private String cleared() {
    counterNl = 0;
    return "";
  }

  /** Four digits and a point, as the pump shows its counter. */
  private String counter() {
    return String.format(Locale.ROOT, "%.3f", counterNl / 1_000_000.0).substring(0, 5);
  }

  private String volume(String argument) {
    if (argument.endsWith("L")) {
      volumeUnit = argument;
      return "";
    }
    String said = setting("VOL", argument);
    return said.isEmpty() ? "" : said + volumeUnit;
  }

  private String setting(String verb, String argument) {
    if (!argument.isEmpty()) {
      settings.put(verb, argument);
      return "";
    }
    return mishap == Mishap.OTHER_SETTING ? "9.999" : settings.getOrDefault(verb, "");
  }

  private void say(String text) {
    byte[] said = ("00" + text).getBytes(StandardCharsets.US_ASCII);
    reply[0] = Frame.STX;
    reply[1] = (byte) (said.length + Frame.OVERHEAD);
    System.arraycopy(said, 0, reply, TEXT_AT, said.length);
    int end = TEXT_AT + said.length;
    int crc = Crc.of(reply, TEXT_AT, said.length);
    reply[end] = (byte) (crc >>> Byte.SIZE);
    reply[end + 1] = (byte) crc;
    reply[end + 2] = Frame.ETX;
    replyLength = end + 3;
  }

  @Override
  public int queued() {
    return mishap == Mishap.CUT ? -1 : 0;
  }

  @Override
  public void discardOutput() {
    // What was written is with the pump already.
  }
}

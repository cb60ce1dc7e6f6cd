package org.tenuto.simulator.firmware;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands about the pump as a device; each returns what stands after the prompt. */
final class SystemCommands {

  private static final String DONE = "";
  private static final Set<String> BAUDS = Set.of("19200", "9600", "2400", "1200", "300");
  private static final Set<String> TRIGGERS =
      Set.of("FT", "FH", "F2", "LE", "ST", "T2", "SP", "P2");
  private static final Pattern ADDRESS =
      Pattern.compile("(\\d{1,2})(?:B(\\d{3,5}))?(?:DUAL|RECP)?");
  private static final int LONGEST_TIMEOUT_S = 255;

  private final Memory memory;
  private final Program program;
  private boolean buzzing;

  SystemCommands(Memory memory, Program program) {
    this.memory = memory;
    this.program = program;
  }

  String safeMode(String argument) {
    if (argument.isEmpty()) {
      return Integer.toString(memory.safeTimeoutS);
    }
    long seconds = Refusal.integer(argument);
    if (seconds < 0) {
      return Refusal.ofNumber(seconds);
    }
    if (seconds > LONGEST_TIMEOUT_S) {
      return Refusal.OUT_OF_RANGE;
    }
    memory.safeTimeoutS = (int) seconds;
    return DONE;
  }

  /** Only {@code *ADR} may set; plain {@code nADR} is how some clients look for a pump. */
  String address(String argument, boolean system) {
    if (argument.isEmpty()) {
      return PumpNumber.padded(memory.address, 2);
    }
    Matcher matcher = ADDRESS.matcher(argument);
    if (!system || !matcher.matches()) {
      return Refusal.UNKNOWN;
    }
    String baud = matcher.group(2);
    if (baud != null) {
      if (!BAUDS.contains(baud)) {
        return Refusal.OUT_OF_RANGE;
      }
      memory.baud = Integer.parseInt(baud);
    }
    memory.address = Integer.parseInt(matcher.group(1));
    return DONE;
  }

  String reset(String argument, boolean system) {
    if (!system || !argument.isEmpty()) {
      return Refusal.UNKNOWN;
    }
    program.cancel();
    memory.clearProgram();
    memory.safeTimeoutS = 0;
    memory.address = 0;
    return DONE;
  }

  String buzzer(String argument) {
    if (argument.isEmpty()) {
      return digit(buzzing);
    }
    // A count of beeps may follow the 1; the beeps are over before anybody asks.
    if (!argument.matches("0|1\\d?")) {
      return Refusal.UNKNOWN;
    }
    buzzing = argument.equals("1");
    return DONE;
  }

  String toggle(Verb verb, String argument) {
    if (argument.isEmpty()) {
      return digit(memory.switches.getOrDefault(verb, false));
    }
    if (!argument.equals("0") && !argument.equals("1")) {
      return Refusal.integer(argument) < 0 ? Refusal.UNKNOWN : Refusal.OUT_OF_RANGE;
    }
    memory.switches.put(verb, argument.equals("1"));
    return DONE;
  }

  String trigger(String argument) {
    if (argument.isEmpty()) {
      return memory.trigger;
    }
    if (!TRIGGERS.contains(argument)) {
      return Refusal.UNKNOWN;
    }
    memory.trigger = argument;
    return DONE;
  }

  String output(String argument) {
    return argument.matches("5[01]") ? DONE : Refusal.UNKNOWN;
  }

  /** Nothing is plugged in: the inputs are pulled up. */
  String input(String argument) {
    return argument.matches("[2346]") ? "1" : Refusal.UNKNOWN;
  }

  private static String digit(boolean on) {
    return on ? "1" : "0";
  }
}

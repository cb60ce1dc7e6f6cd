package org.tenuto.simulator.firmware;

import org.tenuto.simulator.firmware.Program.Activity;

/** The commands about syringe, program and motion; each returns what stands after the prompt. */
final class ProgramCommands {

  private static final String DONE = "";

  private final PumpModel model;
  private final Memory memory;
  private final Program program;
  private final PumpNumber numbers;

  ProgramCommands(PumpModel model, Memory memory, Program program) {
    this.model = model;
    this.memory = memory;
    this.program = program;
    numbers = new PumpNumber(model.quirks());
  }

  String diameter(String argument) {
    if (argument.isEmpty()) {
      return numbers.format(memory.diameterUm);
    }
    if (program.activity() != Activity.STOPPED) {
      return Refusal.NOT_NOW;
    }
    long diameterUm = numbers.parseMilli(argument);
    if (diameterUm < 0) {
      return Refusal.ofNumber(diameterUm);
    }
    if (diameterUm < PumpModel.MIN_DIAMETER_UM || diameterUm > model.maxDiameterUm()) {
      return Refusal.OUT_OF_RANGE;
    }
    memory.diameterUm = diameterUm;
    memory.volumeUnit = VolumeUnit.defaultFor(diameterUm);
    program.clearDispensed(false);
    program.clearDispensed(true);
    return DONE;
  }

  String rate(String argument) {
    Phase phase = program.phase();
    if (phase.stop) {
      return Refusal.NOT_NOW;
    }
    // C and I come from real clients and mean nothing to this pump.
    String given = argument.replaceFirst("^[CI]", "");
    if (given.isEmpty()) {
      return numbers.format(program.rateMilli()) + phase.rateUnit;
    }
    String number = given.replaceFirst("[A-Z]+$", "");
    String unitText = given.substring(number.length());
    RateUnit unit = unitText.isEmpty() ? phase.rateUnit : RateUnit.of(unitText);
    if (unit == null) {
      return Refusal.UNKNOWN;
    }
    long milli = numbers.parseMilli(number);
    return milli < 0 ? Refusal.ofNumber(milli) : setRate(phase, milli, unit);
  }

  private String setRate(Phase phase, long milli, RateUnit unit) {
    if (program.moving() && (unit != phase.rateUnit || program.activity() == Activity.PURGING)) {
      return Refusal.NOT_NOW;
    }
    if (!program.canRun(milli * unit.milliNlPerH)) {
      return Refusal.OUT_OF_RANGE;
    }
    if (program.moving()) {
      program.overrideRate(milli);
    } else {
      phase.rateMilli = milli;
      phase.rateUnit = unit;
      program.overrideRate(0);
    }
    return DONE;
  }

  String volume(String argument) {
    if (argument.isEmpty()) {
      return numbers.format(program.phase().volumeMilli) + memory.volumeUnit;
    }
    if (program.moving()) {
      return Refusal.NOT_NOW;
    }
    if (argument.equals("UL") || argument.equals("ML")) {
      memory.volumeUnit = VolumeUnit.valueOf(argument);
      return DONE;
    }
    long milli = numbers.parseMilli(argument);
    if (milli < 0) {
      return Refusal.ofNumber(milli);
    }
    program.phase().volumeMilli = milli;
    return DONE;
  }

  String direction(String argument) {
    boolean withdraw = program.phase().withdraw;
    if (argument.isEmpty()) {
      return withdraw ? "WDR" : "INF";
    }
    boolean wanted;
    switch (argument) {
      case "INF" -> wanted = false;
      case "WDR" -> wanted = true;
      case "REV" -> wanted = !withdraw;
      default -> {
        return Refusal.UNKNOWN;
      }
    }
    if (program.moving() && wanted != withdraw && program.phase().volumeMilli != 0) {
      return Refusal.NOT_NOW;
    }
    program.reverse(wanted);
    return DONE;
  }

  String run(String argument) {
    long number = argument.isEmpty() ? 1 : Refusal.integer(argument);
    if (number < 0) {
      return Refusal.ofNumber(number);
    }
    if (number < 1 || number > Phase.COUNT) {
      return Refusal.OUT_OF_RANGE;
    }
    if (program.moving()) {
      return Refusal.NOT_NOW;
    }
    if (program.activity() == Activity.PAUSED && argument.isEmpty()) {
      program.resume();
      return DONE;
    }
    Phase first = memory.phase((int) number);
    if (!first.stop && !program.canRun(first.rateNlPerH())) {
      return Refusal.OUT_OF_RANGE;
    }
    program.start((int) number);
    return DONE;
  }

  String stop(String argument) {
    if (!argument.isEmpty()) {
      return Refusal.UNKNOWN;
    }
    switch (program.activity()) {
      case PUMPING -> program.pause();
      case PAUSED, PURGING -> program.cancel();
      case STOPPED -> {
        return Refusal.NOT_NOW;
      }
    }
    return DONE;
  }

  String purge(String argument) {
    if (!argument.isEmpty()) {
      return Refusal.UNKNOWN;
    }
    if (program.activity() != Activity.STOPPED) {
      return Refusal.NOT_NOW;
    }
    program.purge();
    return DONE;
  }

  String dispensed(String argument) {
    if (!argument.isEmpty()) {
      return Refusal.UNKNOWN;
    }
    return "I" + dispensedText(false) + "W" + dispensedText(true) + memory.volumeUnit;
  }

  private String dispensedText(boolean withdrawn) {
    long unitNl = memory.volumeUnit.milliNl;
    return numbers.format((program.dispensedNl(withdrawn) + unitNl / 2) / unitNl);
  }

  String clearDispensed(String argument) {
    if (!argument.equals("INF") && !argument.equals("WDR")) {
      return Refusal.UNKNOWN;
    }
    if (program.moving()) {
      return Refusal.NOT_NOW;
    }
    program.clearDispensed(argument.equals("WDR"));
    return DONE;
  }

  String phaseNumber(String argument) {
    if (argument.isEmpty()) {
      return PumpNumber.padded(program.phaseNumber(), 2);
    }
    long number = Refusal.integer(argument);
    if (number < 0) {
      return Refusal.ofNumber(number);
    }
    if (number < 1 || number > Phase.COUNT) {
      return Refusal.OUT_OF_RANGE;
    }
    if (program.activity() != Activity.STOPPED) {
      return Refusal.NOT_NOW;
    }
    program.select((int) number);
    return DONE;
  }

  String function(String argument) {
    if (argument.isEmpty()) {
      return program.phase().stop ? "STP" : "RAT";
    }
    if (!argument.equals("RAT") && !argument.equals("STP")) {
      return Refusal.UNKNOWN;
    }
    if (program.activity() != Activity.STOPPED) {
      return Refusal.NOT_NOW;
    }
    program.phase().stop = argument.equals("STP");
    return DONE;
  }
}

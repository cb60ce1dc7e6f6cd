package org.tenuto.simulator.firmware;

import java.util.EnumMap;
import java.util.Map;

/** The pump's non-volatile memory: what a loss of power doesn't change. */
final class Memory {

  int address;

  /** Safe-mode watchdog, s; 0 is basic mode. */
  int safeTimeoutS;

  int baud = 19_200;
  long diameterUm = 26_590;
  VolumeUnit volumeUnit = VolumeUnit.ML;
  String trigger = "FT";

  /** AL, PF, LN, BP, LOC, DIN, ROM: stored and echoed. */
  final Map<Verb, Boolean> switches = new EnumMap<>(Verb.class);

  private final Phase[] phases = new Phase[Phase.COUNT];

  Memory() {
    clearProgram();
  }

  /** A phase by its number, 1 to 41. */
  Phase phase(int number) {
    return phases[number - 1];
  }

  /**
   * Phase 1 pumps, every other one is the end: clients that program phase 1 alone and wait for its
   * end work on real pumps.
   */
  void clearProgram() {
    for (int i = 0; i < phases.length; i++) {
      phases[i] = new Phase();
      phases[i].stop = i > 0;
    }
  }
}

package org.tenuto.simulator.firmware;

import org.jspecify.annotations.Nullable;

/** The words the pump knows. None is the beginning of another. */
enum Verb {
  DIA,
  RAT,
  VOL,
  DIR,
  RUN,
  STP,
  PUR,
  DIS,
  CLD,
  PHN,
  FUN,
  SAF,
  VER,
  ADR,
  RESET,
  BUZ,
  AL,
  PF,
  LN,
  BP,
  LOC,
  DIN,
  ROM,
  TRG,
  OUT,
  IN;

  /** The word a command begins with, or null. */
  static @Nullable Verb leading(String command) {
    for (Verb verb : values()) {
      if (command.startsWith(verb.name())) {
        return verb;
      }
    }
    return null;
  }
}

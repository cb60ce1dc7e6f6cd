package org.tenuto.station;

/**
 * What goes on record with a command beside the command itself.
 *
 * @param staffId who asked
 * @param newPatient for a proposal: staff said that it is for another person than those before
 * @param demo for a proposal: its drug is one for demonstrations
 */
record Asked(String staffId, boolean newPatient, boolean demo) {

  /** A command of which there is nothing more to say. */
  static Asked by(String staffId) {
    return new Asked(staffId, false, false);
  }
}

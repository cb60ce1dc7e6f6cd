package org.tenuto.simulator.fault;

/** Where something goes wrong: the edges of the device. */
public enum Boundary {
  /** The cable between board and pump. */
  SERIAL,
  /** The pump's power and ears. */
  PUMP,
  /** What the pump's code turns. */
  MOTOR,
  /** The clocks, and whether a process gets its turn. */
  CLOCK,
  /** Where the record lies. */
  DISK,
  /** Where telemetry goes. */
  BROKER,
  /** Whether executor, station and board live. */
  PROCESS,
  /** What a pump with sensors tells of its line. */
  SENSOR,
  /** Syringe, line and patient. */
  WORLD,
  /** Staff and their page. */
  PEOPLE,
  /** E-stop and buttons at the device. */
  PANEL,
  /** The lines of a stepper, its encoder and its switches. */
  LINES
}

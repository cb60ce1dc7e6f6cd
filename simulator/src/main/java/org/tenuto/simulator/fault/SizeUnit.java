package org.tenuto.simulator.fault;

/** What the size of a fault is counted in, and the range it may have. */
public enum SizeUnit {
  /** It has no size: 0. */
  NONE("", 0, 0),
  PER_MILLE("per mille", 1, 1_000),
  /** Up to a minute: everything that waits has given up long before. */
  MS("ms", 1, 60_000),
  /** Up to a day either way: what a wrong time zone or a lost date make of a clock. */
  STEP_MS("ms", -86_400_000, 86_400_000),
  /** Up to 5 % either way: far worse than any crystal, like a clock being slewed. */
  PPM("ppm", -50_000, 50_000),
  MESSAGES("messages", 1, 1_000),
  /** From 0x80 on a reason code of MQTT 5 is a failure (OASIS MQTT 5.0, 2.4). */
  REASON_CODE("reason code", 0x80, 0xA2),
  PA_A_MINUTE("Pa a minute", -20_000, 20_000),
  PA("Pa", 1, 20_000),
  /** Up to 2 m either way, about 20 kPa of water. */
  MM("mm", -2_000, 2_000),
  /** Up to 2 mL, as much as a whole line. */
  NL("nL", 1, 2_000_000),
  /** Up to 3.5 mm: barrels of 50 and 60 mL have 26.6 to 29.7 mm inside. */
  UM("um", -3_500, 3_500),
  PRESSES("presses", 2, 10),
  /** Half as much to half as much again, of the dose that is running. */
  STEP_PER_MILLE("per mille", -500, 500);

  private final String text;
  private final long least;
  private final long most;

  SizeUnit(String text, long least, long most) {
    this.text = text;
    this.least = least;
    this.most = most;
  }

  /** For people; empty where there is no size. */
  public String text() {
    return text;
  }

  public long least() {
    return least;
  }

  public long most() {
    return most;
  }

  boolean allows(long size) {
    return size >= least && size <= most;
  }

  /** What is allowed, in words. */
  public String range() {
    return this == NONE ? "no size" : least + " to " + most + " " + text;
  }
}

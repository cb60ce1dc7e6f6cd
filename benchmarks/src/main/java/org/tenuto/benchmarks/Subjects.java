package org.tenuto.benchmarks;

import java.util.List;
import org.tenuto.driver.newera.FrameBenchmark;
import org.tenuto.link.RingBenchmark;
import org.tenuto.telemetry.EncodeBenchmark;

/**
 * What the commands measure by JMH, and the targets of their times. The targets are our design: a
 * cycle has 1 ms, and a board is an order of magnitude slower than what this is written on.
 */
final class Subjects {

  private static final double CYCLE_NS = 300;
  private static final double FRAME_NS = 100;
  private static final double HAND_OVER_NS = 50;
  private static final double ENCODE_NS = 1_000;

  private static final Class<?> CYCLE = CycleBenchmark.class;
  private static final Class<?> DOSE = DoseBenchmark.class;
  private static final Class<?> FRAME = FrameBenchmark.class;
  private static final Class<?> GPIO = GpioBenchmark.class;
  private static final Class<?> JOURNAL = JournalBenchmark.class;
  private static final Class<?> PK = PkBenchmark.class;
  private static final Class<?> PUMP = DeliveryBenchmark.class;
  private static final Class<?> RING = RingBenchmark.class;

  private Subjects() {}

  /** What {@code bench cycle} measures. */
  static List<Subject> ofCycle() {
    return List.of(
        Subject.ofCycle(
            CYCLE, "infusing", CYCLE_NS, "one cycle, infusing, DIS each 100 ms; station in memory"),
        Subject.ofCycle(
            CYCLE, "infusingLinked", CYCLE_NS, "the same, publishing into the shared-memory link"),
        Subject.ofCycle(CYCLE, "stepping", CYCLE_NS, "one cycle, infusing by a stepper motor"),
        Subject.ofCycle(
            CYCLE, "idle", CYCLE_NS, "one cycle without an order; station in memory"),
        Subject.ofCycle(FRAME, "encode", FRAME_NS, "a flow rate as a New Era safe packet"),
        Subject.ofCycle(FRAME, "decode", FRAME_NS, "the counter's safe packet, 22 bytes, heard"),
        Subject.ofCycle(
            RING, "handOver", HAND_OVER_NS, "a slot of 75 bytes into the ring and out again"),
        Subject.aside(RING, "event", "an event encoded, handed up, decoded and made durable"),
        Subject.ofCycle(PUMP, "ledger", "the ledger brought up to now, every 100th with a reading"),
        Subject.ofCycle(PUMP, "alarms", "every alarm condition told absent, and what that forbids"),
        Subject.ofCycle(PK, "pkStep", "one step of 100 ms, all three models, Cp and Ce read"),
        Subject.ofCycle(PK, "closedForm", "Cp and Ce of one model at one time, two phases"),
        Subject.aside(PK, "lookAheadSlice", "100 steps of a look-ahead, its making included"),
        Subject.aside(PK, "lookAhead", "a whole look-ahead, three models, two courses"),
        Subject.aside(
            DOSE, "draft", "an order's exact and achieved figures, all limits but the ceiling"),
        Subject.aside(DOSE, "check", "the guardrail's whole verdict: the same and 6 h ahead"),
        Subject.aside(DOSE, "readBack", "an order read back: the same, overrides, SHA-256"),
        Subject.aside(DOSE, "permit", "a read-back checked again and its rate permitted"),
        Subject.aside(
            EncodeBenchmark.class, "live", ENCODE_NS, "one state as a Live message's bytes"),
        Subject.slow(JOURNAL, "onDisk", "an event appended, on disk before it returns"),
        Subject.slow(JOURNAL, "inMemory", "the same in a tmpfs, where a sync costs nothing"));
  }

  /** What {@code bench gpio} measures. */
  static List<Subject> ofGpio() {
    return List.of(
        Subject.ofCycle(
            GPIO, "stepperPut", "STEP changed, DIR and ENABLE with it: one call of the kernel"),
        Subject.ofCycle(
            GPIO, "stepperEdge", "one look for an edge of the encoder; there is none"),
        Subject.aside(GPIO, "pi4jOne", "one line changed through Pi4J's DigitalOutput"),
        Subject.aside(
            GPIO, "pi4jThree", "three lines, one changed, through Pi4J's DigitalOutput"));
  }
}

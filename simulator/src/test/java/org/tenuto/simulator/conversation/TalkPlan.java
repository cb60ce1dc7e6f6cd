package org.tenuto.simulator.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultScript;
import org.tenuto.simulator.fault.SizeUnit;
import org.tenuto.simulator.fault.Span;

/**
 * What happens in one conversation, drawn from its seed.
 *
 * @param before what somebody told the pump before the driver came, each with a CR
 * @param faults what goes wrong, from the moment the driver comes
 * @param programs what is delivered, one after the other
 * @param stopAtNs when a person stops, ns; never if beyond the end
 * @param stallAtNs when the host gets no turn, ns
 * @param stallForNs for how long, ns
 */
record TalkPlan(
    long seed,
    List<String> before,
    FaultScript faults,
    List<Program> programs,
    long stopAtNs,
    long stallAtNs,
    long stallForNs) {

  /**
   * A delivery.
   *
   * @param order which of the permitted orders it is the rest of, from 0
   * @param volumeNl how much, nL
   */
  record Program(int order, long volumeNl) {}

  private static final long MS = 1_000_000;
  private static final int FAULTS_WITHIN_MS = 8_000;
  private static final int SHORT_FAULT_MS = 200;
  private static final int LONGEST_FAULT_MS = 2_500;
  private static final int LONGEST_DELAY_MS = 400;

  private static final List<FaultKind> KINDS =
      List.of(
          FaultKind.SERIAL_LOSS,
          FaultKind.SERIAL_DOUBLING,
          FaultKind.SERIAL_DELAY,
          FaultKind.SERIAL_DAMAGE,
          FaultKind.SERIAL_STUCK,
          FaultKind.SERIAL_CUT,
          FaultKind.PUMP_RESET,
          FaultKind.PUMP_OFF,
          FaultKind.PUMP_MUTE,
          FaultKind.PUMP_DEAF,
          FaultKind.MOTOR_STALL);

  /** What a pump may be found doing: new, in a mode of its own, running on without end. */
  private static final List<List<String>> BEFORE =
      List.of(
          List.of(),
          List.of(""),
          List.of("", "SAF1"),
          List.of("", "PHN2", "FUNRAT", "RAT500MH", "PHN1", "RAT60MH", "PF1"),
          List.of("", "PHN2", "FUNRAT", "RAT500MH", "PHN1", "RAT60MH", "PF1", "RUN"),
          List.of("", "RAT60MH", "DIRWDR", "RUN"),
          List.of("", "RAT900MH", "RUN", "SAF9"),
          List.of("", "RAT60MH", "RUN", "STP"),
          List.of("", "PUR"));

  /** What a seed makes. */
  static TalkPlan of(long seed) {
    var random = new SplittableRandom(seed);
    List<Fault> faults = new ArrayList<>();
    int count = random.nextInt(5);
    while (faults.size() < count) {
      faults.add(fault(random));
    }
    return new TalkPlan(
        seed,
        BEFORE.get(random.nextInt(BEFORE.size())),
        new FaultScript(faults),
        List.of(program(random), program(random)),
        random.nextInt(3) == 0 ? random.nextInt(6_000) * MS : Long.MAX_VALUE,
        random.nextInt(8) == 0 ? random.nextInt(6_000) * MS : Long.MAX_VALUE,
        random.nextInt(1, 3_000) * MS);
  }

  /** 5 to 60 µL, in the microlitres the pump can be told. */
  private static Program program(SplittableRandom random) {
    return new Program(random.nextInt(2), random.nextInt(5, 61) * 1_000L);
  }

  private static Fault fault(SplittableRandom random) {
    FaultKind kind = KINDS.get(random.nextInt(KINDS.size()));
    long atNs = random.nextInt(FAULTS_WITHIN_MS) * MS;
    int longestMs = random.nextInt(3) == 0 ? LONGEST_FAULT_MS : SHORT_FAULT_MS;
    long forNs = kind.span() == Span.LASTING ? random.nextInt(1, longestMs) * MS : 0;
    return new Fault(kind, atNs, forNs, size(kind.unit(), random));
  }

  private static long size(SizeUnit unit, SplittableRandom random) {
    return switch (unit) {
      case NONE -> 0;
      case MS -> random.nextInt(1, LONGEST_DELAY_MS);
        // Most bytes get through, or none does: in between few packets would.
      default -> random.nextInt(4) == 0 ? unit.most() : random.nextInt(1, 80);
    };
  }

  /** As it can be told apart. */
  String text() {
    return "seed " + seed + ", pump told " + before + ", faults " + faults.faults();
  }
}

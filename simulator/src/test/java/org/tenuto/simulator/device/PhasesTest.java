package org.tenuto.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.device.VirtualDevice.MS;
import static org.tenuto.simulator.device.VirtualDevice.S;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pk.ConcentrationCurve;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.pk.PkPhase;
import org.tenuto.quantity.BodyWeight;

/** Orders of several phases, from the read-back to the last drop, on the whole device. */
class PhasesTest {

  /** One digit of the pump's volume below 10 mL. */
  private static final long INCREMENT_NL = 1_000;

  /**
   * Above 10 mL the pump counts in 10 µL, which may have flowed and so count at once: 10 mcg in the
   * 4.41 L of Domino's central volume.
   */
  private static final double DIGIT_NG_PER_ML = 2.3;

  private final VirtualDevice device = new VirtualDevice();

  @Test
  void eachPhaseRunsAtItsRateToItsVolumeAndNotBeyond() {
    device.await(InfusionState.IDLE, 5 * S);
    ReadBack readBack = device.propose(device.steppedOrder());
    assertThat(readBack.findings()).isEmpty();
    assertThat(readBack.phases())
        .extracting(ReadBack.Phase::volumeNl)
        .containsExactly(350_000L, 280_000L, 70_000L);
    assertThat(readBack.phases())
        .extracting(ReadBack.Phase::rateNlPerH)
        .containsExactly(63_000_000L, 33_600_000L, 16_800_000L);
    device.eachStep(() -> judge(readBack));

    device.start(readBack);
    device.await(InfusionState.COMPLETE, 80 * S);

    assertThat(device.syringe.deliveredNl()).isBetween(700_000 - 3 * INCREMENT_NL, 701_000L);
    assertThat(programs())
        .containsExactly("0 63000000 350000", "1 33600000 280000", "2 16800000 70000");
    var end = device.station.last(ExecutorEvent.StateChanged.class).stamp();
    assertThat(device.syringe.deliveredNl()).isBetween(end.atLeastNl(), end.atMostNl());
  }

  private void judge(ReadBack readBack) {
    StatusSnapshot snapshot = device.station.snapshot();
    long upToPhaseNl =
        readBack.phases().stream()
            .limit(snapshot.phase + 1)
            .mapToLong(ReadBack.Phase::volumeNl)
            .sum();
    assertThat(device.syringe.deliveredNl()).isLessThanOrEqualTo(upToPhaseNl + INCREMENT_NL);
  }

  private List<String> programs() {
    List<String> programs = new ArrayList<>();
    for (ExecutorEvent event : device.station.events) {
      if (event instanceof ExecutorEvent.ProgramSent sent) {
        programs.add(sent.phase() + " " + sent.rateNlPerH() + " " + sent.volumeNl());
      }
    }
    return programs;
  }

  @Test
  void aPauseInAnyPhaseAndAtItsEdgesForgetsNothing() {
    ReadBack readBack = device.run(device.steppedOrder());
    device.eachStep(() -> judge(readBack));
    // 20 s, 30 s and 15 s of delivery: pauses within each, and close around the two edges.
    for (long runNs : new long[] {8 * S, 11_400 * MS, 300 * MS, 12 * S, 17_200 * MS, 500 * MS}) {
      device.pass(runNs);
      device.station.pause = true;
      device.pass(3 * S);
      assertThat(device.syringe.moving()).isFalse();
      var answer = device.ask(h -> new StationCommand.Resume(h, readBack.nonce()));
      assertThat(answer.answer()).as(answer.text()).isEqualTo(Answer.ACCEPTED);
    }
    device.await(InfusionState.COMPLETE, 60 * S);
    assertThat(device.syringe.deliveredNl()).isBetween(700_000 - 7_000 - 7 * 2_000L, 701_000L);
  }

  @Test
  void aStopBetweenTwoPhasesIsAStop() {
    device.run(device.steppedOrder());
    while (device.station.snapshot().phase == 0) {
      device.step();
    }
    device.station.stop = true;
    device.pass(S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.IDLE);
    assertThat(device.syringe.moving()).isFalse();
    long delivered = device.syringe.deliveredNl();
    device.pass(60 * S);
    assertThat(device.syringe.deliveredNl()).isEqualTo(delivered);
    assertThat(programs()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void theTimeLeftCountsThePhasesToCome() {
    device.run(device.steppedOrder());
    assertThat(device.station.snapshot().timeLeftS).isBetween(64L, 66L);
    while (device.station.snapshot().phase == 0) {
      device.step();
    }
    assertThat(device.station.snapshot().timeLeftS).isBetween(44L, 46L);
    assertThat(device.station.snapshot().phases).isEqualTo(3);
  }

  /** What the executor follows at 10 Hz is what the closed form says of the delivered program. */
  @Test
  void predictsWhatTheClosedFormSays() {
    device.run(device.usualOrder());
    long runNs = device.nowNs;
    ConcentrationCurve curve = usualCurve();
    for (int minute = 1; minute <= 39; minute++) {
      device.pass(60 * S);
      double expected = curve.cpNgPerMl((device.nowNs - runNs) / 1e9);
      double shown = device.station.snapshot().plasmaPgPerMl[PkModel.DOMINO_1984.ordinal()] / 1e3;
      assertThat(shown)
          .as("minute %d", minute)
          .isBetween(expected * 0.995, expected * 1.005 + DIGIT_NG_PER_ML);
    }
    assertThat(device.station.snapshot().plasmaPgPerMl[PkModel.FANTA_2015_ESKETAMINE.ordinal()])
        .isEqualTo(-1);
    assertThat(device.station.snapshot().effectPgPerMl[PkModel.KAMP_2020.ordinal()]).isPositive();
  }

  private static ConcentrationCurve usualCurve() {
    var model = PkModel.DOMINO_1984.forPatient(new Covariates(new BodyWeight(70_000)));
    return new ConcentrationCurve(model, List.of(new PkPhase(52.5e6 / 3600, 2_400, false)));
  }
}

package org.tenuto.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.simulator.fault.FaultScript;
import org.tenuto.simulator.fleet.Recording.Sample;
import org.tenuto.simulator.scenario.Budget;
import org.tenuto.simulator.scenario.SessionPlan;
import org.tenuto.simulator.scenario.Site;

/** A recording of a real virtual session: its station is killed in its midst and comes back. */
class RecorderTest {

  private static final long S = 1_000_000_000L;
  private static final Site SITE = Site.shipped();
  private static Recording recording;

  @BeforeAll
  static void record() {
    SessionPlan drawn = new Repertoire(SITE).plan(2, Budget.NONE);
    FaultScript script = FaultScript.parse("station-killed@5min+20s");
    recording = Recorder.record(SITE, drawn.with(script));
  }

  @Test
  void itHasTheControllersOwnFiguresOfEverySecond() {
    List<Sample> infusing =
        recording.samples().stream()
            .filter(sample -> sample.status().getState().equals("INFUSING"))
            .toList();
    assertThat(infusing).hasSizeGreaterThan(300);
    assertThat(infusing)
        .allMatch(sample -> sample.progress().getPredictedNowCount() > 0)
        .anyMatch(sample -> sample.progress().getRateNlPerH() > 0);
    assertThat(infusing.getLast().progress().getAtLeastNl())
        .isGreaterThan(infusing.getFirst().progress().getAtLeastNl());
    assertThat(recording.samples()).extracting(Sample::atNs).isSorted();
    assertThat(recording.birth().getLibraryHash()).hasSize(64);
  }

  @Test
  void theSilenceOfADeadStationIsRecorded() {
    assertThat(recording.silences()).hasSize(1);
    var silence = recording.silences().getFirst();
    assertThat(silence.untilNs() - silence.fromNs()).isGreaterThan(15 * S);
    assertThat(recording.silentAt(silence.fromNs() - 1)).isFalse();
    assertThat(recording.silentAt(silence.fromNs())).isTrue();
    assertThat(recording.silentAt(silence.untilNs())).isFalse();
  }

  @Test
  void eachEventIsThereOnce() {
    assertThat(recording.events())
        .extracting(happened -> happened.body().getWhatCase())
        .contains(
            EventBody.WhatCase.EXECUTOR_STARTED,
            EventBody.WhatCase.PROGRAM_SENT,
            EventBody.WhatCase.STATE_CHANGED);
    assertThat(recording.events()).doesNotHaveDuplicates();
  }

  @Test
  void theStateOfAMomentIsTheLastOneSaid() {
    Sample second = recording.samples().get(1);
    assertThat(recording.at(-1)).isEqualTo(recording.samples().getFirst());
    assertThat(recording.at(second.atNs() - 1)).isEqualTo(recording.samples().getFirst());
    assertThat(recording.at(second.atNs())).isEqualTo(second);
    assertThat(recording.at(Long.MAX_VALUE)).isEqualTo(recording.samples().getLast());
  }
}

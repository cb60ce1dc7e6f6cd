package org.tenuto.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.monitor.web.Messages.json;
import static org.tenuto.monitor.web.Messages.progress;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.tenuto.proto.telemetry.Progress;

class CurveTest {

  private final Curve curve = new Curve();

  private JsonNode at(long nowMs) {
    return json(curve.json(nowMs).end());
  }

  @Test
  void eachSecondIsAPoint() {
    for (int s = 0; s < 60; s++) {
      curve.add(s * 1_000L, progress(s).build());
    }
    JsonNode seen = at(60_000);
    assertThat(seen.get("ago")).hasSize(60);
    assertThat(seen.get("ago").get(0).asLong()).isEqualTo(60_000);
    assertThat(seen.get("atLeast").get(59).asLong()).isEqualTo(59);
    assertThat(seen.get("models").get(0).get("plasma").get(59).asLong()).isEqualTo(225_990);
    assertThat(seen.get("models").get(0).get("effect").get(59).asLong()).as("0 is 0").isZero();
  }

  @Test
  void silenceIsAGapAndNothingIsFilledIn() {
    curve.add(0, progress(1).build());
    curve.add(3_000, progress(2).build());
    curve.add(6_001, progress(3).build());
    curve.add(7_001, progress(4).build());
    JsonNode seen = at(8_000);
    assertThat(seen.get("gap").toString()).isEqualTo("[false,false,true,false]");
    assertThat(seen.get("ago")).hasSize(4);
  }

  @Test
  void howeverLongItIsWatchedThePointsAreBoundedAndKeepTheirGaps() {
    long nowMs = 0;
    for (int s = 0; s < 50_000; s++) {
      nowMs += s == 49_000 ? 60_000 : 1_000;
      curve.add(nowMs, progress(s).build());
      assertThat(s < 2_000 && at(nowMs).get("ago").size() > Curve.POINTS).isFalse();
    }
    JsonNode seen = at(nowMs);
    assertThat(seen.get("ago")).hasSizeBetween(Curve.POINTS / 2, Curve.POINTS);
    assertThat(seen.get("gap").toString()).containsOnlyOnce("true");
    assertThat(seen.get("ago").get(seen.get("ago").size() - 1).asLong()).isLessThan(20_000);
  }

  @Test
  void thinningForgetsNoGap() {
    long nowMs = 0;
    for (int s = 0; s <= Curve.POINTS; s++) {
      nowMs += s == 101 ? 10_000 : 1_000; // an odd one: its point itself goes
      curve.add(nowMs, progress(s).build());
    }
    JsonNode seen = at(nowMs);
    assertThat(seen.get("ago").size()).isLessThan(Curve.POINTS);
    assertThat(seen.get("gap").toString()).containsOnlyOnce("true");
    assertThat(seen.get("gap").get(51).asBoolean()).isTrue();
  }

  @Test
  void aModelThatPredictsNothingHasNoFigure() {
    curve.add(0, Progress.getDefaultInstance());
    curve.add(1_000, progress(0).build());
    JsonNode model = at(1_000).get("models").get(0);
    assertThat(model.get("plasma").toString()).isEqualTo("[-1,225990]");
  }
}

package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tenuto.alarm.AlarmPriority;
import org.tenuto.alarm.AlarmSignal;
import org.tenuto.alarm.BurstPattern;
import org.tenuto.alarm.Note;

/** What the page lights and sounds is what the table has, pulse by pulse. */
class SignalsJsonTest {

  private static final double MS = 1_000_000;

  private final JsonNode json = SignalsJson.of();

  @ParameterizedTest
  @EnumSource(AlarmPriority.class)
  void everyPatternTravelsWhole(AlarmPriority priority) {
    AlarmSignal signal = AlarmSignal.of(priority);
    BurstPattern burst = signal.burst();
    JsonNode sent = json.path("priorities").path(priority.name());

    assertThat(sent.path("colour").asText()).isEqualToIgnoringCase(signal.colour().name());
    assertThat(sent.path("flashMs").asDouble()).isEqualTo(signal.flashNs() / MS);
    assertThat(sent.path("litMs").asDouble()).isEqualTo(signal.litNs() / MS);
    assertThat(sent.at("/burst/pulseMs").asDouble()).isEqualTo(burst.pulseNs() / MS);
    assertThat(sent.at("/burst/rampMs").asDouble()).isEqualTo(burst.rampNs() / MS);
    assertThat(sent.at("/burst/repeatMs").asDouble()).isEqualTo(burst.repeatNs() / MS);
    assertThat(sent.at("/burst/pulses")).hasSize(burst.pulses());
    for (int i = 0; i < burst.pulses(); i++) {
      JsonNode pulse = sent.at("/burst/pulses").path(i);
      assertThat(pulse.path("atMs").asDouble()).isEqualTo(burst.onsetNs(i) / MS);
      assertThat(pulse.path("hz").asDouble()).isEqualTo(burst.note(i).frequencyHz());
    }
  }

  @Test
  void theFundamentalAndItsFourPartials() {
    assertThat(json.path("partials")).hasSize(1 + Note.HARMONICS);
    for (int i = 0; i <= Note.HARMONICS; i++) {
      assertThat(json.path("partials").path(i).asDouble()).isEqualTo(Note.amplitude(i + 1));
    }
  }
}

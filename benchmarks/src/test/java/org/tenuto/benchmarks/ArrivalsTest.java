package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private final Arrivals arrivals = new Arrivals();

  private void live(String device, long seq, String at, long wallMs) throws IOException {
    arrivals.add(
        """
        {"kind":"live","at":"%s","site":"s","device":"%s","retained":false,\
        "message":{"wall_ms":%d,"seq":%d}}"""
            .formatted(at, device, wallMs, seq));
  }

  @Test
  void theTimeFromPublicationToArrivalIsTold() throws IOException {
    for (int i = 1; i <= 99; i++) {
      live("a", i, "2026-11-22T00:00:01.002500Z", 1_795_305_601_000L);
    }
    live("a", 100, "2026-11-22T00:00:01.900Z", 1_795_305_601_000L);
    Arrivals.Figures figures = arrivals.figures();
    assertThat(figures.messages()).isEqualTo(100);
    assertThat(figures.p50Us()).isBetween(2_499L, 2_502L);
    assertThat(figures.p99Us()).isBetween(2_499L, 2_502L);
    assertThat(figures.maxUs()).isBetween(899_500L, 900_500L);
    assertThat(figures.early()).isZero();
  }

  @Test
  void whatIsMissingIsCountedForEachDeviceAndABootIsNoLoss() throws IOException {
    String at = "2026-11-22T00:00:01Z";
    live("a", 7, at, 1_795_305_600_999L);
    live("b", 3, at, 1_795_305_600_999L);
    live("a", 10, at, 1_795_305_600_999L);
    live("b", 4, at, 1_795_305_600_999L);
    live("a", 1, at, 1_795_305_600_999L);
    assertThat(arrivals.figures().missing()).isEqualTo(2);
    arrivals.reset();
    live("a", 3, at, 1_795_305_600_999L);
    assertThat(arrivals.figures().missing()).isEqualTo(1);
  }

  @Test
  void aClockThatWasSetIsSaid() throws IOException {
    live("a", 1, "2026-11-22T00:00:01Z", 1_795_305_602_000L);
    assertThat(arrivals.figures().early()).isEqualTo(1);
  }

  @Test
  void otherMessagesAndRetainedOnesAreNoArrivals() throws IOException {
    arrivals.add("{\"kind\":\"event\",\"at\":\"2026-11-22T00:00:01Z\"}");
    arrivals.add("{\"kind\":\"live\",\"retained\":true}");
    assertThat(arrivals.figures().messages()).isZero();
  }
}

package org.tenuto.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelemetryConfigTest {

  @Test
  void namesTheDeviceTheSameWayEverywhere() {
    TelemetryConfig config = TelemetryConfig.of("mqtt://broker.ward", "st-mary", "pump_1");
    assertThat(config.topic("live")).isEqualTo("tenuto/v1/st-mary/pump_1/live");
    assertThat(config.clientId()).isEqualTo("tenuto-st-mary-pump_1");
    assertThat(config.serverUri()).isEqualTo("tcp://broker.ward:1883");
  }

  @Test
  void theSecuredPortIsAnotherOne() {
    assertThatThrownBy(() -> TelemetryConfig.of("mqtts://broker.ward", "a", "b"))
        .hasMessageContaining("certificates go with mqtts://");
  }

  @ParameterizedTest
  @CsvSource({
    "http://x:1, a, b, broker 'http://x:1': expected mqtt://host:port",
    "mqtt:x, a, b, broker 'mqtt:x': expected mqtt://host:port",
    "mqtt://a b, a, b, broker 'mqtt://a b': expected mqtt://host:port",
    "mqtt://x, a/b, b, site 'a/b': expected 1 to 64 letters",
    "mqtt://x, a, '#', device '#': expected 1 to 64 letters",
    "mqtt://x, '', b, site '': expected 1 to 64 letters"
  })
  void badInputIsNamed(String broker, String site, String device, String message) {
    assertThatThrownBy(() -> TelemetryConfig.of(broker, site, device))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}

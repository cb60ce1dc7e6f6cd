package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.web.DeviceClient.Answer;

/** What a number that is being typed comes to, asked of the server as the page does. */
class EntryFiguresTest {

  private DeviceServer server;
  private DeviceClient client;

  @BeforeEach
  void serve() throws Exception {
    server = DeviceServer.start(0, new ScriptedDesk(1));
    client = new DeviceClient(server);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aWeightHasItsDoseVolumeAndRates() throws Exception {
    JsonNode figures = figures(Map.of("weight", "70", "concentration", "1"));

    assertThat(figures.path("amount").asText()).isEqualTo("35 mg");
    assertThat(figures.path("volume").asText()).isEqualTo("35 mL");
    assertThat(figures.path("flowRate").asText()).isEqualTo("52.5 mL/h");
    assertThat(figures.path("doseRate").asText()).isEqualTo("0.75 mg/kg/h");
    assertThat(figures.path("duration").asText()).isEqualTo("40 min");
  }

  @Test
  void withoutAConcentrationNoVolumeIsGuessed() throws Exception {
    JsonNode figures = figures(Map.of("weight", "70", "concentration", ""));

    assertThat(figures.path("amount").asText()).isEqualTo("35 mg");
    assertThat(figures.has("volume")).isFalse();
    assertThat(figures.has("flowRate")).isFalse();
  }

  @Test
  void aDoseRateHasItsFlowRate() throws Exception {
    Map<String, Object> form = form(Map.of("weight", "70", "concentration", "2"));
    form.put("phases", phase("MG_PER_KG_PER_H", "0.9"));
    JsonNode figures = ask(form).body();

    assertThat(figures.path("flowRate").asText()).isEqualTo("31.5 mL/h");
    assertThat(figures.path("doseRate").asText()).isEqualTo("0.9 mg/kg/h");
  }

  @Test
  void theDrugInTheSyringeIsShown() throws Exception {
    JsonNode figures =
        figures(
            Map.of(
                "weight", "", "concentration", "2", "syringe", "BD-PLASTIPAK-50", "loaded", "50"));

    assertThat(figures.path("loadedAmount").asText()).isEqualTo("100 mg");
    assertThat(figures.has("amount")).isFalse();
  }

  @Test
  void aDoseOfZeroIsNone() throws Exception {
    Map<String, Object> form = form(Map.of("weight", "70", "concentration", "1"));
    form.put("phases", phase("MG_PER_KG", "0"));

    assertThat(ask(form).text("/error/field")).isEqualTo("phases");
  }

  @Test
  void whatIsNoNumberIsRefusedByField() throws Exception {
    Answer answer = ask(form(Map.of("weight", "10.5.1", "concentration", "1")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/error/field").asText()).isEqualTo("weight");
  }

  private Answer ask(Map<String, Object> form) throws Exception {
    return client.post("/api/figures", new ObjectMapper().writeValueAsString(form));
  }

  private JsonNode figures(Map<String, String> entered) throws Exception {
    return ask(form(entered)).body();
  }

  private static Map<String, Object> form(Map<String, String> entered) {
    Map<String, Object> form = new LinkedHashMap<>();
    for (String field : List.of("weight", "concentration", "syringe", "loaded")) {
      form.put(field, entered.getOrDefault(field, ""));
    }
    form.put("protocol", TestCatalogue.CATALOGUE.defaultProtocolId());
    return form;
  }

  private static List<Map<String, Object>> phase(String unit, String amount) {
    return List.of(
        Map.of("kind", "MAINTENANCE", "unit", unit, "amount", amount, "durationS", 2_400));
  }
}

package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.WeightBasis;
import org.tenuto.web.DeviceClient.Answer;

/** Every limit the page shows is enforced on the server, by field and before the desk. */
class OrderFormTest {

  private final ScriptedDesk desk = new ScriptedDesk(1);
  private DeviceServer server;
  private DeviceClient client;

  @BeforeEach
  void serve() throws Exception {
    server = DeviceServer.start(0, desk);
    client = new DeviceClient(server);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          weight        | ''          | EMPTY
          weight        | 0           | WEIGHT_OUT_OF_LIMITS
          weight        | 24.999      | WEIGHT_OUT_OF_LIMITS
          weight        | 300.001     | WEIGHT_OUT_OF_LIMITS
          weight        | 900         | WEIGHT_OUT_OF_LIMITS
          weight        | 10.5.1      | NOT_A_NUMBER
          weight        | 70.         | NOT_A_NUMBER
          weight        | .5          | NOT_A_NUMBER
          weight        | 070         | NOT_A_NUMBER
          weight        | 70,5        | NOT_A_NUMBER
          weight        | ' 70'       | NOT_A_NUMBER
          weight        | -70         | NOT_A_NUMBER
          weight        | 7e1         | NOT_A_NUMBER
          weight        | 70.0001     | NOT_A_NUMBER
          weight        | 99999       | NOT_A_NUMBER
          weight        | ٧٠          | NOT_A_NUMBER
          protocol      | ''          | PROTOCOL_UNKNOWN
          protocol      | NO-SUCH     | PROTOCOL_UNKNOWN
          concentration | 50          | CONCENTRATION_NOT_ALLOWED
          concentration | 0           | CONCENTRATION_NOT_ALLOWED
          concentration | 1.001       | CONCENTRATION_NOT_ALLOWED
          concentration | ''          | EMPTY
          syringe       | BD-1000     | SYRINGE_UNKNOWN
          loaded        | 0           | LOADED_OUT_OF_LIMITS
          loaded        | 50.001      | LOADED_OUT_OF_LIMITS
          loaded        | ''          | EMPTY
          loaded        | 1..5        | NOT_A_NUMBER
          """)
  void aWrongFieldIsNamedAndNothingIsProposed(String field, String value, String code)
      throws Exception {
    String body =
        DeviceClient.ORDER.replaceAll("(\"" + field + "\":)\"[^\"]*\"", "$1\"" + value + "\"");

    Answer answer = client.post("/api/propose", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/error/field")).isEqualTo(field);
    assertThat(answer.text("/error/code")).isEqualTo(code);
    assertThat(answer.text("/error/text")).contains("expected").doesNotContain("\n");
    assertThat(desk.proposed).isNull();
  }

  @ParameterizedTest
  @CsvSource({"25,25000", "300,300000", "70,70000", "70.0,70000", "70.5,70500", "70.125,70125"})
  void aWeightWithinLimitsIsTakenExactly(String typed, long weightG) throws Exception {
    client.post("/api/propose", DeviceClient.ORDER.replace("\"70\"", "\"" + typed + "\""));

    assertThat(desk.proposed).isNotNull().extracting(e -> e.patient().weightG()).isEqualTo(weightG);
  }

  @Test
  void theEntryCarriesTheProtocolsDoseAndTheLibraryItCameFrom() throws Exception {
    client.post("/api/propose", DeviceClient.ORDER);

    assertThat(desk.proposed)
        .isEqualTo(
            new OrderEntry(
                "ab".repeat(32),
                "KETAMINE",
                "DEP-RACEMIC-40",
                Patient.ofWeight(70_000),
                WeightBasis.ACTUAL,
                List.of(OrderPhase.dose(500_000, 2_400)),
                1_000_000,
                "BD-PLASTIPAK-50",
                50_000_000,
                false,
                false,
                List.of()));
  }

  @Test
  void aConcentrationOfAnotherDrugIsNotAllowed() {
    OrderForm form = form("70", "DEP-ESK-40", "2", "BD-PLASTIPAK-50", "50");

    assertThatThrownBy(() -> FormCheck.check(form, TestCatalogue.CATALOGUE))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused ->
                assertThat(refused.text())
                    .isEqualTo("Concentration 2 mg/mL: expected one of 1, 5 for esketAMINE"));
  }

  @Test
  void whatWasSentIsQuotedShortAndOnOneLine() {
    OrderForm form = form("70", "N\nO".repeat(2_000), "", "", "");

    assertThatThrownBy(() -> FormCheck.check(form, TestCatalogue.CATALOGUE))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> assertThat(refused.text()).doesNotContain("\n").hasSizeLessThan(120));
  }

  private static OrderForm form(
      String weight, String protocol, String concentration, String syringe, String loaded) {
    return new OrderForm(
        weight, protocol, concentration, syringe, loaded, 0, "", "", List.of(), false, false,
        List.of());
  }
}

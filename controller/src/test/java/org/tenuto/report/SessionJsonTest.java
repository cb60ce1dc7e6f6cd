package org.tenuto.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.journal.JournalReader;

/** The report for programs says what the page says. */
class SessionJsonTest {

  @TempDir private Path dir;

  private String json(HandRecord record) throws Exception {
    try (JournalReader reader = JournalReader.open(record.write(dir.resolve("journal.db")))) {
      return RecordedSessions.in(reader).json(1);
    }
  }

  private JsonNode read(HandRecord record) throws Exception {
    return new ObjectMapper().readTree(json(record));
  }

  @Test
  void aSessionWithStaffReadingsAndADoseByHandIsTheGoldenOne() throws Exception {
    // The chain's head depends on nothing but the records, which are the same each time.
    assertThat(json(SectionGoldenTest.session())).isEqualTo(expected());
  }

  private static String expected() throws Exception {
    try (InputStream in =
        SessionJsonTest.class.getResourceAsStream("/reports/session/expected.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whatIsNotOnRecordIsNullAndTheBlindEndIsSaid() throws Exception {
    JsonNode report = read(HandRecord.booted().started(10_000, HandRecord.NONCE));
    assertThat(report.path("end_on_record").asBoolean(true)).isFalse();
    assertThat(report.get("end_utc").isNull()).isTrue();
    assertThat(report.get("therapy_session").isNull()).isTrue();
    JsonNode delivered = report.path("delivered");
    assertThat(delivered.path("at_least_ml").decimalValue()).isEqualByComparingTo("0");
    // 6 s at 36 mL/h: as much as can have flowed unseen.
    assertThat(delivered.path("at_most_ml").decimalValue())
        .isEqualByComparingTo(new BigDecimal("0.06"));
    assertThat(delivered.path("widened").path("for_s").asInt()).isEqualTo(6);
  }

  @Test
  void anOrderWithoutItsReadBackHasNoDrugFigures() throws Exception {
    JsonNode report =
        read(HandRecord.booted().pump(10_000, "INFUSING", HandRecord.NONCE, 5, "RUNNING"));
    assertThat(report.get("order").isNull()).isTrue();
    assertThat(report.path("delivered").get("at_most_mg").isNull()).isTrue();
  }
}

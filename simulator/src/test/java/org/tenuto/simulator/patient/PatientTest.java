package org.tenuto.simulator.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person who is given ketamine: against published figures, and against the laws. */
class PatientTest {

  private static final long S = 1_000_000_000;
  private static final double NG_PER_ML = 1e6;

  /** 0.5 mg/kg over 40 min, computed elsewhere with 50 digits. */
  private static final Path REFERENCE =
      Path.of("../controller/src/test/resources/vectors/pk_reference.csv");

  private long patientSeconds;
  private double givenNl;

  @ParameterizedTest
  @CsvSource({"domino-1984, 50", "domino-1984, 70", "kamp-2020, 50", "kamp-2020, 70"})
  void followsTheReferenceOfItsModel(String model, int weightKg) throws IOException {
    Kinetics kinetics =
        model.startsWith("domino") ? Kinetics.domino(weightKg) : Kinetics.kamp(weightKg);
    var patient = new Patient(kinetics, Vitality.USUAL, NG_PER_ML, 1, 0);
    int compared = 0;
    for (double[] row : reference(model, weightKg)) {
      while (patientSeconds < Math.round(row[0] * 60)) {
        second(patient, weightKg * 500_000.0 / 2_400);
      }
      assertThat(patient.plasmaNgPerMl()).isCloseTo(row[1], within(0.001));
      assertThat(patient.effectNgPerMl()).isCloseTo(row[2], within(0.001));
      compared++;
    }
    assertThat(compared).isEqualTo(38);
  }

  /** A second of 40 minutes of infusion, then of nothing. */
  private void second(Patient patient, double ngPerS) {
    givenNl += patientSeconds < 2_400 ? ngPerS / NG_PER_ML * 1e6 : 0;
    patientSeconds++;
    patient.advance(patientSeconds * S, givenNl);
  }

  private static List<double[]> reference(String model, int weightKg) throws IOException {
    return Files.readAllLines(REFERENCE).stream()
        .filter(line -> line.startsWith(weightKg + "," + model + ",0.5mgkg_40min,"))
        .map(line -> line.split(",", -1))
        .map(
            cells ->
                new double[] {
                  Double.parseDouble(cells[3]),
                  Double.parseDouble(cells[4]),
                  Double.parseDouble(cells[5])
                })
        .toList();
  }

  @Test
  void whatCameInIsInTheBodyOrGone() {
    Patient patient = usual();
    for (int i = 0; i < 6 * 3_600; i++) {
      second(patient, 14_583);
    }
    assertThat(patient.receivedNg()).isCloseTo(35_000_000, within(2_000.0));
    assertThat(patient.presentNg() + patient.eliminatedNg())
        .isCloseTo(patient.receivedNg(), Percentage.withPercentage(1e-9));
    assertThat(patient.eliminatedNg()).isGreaterThan(0.6 * patient.receivedNg());
  }

  private static Patient usual() {
    return new Patient(Kinetics.domino(70), Vitality.USUAL, NG_PER_ML, 1, 0);
  }

  @Test
  void whatFlowsBackIntoTheLineAndReturnsCountsOnce() {
    Patient patient = usual();
    patient.advance(S, 1_000_000);
    patient.advance(2 * S, 400_000);
    assertThat(patient.receivedNg()).isCloseTo(1_000_000, within(1e-6));
    patient.advance(3 * S, 1_000_000);
    assertThat(patient.receivedNg()).isCloseTo(1_000_000, within(1e-6));
    patient.advance(4 * S, 1_500_000);
    assertThat(patient.receivedNg()).isCloseTo(1_500_000, within(1e-6));
  }

  @Test
  void secondsThatWereLeftOutAreMadeUp() {
    Patient one = usual();
    Patient other = usual();
    one.advance(600 * S + S / 2, 9_000_000);
    for (int i = 1; i <= 600; i++) {
      other.advance(i * S, 15_000.0 * i);
    }
    assertThat(one.plasmaNgPerMl()).isCloseTo(other.plasmaNgPerMl(), within(1e-9));
  }

  /** Mean change at 40 min of 0.5 mg/kg: +16.0 and +11.0 mmHg (Yale 2024). */
  @Test
  void pressureRisesAsInThePublishedSessions() {
    double systolic = 0;
    double diastolic = 0;
    int people = 200;
    for (int seed = 0; seed < people; seed++) {
      var patient = new Patient(Kinetics.domino(70), Vitality.USUAL, NG_PER_ML, seed, 0);
      for (int i = 1; i <= 2_400; i++) {
        patient.advance(i * S, 35_000_000.0 * i / 2_400);
      }
      systolic += patient.vitalSigns().systolicMmHg() - Vitality.USUAL.systolicMmHg();
      diastolic += patient.vitalSigns().diastolicMmHg() - Vitality.USUAL.diastolicMmHg();
    }
    assertThat(systolic / people).isCloseTo(16, within(1.0));
    assertThat(diastolic / people).isCloseTo(11, within(1.0));
  }

  @Test
  void anOverdoseSedatesSlowsTheBreathAndLowersTheOxygen() {
    Patient patient = usual();
    patient.advance(60 * S, 0);
    assertThat(patient.vitalSigns().moaas()).isEqualTo(5);
    double restSpo2 = patient.vitalSigns().spo2Percent();
    assertThat(restSpo2).isCloseTo(98, within(0.1));
    double nl = 0;
    int before = 5;
    for (int i = 61; i <= 1_800; i++) {
      nl += 300_000;
      patient.advance(i * S, nl);
      assertThat(patient.vitalSigns().moaas()).isLessThanOrEqualTo(before);
      before = patient.vitalSigns().moaas();
    }
    VitalSigns signs = patient.vitalSigns();
    assertThat(signs.moaas()).isZero();
    assertThat(signs.breathsPerMin()).isLessThan(8);
    assertThat(signs.spo2Percent()).isBetween(50.0, 92.0);
    assertThat(signs.heartPerMin()).isBetween(85.0, 110.0);
  }

  @Test
  void awakeAndWellThroughAUsualSession() {
    Patient patient = usual();
    for (int i = 1; i <= 2_400; i++) {
      patient.advance(i * S, 35_000_000.0 * i / 2_400);
      VitalSigns signs = patient.vitalSigns();
      assertThat(signs.moaas()).isEqualTo(5);
      assertThat(signs.spo2Percent()).isBetween(97.5, 98.1);
      assertThat(signs.breathsPerMin()).isBetween(13.0, 15.0);
      assertThat(signs.diastolicMmHg()).isLessThan(signs.systolicMmHg());
    }
  }

  @Test
  void aSensitivePersonFeelsMoreOfTheSame() {
    var sensitive =
        new Patient(Kinetics.domino(70), Vitality.USUAL.withSensitivity(2), NG_PER_ML, 1, 0);
    Patient usual = usual();
    sensitive.advance(2_400 * S, 35_000_000);
    usual.advance(2_400 * S, 35_000_000);
    assertThat(sensitive.plasmaNgPerMl()).isEqualTo(usual.plasmaNgPerMl());
    assertThat(sensitive.vitalSigns().systolicMmHg())
        .isGreaterThan(usual.vitalSigns().systolicMmHg() + 5);
    assertThat(sensitive.vitalSigns().moaas()).isLessThan(usual.vitalSigns().moaas());
  }

  @Test
  void numbersOutOfTheirRangeAreNamed() {
    assertThatThrownBy(() -> Kinetics.domino(1))
        .hasMessage("central volume 63: expected 1000 to 100000 mL");
    assertThatThrownBy(() -> Vitality.USUAL.withSensitivity(0))
        .hasMessage("sensitivity 0: expected 0.3 to 3");
    assertThatThrownBy(() -> new Vitality(90, 95, 70, 14, 98, 1))
        .hasMessage("diastolic pressure 95.0 mmHg: expected below the systolic, 90.0 mmHg");
    assertThatThrownBy(() -> new Patient(Kinetics.domino(70), Vitality.USUAL, 0, 1, 0))
        .hasMessage("concentration 0.0 ng/mL: expected more than 0 ng/mL");
  }
}

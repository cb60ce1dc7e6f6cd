package org.tenuto.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Evidence;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.Protocol;
import org.tenuto.dose.Syringe;
import org.tenuto.quantity.Concentration;

/** What is shipped is signed, and says what its sources say. */
class ShippedLibraryTest {

  @Test
  void ketamineWithoutTheDemo() throws LibraryRefusedException {
    DrugLibrary library = ShippedLibrary.load(false);
    assertThat(library.title()).isEqualTo("ketamine 2");
    assertThat(library.drugs())
        .extracting(DrugEntry::name)
        .containsExactly("ketAMINE", "esketAMINE");
    assertThat(library.drugs()).noneMatch(DrugEntry::demo);
    DrugEntry drug = Objects.requireNonNull(library.drug("KETAMINE-RACEMIC"));
    assertThat(drug.concentrations())
        .extracting(Concentration::text)
        .containsExactly("1 mg/mL", "2 mg/mL", "5 mg/mL", "10 mg/mL");
    assertThat(drug.secondPersonAbove().text()).isEqualTo("5 mg/mL");
    assertThat(drug.attestationAbove().text()).isEqualTo("1 mg/kg/h");
    assertThat(drug.ceiling().soft().text()).isEqualTo("350 ng/mL");
    assertThat(drug.ceiling().hard().text()).isEqualTo("600 ng/mL");
    assertThat(drug.protocols().keySet())
        .containsExactly("DEP-RACEMIC-40", "PTSD/ANX-40", "SUD-BOLUS-52", "PAIN-CRPS-4H");
  }

  /** The table of proposed protocols: dose, soft range, hard dose; time; hard rate. */
  @ParameterizedTest
  @CsvSource({
    "DEP-RACEMIC-40, 0.5, 0.2, 0.75, 1, 2400, 1800, 6000, 1.5",
    "PTSD/ANX-40, 0.5, 0.2, 0.5, 0.75, 2400, 2400, 3600, 1",
    "SUD-BOLUS-52, 0.71, 0.41, 0.71, 0.8, 3120, 2520, 4320, 0.96",
    "DEP-ESKETAMINE-40, 0.25, 0.2, 0.4, 0.4, 2400, 2400, 3600, 0.6",
  })
  void protocolsAsProposed(
      String id,
      String dose,
      String low,
      String high,
      String hard,
      long s,
      long from,
      long to,
      String rate)
      throws LibraryRefusedException {
    Protocol protocol = protocol(id);
    assertThat(protocol.dose().typical().mgPerKg()).isEqualByComparingTo(dose);
    assertThat(protocol.dose().soft().lowest().mgPerKg()).isEqualByComparingTo(low);
    assertThat(protocol.dose().soft().highest().mgPerKg()).isEqualByComparingTo(high);
    assertThat(protocol.dose().hard().highest().mgPerKg()).isEqualByComparingTo(hard);
    assertThat(protocol.session().hard().mgPerKg()).isEqualByComparingTo(hard);
    assertThat(protocol.day().hard().mgPerKg()).isEqualByComparingTo(hard);
    assertThat(protocol.time().typical().s()).isEqualTo(s);
    assertThat(protocol.time().hard().lowest().s()).isEqualTo(from);
    assertThat(protocol.time().hard().highest().s()).isEqualTo(to);
    assertThat(protocol.doseRate().hard().highest().mgPerKgPerH()).isEqualByComparingTo(rate);
  }

  @Test
  void theBolusIsNeverFasterThanPublished() throws LibraryRefusedException {
    Protocol.BolusLimits bolus = Objects.requireNonNull(protocol("SUD-BOLUS-52").bolus());
    assertThat(bolus.rate().hard().highest().text()).isEqualTo("3.3 mg/kg/h");
    for (String id :
        List.of("DEP-RACEMIC-40", "PTSD/ANX-40", "PAIN-CRPS-4H", "DEP-ESKETAMINE-40")) {
      assertThat(protocol(id).bolus()).as(id).isNull();
    }
  }

  @Test
  void painIsLimitedByTheHour() throws LibraryRefusedException {
    Protocol pain = protocol("PAIN-CRPS-4H");
    assertThat(pain.doseRate().typical().text()).isEqualTo("0.35 mg/kg/h");
    assertThat(pain.doseRate().soft().lowest().text()).isEqualTo("0.1 mg/kg/h");
    assertThat(pain.doseRate().soft().highest().text()).isEqualTo("0.5 mg/kg/h");
    assertThat(pain.doseRate().hard().highest().text()).isEqualTo("1 mg/kg/h");
    assertThat(pain.time().hard().lowest().s()).isEqualTo(3_600);
    assertThat(pain.time().hard().highest().s()).isEqualTo(21_600);
    assertThat(pain.total().soft().text()).as("25 mg/h for 4 h").isEqualTo("100 mg");
  }

  @Test
  void whatIsFromMemoryCannotBeOrdered() throws LibraryRefusedException {
    assertThat(protocol("DEP-ESKETAMINE-40").evidence()).isEqualTo(Evidence.UNVERIFIED);
    assertThat(protocol("PAIN-CRPS-4H").evidence()).isEqualTo(Evidence.SECONDARY);
    for (DrugEntry drug : ShippedLibrary.load(true).drugs()) {
      for (Protocol protocol : drug.protocols().values()) {
        assertThat(protocol.enabled())
            .as(protocol.id())
            .isEqualTo(protocol.evidence() != Evidence.UNVERIFIED);
      }
    }
  }

  @Test
  void demoBesideIt() throws LibraryRefusedException {
    DrugLibrary library = ShippedLibrary.load(true);
    assertThat(library.title()).isEqualTo("ketamine 2, demo 2");
    assertThat(Objects.requireNonNull(library.drug("DEMO")).demo()).isTrue();
    assertThat(library.hash()).isNotEqualTo(ShippedLibrary.load(false).hash());
  }

  @Test
  void everyLimitHasEvidenceAndASourceOfItsOwn() throws LibraryRefusedException {
    List<String> seen = new ArrayList<>();
    for (LibraryEntry entry : LibraryOutline.of(ShippedLibrary.load(true))) {
      for (LibraryItem item : entry.items()) {
        boolean limit =
            item.figures().stream().anyMatch(f -> f.name().startsWith("hard"))
                || item.name().equals("program");
        if (limit) {
          seen.add(entry.id() + " " + item.name());
          assertThat(item.evidence()).as(entry.id() + " " + item.name()).isNotNull();
          assertThat(item.source()).as(entry.id() + " " + item.name()).hasSizeGreaterThan(10);
        }
      }
    }
    assertThat(seen).hasSize(3 * 3 + 8 * 7 + 2 * 2);
  }

  @Test
  void syringesHaveTheirDiameters() throws LibraryRefusedException {
    DrugLibrary library = ShippedLibrary.load(false);
    Syringe plastipak = Objects.requireNonNull(library.syringe("BD-PLASTIPAK-50"));
    assertThat(plastipak.innerDiameterUm()).isEqualTo(26_600);
    assertThat(plastipak.approximate()).isFalse();
    assertThat(library.syringes())
        .filteredOn(syringe -> !syringe.approximate())
        .extracting(Syringe::innerDiameterUm)
        .containsExactly(4_780, 8_660, 12_060, 14_500, 19_130, 21_700, 26_600);
  }

  private static Protocol protocol(String id) throws LibraryRefusedException {
    DrugLibrary library = ShippedLibrary.load(false);
    return Objects.requireNonNull(Objects.requireNonNull(library.drugOfProtocol(id)).protocol(id));
  }
}

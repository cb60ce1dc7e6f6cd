package org.tenuto.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
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
    assertThat(library.title()).isEqualTo("ketamine 1");
    assertThat(library.drugs()).extracting(DrugEntry::name).containsExactly("ketAMINE");
    DrugEntry drug = Objects.requireNonNull(library.drug("KETAMINE-RACEMIC"));
    assertThat(drug.concentrations())
        .extracting(Concentration::text)
        .containsExactly("1 mg/mL", "2 mg/mL", "5 mg/mL", "10 mg/mL");
    assertThat(drug.protocols().keySet()).containsExactly("DEP-RACEMIC-40", "PTSD/ANX-40");
    Protocol usual = Objects.requireNonNull(drug.protocol("DEP-RACEMIC-40"));
    assertThat(usual.dose().text()).isEqualTo("0.5 mg/kg");
    assertThat(usual.time().text()).isEqualTo("40 min");
  }

  @Test
  void demoBesideIt() throws LibraryRefusedException {
    DrugLibrary library = ShippedLibrary.load(true);
    assertThat(library.title()).isEqualTo("ketamine 1, demo 1");
    assertThat(Objects.requireNonNull(library.drug("DEMO")).demo()).isTrue();
    assertThat(library.hash()).isNotEqualTo(ShippedLibrary.load(false).hash());
  }

  @Test
  void everythingShippedNamesItsSourceAndIsEnabled() throws LibraryRefusedException {
    for (DrugEntry drug : ShippedLibrary.load(true).drugs()) {
      assertThat(drug.source()).isNotBlank();
      for (Protocol protocol : drug.protocols().values()) {
        assertThat(protocol.source()).isNotBlank();
        assertThat(protocol.evidence()).isNotEqualTo(Evidence.UNVERIFIED);
      }
    }
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
}

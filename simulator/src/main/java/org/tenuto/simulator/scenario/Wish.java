package org.tenuto.simulator.scenario;

import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.Protocol;
import org.tenuto.dose.WeightBasis;
import org.tenuto.quantity.Concentration;
import org.tenuto.web.OrderEntry;

/**
 * What staff are going to order: a protocol's own program for somebody, from a 50 mL syringe.
 *
 * @param weightG actual weight, g
 * @param concentrationNgPerMl drug in the syringe, ng/mL
 */
public record Wish(
    String drugId,
    String protocolId,
    List<OrderPhase> phases,
    long weightG,
    long concentrationNgPerMl) {

  static final String SYRINGE = "BD-PLASTIPAK-50";
  static final long LOADED_NL = 50_000_000;

  /** Protocols, each as often as it stands here. */
  private static final List<String> DRAWN =
      List.of(
          "DEP-RACEMIC-40",
          "DEP-RACEMIC-40",
          "DEP-RACEMIC-40",
          "PTSD/ANX-40",
          "SUD-BOLUS-52",
          "SUD-BOLUS-52",
          "PAIN-CRPS-4H",
          "DEMO-1MIN",
          "DEMO-3MIN",
          "DEMO-STEPS");

  private static final int LIGHTEST_KG = 45;
  private static final int HEAVIEST_KG = 110;
  private static final long G_PER_KG = 1_000;
  private static final long USUAL_G = 70 * G_PER_KG;

  public Wish {
    phases = List.copyOf(phases);
  }

  /** One of the protocols, for one of many people. */
  static Wish draw(DrugLibrary library, RandomGenerator random) {
    String protocol = DRAWN.get(random.nextInt(DRAWN.size()));
    long weightG = random.nextInt(LIGHTEST_KG, HEAVIEST_KG + 1) * G_PER_KG;
    DrugEntry drug = drug(library, protocol);
    List<Concentration> offered =
        drug.concentrations().stream()
            .filter(one -> one.ngPerMl() <= drug.secondPersonAbove().ngPerMl())
            .toList();
    Concentration one = offered.get(random.nextInt(offered.size()));
    return of(library, protocol, weightG, one.ngPerMl());
  }

  /** That protocol's own program. */
  static Wish of(DrugLibrary library, String protocolId, long weightG, long concentrationNgPerMl) {
    DrugEntry drug = drug(library, protocolId);
    Protocol protocol = Objects.requireNonNull(drug.protocol(protocolId));
    return new Wish(drug.id(), protocolId, protocol.phases(), weightG, concentrationNgPerMl);
  }

  /** The same for 70 kg, at the lowest concentration the drug may have. */
  static Wish usual(DrugLibrary library, String protocolId) {
    long lowest = drug(library, protocolId).concentrations().getFirst().ngPerMl();
    return of(library, protocolId, USUAL_G, lowest);
  }

  private static DrugEntry drug(DrugLibrary library, String protocolId) {
    DrugEntry drug = library.drugOfProtocol(protocolId);
    if (drug == null) {
      throw new IllegalArgumentException(
          "protocol '" + protocolId + "': expected one of the drug library");
    }
    return drug;
  }

  /** Time the program takes, s. */
  public long durationS() {
    return phases.stream().mapToLong(OrderPhase::durationS).sum();
  }

  /** As it is entered on the page. */
  OrderEntry entry(DrugLibrary library) {
    return new OrderEntry(
        library.hash(),
        drugId,
        protocolId,
        Patient.ofWeight(weightG),
        WeightBasis.ACTUAL,
        phases,
        concentrationNgPerMl,
        SYRINGE,
        LOADED_NL,
        true,
        false,
        List.of());
  }
}

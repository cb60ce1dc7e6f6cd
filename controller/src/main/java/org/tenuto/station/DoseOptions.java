package org.tenuto.station;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.Sex;
import org.tenuto.dose.WeightBasis;
import org.tenuto.quantity.BodyHeight;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.QuantityFormatException;
import org.tenuto.quantity.Volume;
import picocli.CommandLine.Option;

/** What one order on paper is made of, as it is written on a command line. */
@NullMarked
final class DoseOptions {

  private static final Map<String, Sex> SEXES =
      Map.of("f", Sex.FEMALE, "female", Sex.FEMALE, "m", Sex.MALE, "male", Sex.MALE);

  @Option(names = "--weight", paramLabel = "KG", description = "actual body weight, e.g. 70kg")
  private @Nullable String weight;

  @Option(names = "--height", paramLabel = "CM", description = "e.g. 170cm; with --sex")
  private @Nullable String height;

  @Option(names = "--sex", paramLabel = "f|m", description = "for the body-size formulas")
  private @Nullable String sex;

  @Option(
      names = "--weight-basis",
      paramLabel = "BASIS",
      description = "actual (default), ideal, adjusted, lean or ideal-if-obese")
  private @Nullable String weightBasis;

  @Option(
      names = "--last-weight",
      paramLabel = "KG",
      description = "weight on record: guards against pounds entered as kilograms")
  private @Nullable String lastWeight;

  @Option(
      names = "--dose",
      paramLabel = "AMOUNT",
      description = "mg/kg over the duration, or a rate in mg/kg/h, mcg/kg/min or mg/h")
  private @Nullable String dose;

  @Option(names = "--duration", paramLabel = "TIME", description = "e.g. 40min")
  private @Nullable String duration;

  @Option(
      names = "--phase",
      paramLabel = "[bolus:|taper:]AMOUNT:TIME",
      description = "several phases instead of --dose and --duration, e.g. bolus:0.11mg/kg:2min")
  private List<String> phases = List.of();

  @Option(names = "--concentration", paramLabel = "MG/ML", description = "e.g. 1mg/mL")
  private @Nullable String concentration;

  @Option(
      names = "--loaded",
      paramLabel = "ML",
      description = "what the syringe holds (default: its nominal capacity)")
  private @Nullable String loaded;

  @Option(
      names = "--prior",
      paramLabel = "[DRUG=]AMOUNT:TIME:ENDED_AGO",
      description = "a dose before, e.g. 35mg:40min:3h; may be repeated")
  private List<String> priors = List.of();

  @Option(names = "--intensive-monitoring", description = "intensive monitoring is attested")
  private boolean intensiveMonitoring;

  /** The first option given that says something of one order; null if none was. */
  @Nullable String given() {
    return weight != null ? "--weight"
        : dose != null ? "--dose"
        : duration != null ? "--duration"
        : concentration != null ? "--concentration"
        : height != null ? "--height"
        : sex != null ? "--sex"
        : !phases.isEmpty() ? "--phase"
        : lastWeight != null ? "--last-weight"
        : null;
  }

  /** What all orders share, with what was given beside them. */
  PaperOrder paper(PaperOrder paper) {
    Volume volume = loaded == null ? paper.loaded() : Volume.parse("--loaded", loaded);
    List<PriorDose> doses =
        priors.stream()
            .map(text -> PriorDoseText.parse("--prior", text, paper.drug().id()))
            .toList();
    return paper.with(volume, basis(), doses, intensiveMonitoring);
  }

  /**
   * The order.
   *
   * @param protocolAskedFor then its program is taken where no dose and no time was given
   * @throws QuantityFormatException naming the option that is missing or no such quantity
   */
  Order order(PaperOrder paper, boolean protocolAskedFor) {
    return paper.order(
        patient(),
        orderPhases(paper, protocolAskedFor),
        Concentration.parse("--concentration", text(concentration)).ngPerMl());
  }

  private Patient patient() {
    return new Patient(
        BodyWeight.parse("--weight", text(weight)).g(),
        height == null ? 0 : BodyHeight.parse("--height", height).mm(),
        sex == null ? Sex.NOT_GIVEN : sex(sex),
        lastWeight == null ? 0 : BodyWeight.parse("--last-weight", lastWeight).g());
  }

  private List<OrderPhase> orderPhases(PaperOrder paper, boolean protocolAskedFor) {
    if (!phases.isEmpty()) {
      if (dose != null || duration != null) {
        throw new QuantityFormatException(
            "--phase", phases.getFirst(), "no --dose and no --duration beside it");
      }
      return phases.stream()
          .map(text -> PhaseText.parse("--phase", text).orderPhase("--phase"))
          .toList();
    }
    List<OrderPhase> program = paper.protocol().phases();
    if (protocolAskedFor && dose == null && duration == null) {
      return program;
    }
    return List.of(onePhase(program, protocolAskedFor));
  }

  /** One phase; dose or time of the protocol's own, if it has one phase and was asked for. */
  private OrderPhase onePhase(List<OrderPhase> program, boolean protocolAskedFor) {
    boolean fill = protocolAskedFor && program.size() == 1;
    OrderPhase usual = program.getFirst();
    long durationS =
        duration == null && fill
            ? usual.durationS()
            : InfusionTime.parse("--duration", text(duration)).s();
    if (dose == null && fill) {
      return new OrderPhase(usual.kind(), usual.unit(), usual.amountNg(), durationS);
    }
    String amount = text(dose);
    DoseUnit unit = DoseUnit.of("--dose", amount);
    return new OrderPhase(
        PhaseKind.MAINTENANCE, unit, unit.parse("--dose", amount), durationS);
  }

  private WeightBasis basis() {
    if (weightBasis == null) {
      return WeightBasis.ACTUAL;
    }
    for (WeightBasis basis : WeightBasis.values()) {
      if (word(basis).equals(weightBasis)) {
        return basis;
      }
    }
    throw new QuantityFormatException(
        "--weight-basis", weightBasis, "actual, ideal, adjusted, lean or ideal-if-obese");
  }

  /** A basis as it is written on the command line. */
  static String word(WeightBasis basis) {
    return basis.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Sex sex(String text) {
    Sex sex = SEXES.get(text.toLowerCase(Locale.ROOT));
    if (sex == null) {
      throw new QuantityFormatException("--sex", text, "f or m");
    }
    return sex;
  }

  /** What was given, or nothing, which no parser takes. */
  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}

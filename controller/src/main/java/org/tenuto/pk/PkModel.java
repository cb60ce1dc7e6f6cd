package org.tenuto.pk;

import org.jspecify.annotations.Nullable;
import org.tenuto.pk.RateConstants.Peripheral;

/**
 * The published parameter sets. Every figure made with one is shown with its name: the sets differ
 * threefold in Cp in the first minutes, since their central volumes do (4.4 L and 25 L at 70 kg).
 */
public enum PkModel {
  /**
   * Domino 1984: k as printed, V1 by weight; ke0 0.238 /min (95 % CI 0.20 to 0.28) of Navarrete
   * 2025, an anti-nociceptive endpoint under anaesthesia, measured with this set.
   */
  DOMINO_1984(
      "domino-1984",
      "Domino 1984",
      KetamineForm.RACEMIC,
      "Domino et al., Clin Pharmacol Ther 1984;36:645-653;"
          + " ke0: Navarrete et al., J Clin Monit Comput 2025;39:349",
      1) {
    @Override
    RateConstants constants(double weightKg) {
      return new RateConstants(0.063 * weightKg, 0.438, 0.592, 0.247, 0.590, 0.0146, 0.238);
    }
  },
  /**
   * Kamp 2020, from raw data, arterial; without its two venous delay compartments.
   *
   * <p>The ke0 was <b>not published with the set</b>: simTIVA derived 0.1876 ln(kg) + 0.5932 /min
   * for it from a time to peak of 1.6 min. See {@link #ke0Published()}.
   */
  KAMP_2020(
      "kamp-2020",
      "Kamp 2020",
      KetamineForm.RACEMIC,
      "Kamp et al., Anesthesiology 2020;133:1192, doi 10.1097/ALN.0000000000003577;"
          + " ke0 not published with it: derived by simTIVA from a time to peak of 1.6 min",
      1) {
    @Override
    RateConstants constants(double weightKg) {
      double linear = weightKg / ADULT_KG;
      double allometric = StrictMath.pow(linear, ALLOMETRIC_EXPONENT);
      double ke0PerMin = 0.1876 * StrictMath.log(weightKg) + 0.5932;
      return RateConstants.ofClearances(
          25 * linear,
          84 * allometric / MIN_PER_H,
          new Peripheral(161 * allometric / MIN_PER_H, 56 * linear),
          new Peripheral(79 * allometric / MIN_PER_H, 157 * linear),
          ke0PerMin);
    }
  },
  /** Fanta 2015, S-ketamine, venous, as fixed by Otto 2021. No ke0, so no Ce. */
  FANTA_2015_ESKETAMINE(
      "fanta-2015-esketamine",
      "Fanta 2015",
      KetamineForm.ESKETAMINE,
      "Fanta et al. 2015, as fixed by Otto et al. 2021 (nlmixr2lib Otto_2021_s_ketamine)",
      1) {
    @Override
    RateConstants constants(double weightKg) {
      double linear = weightKg / ADULT_KG;
      return RateConstants.ofClearances(
          133 * linear,
          95.2 * StrictMath.pow(linear, ALLOMETRIC_EXPONENT) / MIN_PER_H,
          new Peripheral(23.2 / MIN_PER_H, 187),
          new Peripheral(157 / MIN_PER_H, 98.8),
          RateConstants.NO_KE0);
    }
  };

  /** The weight the clearances are printed for. */
  private static final double ADULT_KG = 70;

  private static final double ALLOMETRIC_EXPONENT = 0.75;
  private static final double MIN_PER_H = 60;

  private final String id;
  private final String title;
  private final KetamineForm drug;
  private final String source;
  private final int version;

  PkModel(String id, String title, KetamineForm drug, String source, int version) {
    this.id = id;
    this.title = title;
    this.drug = drug;
    this.source = source;
    this.version = version;
  }

  abstract RateConstants constants(double weightKg);

  /** The model with that id, or null. */
  public static @Nullable PkModel byId(String id) {
    for (PkModel model : values()) {
      if (model.id.equals(id)) {
        return model;
      }
    }
    return null;
  }

  /** As in commands, files and messages, e.g. {@code domino-1984}. */
  public String id() {
    return id;
  }

  /** For people: author, year and drug, e.g. {@code Domino 1984 (ketAMINE)}. */
  public String title() {
    return title + " (" + drug.text() + ")";
  }

  /** The drug it describes. It says nothing of the other one. */
  public KetamineForm drug() {
    return drug;
  }

  /** Where the numbers come from. */
  public String source() {
    return source;
  }

  /** Of its parameters, from 1: rises when any of them changes. */
  public int version() {
    return version;
  }

  /** Whether the set is used with an effect site, and so has a Ce. */
  public boolean hasKe0() {
    return this != FANTA_2015_ESKETAMINE;
  }

  /** Whether that effect site was published for this set, not derived elsewhere. */
  public boolean ke0Published() {
    return this == DOMINO_1984;
  }

  /** The model for one patient. Allocates. */
  public CompartmentModel forPatient(Covariates covariates) {
    return new CompartmentModel(constants(covariates.weightKg()));
  }
}

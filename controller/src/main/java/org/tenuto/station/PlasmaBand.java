package org.tenuto.station;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.tenuto.pk.KetamineForm;
import org.tenuto.web.PredictionBasis;

/**
 * Plasma concentrations at which studies saw an effect, for reading a curve by; nothing is judged
 * by them. Measured in people: a model's figure is not one of them.
 */
@NullMarked
enum PlasmaBand {
  /** Perception altered, in proportion to the concentration. */
  PSYCHEDELIC(KetamineForm.RACEMIC, 50, 200, "psychedelic", "Bowdle 1998", "#3a7ebf"),
  /** Pain relief. */
  ANALGESIA(KetamineForm.RACEMIC, 70, 160, "analgesia", "Zanos 2018", "#2a9d5c"),
  /** Loss of the sense of self and surroundings. */
  DISSOCIATION(KetamineForm.RACEMIC, 100, 250, "dissociation", "Krystal 1994", "#8e6bbf"),
  /** Waking from anesthesia: 640 Idvall, 750 as used by Herd and Hornik. */
  AWAKENING(KetamineForm.RACEMIC, 640, 750, "awakening", "Idvall 1979 to Herd 2007", "#d08a00"),
  /** After a bolus. */
  ANESTHESIA(KetamineForm.RACEMIC, 1200, 2400, "anesthesia", "Zanos 2018", "#c0443c"),
  /** 159 with a standard deviation of 21. */
  SUBANESTHETIC(KetamineForm.ESKETAMINE, 138, 180, "subanesthetic", "Långsjö 2005", "#2a9d5c"),
  /** Of the S-enantiomer. */
  ESKETAMINE_ANESTHESIA(
      KetamineForm.ESKETAMINE, 1500, 2000, "anesthesia", "Långsjö 2005", "#c0443c");

  private final KetamineForm drug;
  private final int lowNgPerMl;
  private final int highNgPerMl;
  private final String effect;
  private final String source;
  private final String colour;

  PlasmaBand(
      KetamineForm drug,
      int lowNgPerMl,
      int highNgPerMl,
      String effect,
      String source,
      String colour) {
    this.drug = drug;
    this.lowNgPerMl = lowNgPerMl;
    this.highNgPerMl = highNgPerMl;
    this.effect = effect;
    this.source = source;
    this.colour = colour;
  }

  /** Those of one drug, the lowest first. */
  static List<PlasmaBand> of(KetamineForm drug) {
    return Arrays.stream(values()).filter(band -> band.drug == drug).toList();
  }

  /** The same for the device page. */
  static List<PredictionBasis.Band> shown(KetamineForm drug) {
    return of(drug).stream()
        .map(
            band ->
                new PredictionBasis.Band(
                    band.lowNgPerMl, band.highNgPerMl, band.effect, band.source))
        .toList();
  }

  int lowNgPerMl() {
    return lowNgPerMl;
  }

  int highNgPerMl() {
    return highNgPerMl;
  }

  /** What was seen, in one word. */
  String effect() {
    return effect;
  }

  /** Its ends for people. */
  String range() {
    return lowNgPerMl + " to " + highNgPerMl + " ng/mL";
  }

  /** First author and year. */
  String source() {
    return source;
  }

  /** For drawing. */
  String colour() {
    return colour;
  }
}

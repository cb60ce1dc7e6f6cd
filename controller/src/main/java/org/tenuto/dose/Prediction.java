package org.tenuto.dose;

import org.tenuto.pk.PkModel;

/**
 * What one model predicts of an order: its highest concentrations over the whole plan, each phase
 * prolonged by its overrun margin, with the doses given before. A figure of a population model, not
 * a measurement; never shown without the model's name.
 *
 * @param model the model
 * @param judgedPgPerMl the figure held against the ceiling: at the effect site where one was
 *     published with the model, else in plasma; and in plasma outside a bolus and the 2 minutes
 *     after it, pg/mL, rounded up
 * @param judgedAtS when that is, s from the start
 * @param plasmaPgPerMl highest concentration in plasma, bolus or not, pg/mL, rounded up
 * @param plasmaAtS when that is, s from the start
 */
public record Prediction(
    PkModel model, long judgedPgPerMl, long judgedAtS, long plasmaPgPerMl, long plasmaAtS) {}

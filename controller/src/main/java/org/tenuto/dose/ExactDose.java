package org.tenuto.dose;

import java.math.BigDecimal;
import org.tenuto.quantity.Ratio;

/**
 * The figures an order comes to, exact, before anything is rounded to what a pump can do.
 *
 * @param dosingWeightKg the body weight dosed by, kg; the actual weight
 * @param totalMg drug, mg
 * @param volumeMl volume to be infused, mL
 * @param rateMlPerH flow rate, mL/h
 * @param doseRateMgPerKgPerH dose rate, mg/kg/h
 * @param doseRateMcgPerKgPerMin the same dose rate, mcg/kg/min
 */
public record ExactDose(
    BigDecimal dosingWeightKg,
    BigDecimal totalMg,
    Ratio volumeMl,
    Ratio rateMlPerH,
    Ratio doseRateMgPerKgPerH,
    Ratio doseRateMcgPerKgPerMin) {}

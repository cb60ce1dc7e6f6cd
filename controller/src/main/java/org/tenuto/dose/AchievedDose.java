package org.tenuto.dose;

import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.DrugAmount;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/**
 * The figures of an order as one pump with one syringe will really run it: flow rate and volume
 * rounded down once each to what the pump can be told, and what follows from them.
 *
 * @param volume volume to be infused
 * @param rate flow rate
 * @param drug drug in that volume, rounded down to 1 ng
 * @param doseRate dose rate that flow rate makes, rounded down to 1 ng/kg/h
 * @param durationS time the volume takes at that rate, s, rounded up
 * @param pumpRate the rate as sent to the pump, e.g. {@code 52.50MH}
 * @param pumpVolume the volume as sent to the pump, e.g. {@code 35.00ML}
 */
public record AchievedDose(
    Volume volume,
    FlowRate rate,
    DrugAmount drug,
    DoseRate doseRate,
    long durationS,
    String pumpRate,
    String pumpVolume) {}

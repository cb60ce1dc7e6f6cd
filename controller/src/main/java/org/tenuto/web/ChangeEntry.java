package org.tenuto.web;

import org.tenuto.quantity.DoseRate;

/**
 * What staff want different from now on: another dose rate for the phase the order is in, which
 * gives as much drug as before, sooner or later.
 *
 * @param orderNonce the order that is shown
 * @param phase the phase it is in, counted from 0
 * @param doseRate by dosing weight
 * @param intensiveMonitoring staff attest intensive monitoring
 */
public record ChangeEntry(
    long orderNonce, int phase, DoseRate doseRate, boolean intensiveMonitoring) {}

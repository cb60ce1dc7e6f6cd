package org.tenuto.replay;

import java.util.function.LongSupplier;
import org.tenuto.control.CycleStatistics;
import org.tenuto.control.Panel;
import org.tenuto.control.PanelInputs;
import org.tenuto.control.StationPort;
import org.tenuto.dose.OrderReview;

/**
 * What an executor deals with besides its pump. Loop thread only.
 *
 * @param station who gives it commands and is told what happens
 * @param panel its lamps and its buzzer
 * @param inputs e-stop and buttons
 * @param review computes what is read back, by the drug library in force
 * @param nonces unpredictable numbers, never 0
 * @param statistics how its cycles fare
 */
public record ExecutorPorts(
    StationPort station,
    Panel panel,
    PanelInputs inputs,
    OrderReview review,
    LongSupplier nonces,
    CycleStatistics statistics) {}

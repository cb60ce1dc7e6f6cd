package org.tenuto.replay;

import org.jspecify.annotations.Nullable;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.pump.Pump;

/**
 * The pump of an executor whose inputs are recorded, and what a replay has to know to build its
 * like.
 *
 * @param driver on a {@link TracedLine} or {@link TracedMotor} of the same recording
 * @param model the pump of the New Era family it drives, if it drives no motor
 * @param build the motor's build; null if it drives a pump of the New Era family
 */
public record DrivenPump(Pump driver, NewEraModel model, @Nullable StepperBuild build) {}

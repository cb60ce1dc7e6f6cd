package org.tenuto.pump;

import org.tenuto.dose.PermittedRate;

/** What a pump can be told. Only a permitted rate can set it in motion. */
public sealed interface PumpCommand {

  /**
   * Run at a rate until a volume, then stop by itself.
   *
   * @param permitted rate and volume of this program
   * @param syringeInnerDiameterUm inner diameter of the syringe, µm
   * @param firstOfOrder whether the pump's volume counter is cleared first
   */
  record Deliver(PermittedRate permitted, int syringeInnerDiameterUm, boolean firstOfOrder)
      implements PumpCommand {}
}

package org.tenuto.dose;

import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/** Violates: only the guardrail permits. In the room itself, since nobody else could call it. */
public final class PermitWithoutGuardrail {

  public PermittedRate permit() {
    return new PermittedRate(new FlowRate(1), new Volume(1));
  }
}

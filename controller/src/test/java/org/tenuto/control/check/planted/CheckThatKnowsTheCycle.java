package org.tenuto.control.check.planted;

import org.tenuto.control.ControlCycle;

/** Violates: a check knows nothing of who asks it. */
public final class CheckThatKnowsTheCycle {

  public boolean asks(ControlCycle cycle) {
    return cycle.state().ordinal() > 0;
  }
}

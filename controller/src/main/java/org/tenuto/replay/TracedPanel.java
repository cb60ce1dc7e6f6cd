package org.tenuto.replay;

import org.tenuto.control.PanelInputs;

/** E-stop and buttons, as they were told. */
final class TracedPanel implements PanelInputs {

  private final PanelInputs inputs;
  private final Trace trace;

  TracedPanel(PanelInputs inputs, Trace trace) {
    this.inputs = inputs;
    this.trace = trace;
  }

  @Override
  public boolean eStopOpen() {
    return trace.note(Input.E_STOP, inputs.eStopOpen());
  }

  @Override
  public boolean takeStop() {
    return trace.note(Input.STOP_BUTTON, inputs.takeStop());
  }

  @Override
  public boolean takeStart() {
    return trace.note(Input.START_BUTTON, inputs.takeStart());
  }

  @Override
  public boolean faulty() {
    return trace.note(Input.PANEL_FAULTY, inputs.faulty());
  }
}

package org.tenuto.simulator.virtual;

import org.tenuto.control.ExecutorEvent;

/** Hears what the executor reports, in the moment that it does. */
public interface EventTap {

  void heard(ExecutorEvent event);

  /** What was heard last could not be handed on: there was no room. */
  default void lost(ExecutorEvent event) {
    // Most only listen.
  }
}

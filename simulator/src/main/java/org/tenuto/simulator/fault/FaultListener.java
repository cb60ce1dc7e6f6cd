package org.tenuto.simulator.fault;

/** Somebody to whom faults happen. */
public interface FaultListener {

  /** It is there from now on; what is over at once has happened, and no end follows. */
  void begins(Fault fault);

  /** It is over. */
  default void ends(Fault fault) {}
}

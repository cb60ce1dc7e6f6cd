package org.tenuto.simulator.world;

/** The syringe's plunger: its rod goes where the pusher moves it, its stopper where it can. */
sealed interface Plunger permits Stopper, RigidStopper {

  /** The pusher has moved the rod's end to there, mm from where it was loaded. */
  void rodTo(double rodMm, long nowNs);

  /** Lets a millisecond pass, which ends now. */
  void pass(long nowNs);

  /** What the pusher feels of the plunger, against its way forward, N. */
  double rodForceN();

  /** How far the stopper is in the barrel, mm from where it was loaded. */
  double positionMm();

  /** What the stopper has pushed out of the barrel, nL. */
  double pushedNl();

  /** The pusher no longer holds the rod: it can push, but not pull. */
  void loosen();

  /** The pusher holds the rod where it stands. */
  void seat();

  /** The barrel ends where the stopper is. */
  void end();

  /** Something has changed that it has to find out about. */
  void wake();

  /** Whether nothing changes until something happens. */
  boolean resting();
}

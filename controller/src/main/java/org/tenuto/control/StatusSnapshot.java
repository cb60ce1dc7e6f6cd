package org.tenuto.control;

import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pk.PkModel;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/**
 * The executor's state as everybody else sees it, rewritten each cycle. Mutable and reused on both
 * sides, so that neither allocates. Not thread-safe: each side has its own copy.
 */
public final class StatusSnapshot {

  /** This boot of the executor; 0 in a snapshot never published. */
  public long executorBootId;

  /** Number of the cycle; rises while the executor lives. */
  public long cycle;

  /** The cycle's deadline, monotonic ns. */
  public long nowNs;

  public InfusionState state = InfusionState.SELF_TEST;
  public NotDeliveringReason reason = NotDeliveringReason.NO_ORDER;
  public PumpState pumpState = PumpState.STOPPING;
  public PumpFault pumpFault = PumpFault.NONE;

  /** Nonce of the order that is shown, running or last ran, kept when it is changed; 0 if none. */
  public long orderNonce;

  /** 1 while a confirmed change waits for the pump to rest, else 0. */
  public long changing;

  /** Volume to be infused of that order (VTBI), nL. */
  public long orderNl;

  /** Drug of that order, ng/mL. */
  public long concentrationNgPerMl;

  /** Weight that order is dosed by, g. */
  public long weightG;

  /** Ordered flow rate, nL/h. */
  public long orderRateNlPerH;

  /** Flow rate now: the ordered one while the pump is confirmed running, else 0, nL/h. */
  public long rateNlPerH;

  /** Dose rate that makes, ng/kg/h. */
  public long doseRateNgPerKgPerH;

  /** Present phase of that order, counted from 0, and how many it has. */
  public long phase;

  public long phases;

  /**
   * What each model predicts now, by the ordinal of {@code PkModel}: in plasma and at the effect
   * site, pg/mL; -1 if the model predicts none.
   */
  public final long[] plasmaPgPerMl = new long[PkModel.values().length];

  public final long[] effectPgPerMl = new long[PkModel.values().length];

  public long commandedNl;
  public long atLeastNl;
  public long atMostNl;

  /** Volume of the priming that runs or ran last; 0 if none did since an order was started, nL. */
  public long primingNl;

  /** Its flow rate, nL/h. */
  public long primingRateNlPerH;

  /** What it was commanded to deliver, certainly delivered and can have delivered at most, nL. */
  public long primedCommandedNl;

  public long primedAtLeastNl;
  public long primedAtMostNl;

  /** What it and all primings before it, since an order was started, can have delivered, nL. */
  public long primedInAllNl;

  /** Time the remainder takes at the ordered rate, s, rounded up. */
  public long timeLeftS;

  /** Active or latched alarm conditions, bit n for the ordinal n. */
  public long alarmBits;

  /** Those of them whose cause is present now. */
  public long alarmPresentBits;

  /** What is left of the audio pause, ns; 0 if the sound is not paused. */
  public long audioPauseLeftNs;

  /** Event sequence handed out last. */
  public long lastEventSeq;

  /** Events that came after the ring had run full: into its last places, or dropped. */
  public long droppedEvents;

  /** Cycles skipped since boot. */
  public long skippedCycles;

  /** Wake-up error of the last cycle, ns. */
  public long wakeErrorNs;

  /** Largest wake-up error of the last full second, ns. */
  public long worstWakeErrorNs;

  /**
   * What the kernel permitted: bit 0 SCHED_FIFO, 1 locked memory, 2 affinity, 3 C-state latency.
   */
  public long timingBits;

  /**
   * What is monitored: bit 0 pressure, 1 air, 2 plunger, 3 power, 4 e-stop line, 5 rise of the
   * pressure; a sensor that no check looks at monitors nothing. Bit 6: there is a buzzer.
   */
  public long monitoredBits;

  /**
   * 1 if the pump's sensor told the pressure of the line lately enough to go by, else 0; without a
   * sensor never.
   */
  public long pressureKnown;

  /** That pressure, Pa above the air's; may be below 0; 0 while it is not known. */
  public long pressurePa;

  /** Items of the self-test that failed, bit n for the ordinal n; 0 outside the self-test. */
  public long selfTestFailedBits;
}

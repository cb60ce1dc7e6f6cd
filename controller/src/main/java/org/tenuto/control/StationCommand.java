package org.tenuto.control;

import org.tenuto.dose.Order;
import org.tenuto.dose.OrderChange;
import org.tenuto.dose.PrimingRequest;

/**
 * What the station can ask of the executor through the command ring. Stop and Pause are not here:
 * they go by counters that can't be full.
 */
public sealed interface StationCommand {

  /** A command is good for two seconds from the moment staff decided. */
  long GOOD_FOR_NS = 2_000_000_000L;

  /** Who sent it, in which order, and until when it is good. */
  Header header();

  /**
   * Carried by every command.
   *
   * @param executorBootId the executor it was meant for; any other answers Expired
   * @param stationBootId the station that sent it
   * @param seq rises by 1 with each command of one station boot, from 1
   * @param journalSeq journal record that made the intent durable; 0 for a proposal
   * @param expiresAtNs monotonic time after which it is answered Expired: the decision of staff and
   *     {@link #GOOD_FOR_NS}
   */
  record Header(
      long executorBootId, long stationBootId, long seq, long journalSeq, long expiresAtNs) {

    /** When staff decided, monotonic ns. */
    public long decidedNs() {
      return expiresAtNs - GOOD_FOR_NS;
    }
  }

  /** Asks for a read-back of an order. Starts nothing. */
  record Propose(Header header, Order order) implements StationCommand {}

  /**
   * Asks for a read-back of a change of the running or paused order. Changes nothing.
   *
   * @param orderNonce the order's first read-back
   * @param phase the phase it is in, counted from 0
   */
  record ProposeChange(Header header, long orderNonce, int phase, OrderChange change)
      implements StationCommand {}

  /** Starts exactly the order, or puts in force exactly the change, that was read back. */
  record Start(Header header, long nonce, String readBackHash) implements StationCommand {}

  /** Goes on with the remainder of the paused order with this nonce. */
  record Resume(Header header, long nonce) implements StationCommand {}

  /** Asks what the device would do to fill the line. Starts nothing. */
  record ProposePriming(Header header, PrimingRequest request) implements StationCommand {}

  /**
   * Fills the line, exactly as it was read back.
   *
   * @param lineNotConnected whether staff confirm that the line is not connected to a person
   */
  record StartPriming(Header header, long nonce, String readBackHash, boolean lineNotConnected)
      implements StationCommand {}

  /** Leaves FAULT, if the cause is gone and the pump is confirmed stopped; the order is over. */
  record ResetFault(Header header) implements StationCommand {}

  /** Acknowledges latched alarm conditions that are no longer present. */
  record AcknowledgeAlarms(Header header) implements StationCommand {}

  /** Pauses the sound of the alarm conditions that are active, for 120 s at most. */
  record PauseAudio(Header header) implements StationCommand {}
}

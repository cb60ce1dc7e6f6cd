package org.tenuto.web;

import org.jspecify.annotations.Nullable;
import org.tenuto.dose.Order;

/**
 * The desk the page is served from: what staff can order, ask and see. Implemented by the station.
 *
 * <p>Any thread may call any method. {@link #stop}, {@link #pause}, {@link #pageShows} and {@link #live}
 * return at once
 * and never wait for a lock that another method holds while it waits. The others wait at most 2 s
 * for the executor and answer a refusal when it says nothing.
 */
public interface DeviceDesk extends SessionDesk, ObservationDesk {

  /** What can be ordered here, from the drug library in force. */
  Catalogue catalogue();

  /** Has the executor read an order back. Starts nothing; a refused order has a HARD finding. */
  Reply<ReadBackView> propose(OrderEntry order);

  /**
   * Has the executor read a change of the running or paused order back. Changes nothing; a refused
   * change has a HARD finding.
   */
  Reply<ReadBackView> proposeChange(ChangeEntry change);

  /**
   * Starts the order, or puts the change in force, that was read back.
   *
   * @param nonce the read-back's nonce
   * @param hash the read-back's hash, 64 lower-case hex digits
   * @return one line for staff
   */
  Reply<String> start(long nonce, String hash);

  /** Has the executor say what it would do to fill the line. Starts nothing. */
  Reply<PrimingView> proposePriming(String syringeId, long volumeNl);

  /**
   * Fills the line as it was read back.
   *
   * @param nonce the read-back's nonce
   * @param hash the read-back's hash, 64 lower-case hex digits
   * @param lineNotConnected whether staff confirmed that the line is not connected to a person
   * @return one line for staff
   */
  Reply<String> startPriming(long nonce, String hash, boolean lineNotConnected);

  /** Goes on with the remainder of the paused order; the value is one line for staff. */
  Reply<String> resume(long nonce);

  /** Pauses delivery. */
  void pause();

  /** Ends the order or the priming, or discards the read-back that is shown. */
  void stop();

  /** Leaves FAULT if the executor agrees; the value is one line for staff. */
  Reply<String> resetFault();

  /** Acknowledges latched alarms whose cause is gone; the value is one line for staff. */
  Reply<String> acknowledgeAlarms();

  /** Pauses the sound of the controller's active alarms; the value is one line for staff. */
  Reply<String> pauseAudio();

  /**
   * A page has shown the figures of this cycle to whoever stands before it. Returns at once.
   *
   * @param executorBootId the controller's boot those figures are of
   * @return false if they are not the controller's, or too old: nobody was shown the device
   */
  boolean pageShows(long executorBootId, long cycle);

  /** The same desk, asked by somebody: their id is on record with all that is asked of it. */
  DeviceDesk by(String staffId);

  /** Who stands before the page. */
  StaffDesk staff();

  /** What the curve of an order's predicted concentrations begins with; null if there is none. */
  @Nullable PredictionBasis predictionBasis(Order order);

  /** The device as it is now. */
  LiveView live();
}

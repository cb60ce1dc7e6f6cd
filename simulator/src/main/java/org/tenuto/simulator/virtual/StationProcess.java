package org.tenuto.simulator.virtual;

import java.util.concurrent.CompletableFuture;
import org.tenuto.journal.JournalException;
import org.tenuto.simulator.boundary.ModelledDisk;
import org.tenuto.simulator.boundary.StationDeath;
import org.tenuto.station.StationRequests;
import org.tenuto.station.StationSetup;
import org.tenuto.station.StationWork;
import org.tenuto.web.ChangeEntry;
import org.tenuto.web.LiveView;
import org.tenuto.web.OrderEntry;
import org.tenuto.web.PrimingView;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.Reply;

/**
 * One boot of the station: the controller's own work without its threads and its web server. It is
 * used as the page uses it. Dropping it is its death.
 */
public final class StationProcess {

  private final StationWork work;
  private final StationRequests requests;
  private final ModelledDisk disk;
  private long heldUntilNs;
  private boolean died;

  /**
   * Boots.
   *
   * @throws JournalException if the record can't be read or written: it does not start
   */
  StationProcess(StationSetup setup, ModelledDisk disk) throws JournalException {
    this.disk = disk;
    work = new StationWork(setup);
    work.begin();
    requests = work.requests();
  }

  /** A millisecond of its life, unless a slow disk holds it. */
  void step(long nowNs) {
    if (nowNs < heldUntilNs) {
      return;
    }
    try {
      work.step(nowNs);
    } catch (Throwable e) {
      if (!(e instanceof StationDeath)) {
        throw e;
      }
      died = true; // an edge took it down, as a fault wanted
      return;
    }
    long heldNs = disk.takeHeldNs();
    if (heldNs > 0) {
      heldUntilNs = nowNs + heldNs;
    }
  }

  /** Whether it does its work: its record is kept, and no slow disk holds it. */
  boolean keepsRecord(long nowNs) {
    return work.failure() == null && nowNs >= heldUntilNs;
  }

  /** Whether it died in its last step. */
  boolean hasDied() {
    return died;
  }

  /** The device as the page shows it. */
  public LiveView live() {
    return work.live();
  }

  /** Has an order read back. */
  public CompletableFuture<Reply<ReadBackView>> propose(OrderEntry entry) {
    return requests.propose(entry);
  }

  /** Has a change of the order read back. */
  public CompletableFuture<Reply<ReadBackView>> proposeChange(ChangeEntry entry) {
    return requests.proposeChange(entry);
  }

  /** Starts what was read back. */
  public CompletableFuture<Reply<String>> start(long nonce, String hash) {
    return requests.start(nonce, hash);
  }

  /** Has a priming read back. */
  public CompletableFuture<Reply<PrimingView>> proposePriming(String syringeId, long volumeNl) {
    return requests.proposePriming(syringeId, volumeNl);
  }

  /** Primes as it was read back. */
  public CompletableFuture<Reply<String>> startPriming(
      long nonce, String hash, boolean lineNotConnected) {
    return requests.startPriming(nonce, hash, lineNotConnected);
  }

  /** Goes on with the paused order. */
  public CompletableFuture<Reply<String>> resume(long nonce) {
    return requests.resume(nonce);
  }

  /** Leaves FAULT. */
  public CompletableFuture<Reply<String>> resetFault() {
    return requests.resetFault();
  }

  /** Acknowledges latched alarms. */
  public CompletableFuture<Reply<String>> acknowledgeAlarms() {
    return requests.acknowledgeAlarms();
  }

  /** Pauses the sound. */
  public CompletableFuture<Reply<String>> pauseAudio() {
    return requests.pauseAudio();
  }

  /** Presses Pause. */
  public void pause() {
    requests.pause();
  }

  /** Presses Stop. */
  public void stop() {
    requests.stop();
  }

  /** The page has shown the figures of this cycle. */
  public boolean pageShows(long executorBootId, long cycle) {
    return requests.pageShows(executorBootId, cycle);
  }
}

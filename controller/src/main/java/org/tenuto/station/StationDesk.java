package org.tenuto.station;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tenuto.control.StationCommand;
import org.tenuto.web.Catalogue;
import org.tenuto.web.ChangeEntry;
import org.tenuto.web.DeviceDesk;
import org.tenuto.web.LiveView;
import org.tenuto.web.OrderEntry;
import org.tenuto.web.PrimingView;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.Reply;

/** What the web server asks, asked of the station; its threads wait here for the answer. */
final class StationDesk implements DeviceDesk {

  private final StationRequests requests;
  private final StationWork work;

  StationDesk(StationWork work) {
    this.requests = work.requests();
    this.work = work;
  }

  @Override
  public Catalogue catalogue() {
    return requests.catalogue();
  }

  @Override
  public Reply<ReadBackView> propose(OrderEntry order) {
    return await(requests.propose(order));
  }

  @Override
  public Reply<ReadBackView> proposeChange(ChangeEntry change) {
    return await(requests.proposeChange(change));
  }

  @Override
  public Reply<String> start(long nonce, String hash) {
    return await(requests.start(nonce, hash));
  }

  @Override
  public Reply<PrimingView> proposePriming(String syringeId, long volumeNl) {
    return await(requests.proposePriming(syringeId, volumeNl));
  }

  @Override
  public Reply<String> startPriming(long nonce, String hash, boolean lineNotConnected) {
    return await(requests.startPriming(nonce, hash, lineNotConnected));
  }

  @Override
  public Reply<String> resume(long nonce) {
    return await(requests.resume(nonce));
  }

  @Override
  public void pause() {
    requests.pause();
  }

  @Override
  public void stop() {
    requests.stop();
  }

  @Override
  public Reply<String> resetFault() {
    return await(requests.resetFault());
  }

  @Override
  public Reply<String> acknowledgeAlarms() {
    return await(requests.acknowledgeAlarms());
  }

  @Override
  public Reply<String> pauseAudio() {
    return await(requests.pauseAudio());
  }

  @Override
  public boolean pageShows(long executorBootId, long cycle) {
    return requests.pageShows(executorBootId, cycle);
  }

  @Override
  public LiveView live() {
    return work.live();
  }

  /** No longer than a command is good for: a record that waits for its disk steps nothing. */
  private <T> Reply<T> await(CompletableFuture<Reply<T>> reply) {
    try {
      return reply.get(StationCommand.GOOD_FOR_NS, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return StationRequests.unconfirmed(); // it has expired, so it is not sent any more
    } catch (ExecutionException e) {
      throw new IllegalStateException("the answer can't be shown", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return StationRequests.unconfirmed();
    }
  }
}

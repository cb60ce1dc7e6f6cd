package org.tenuto.monitor;

import com.google.protobuf.Message;
import org.tenuto.monitor.EventTrail.Place;
import org.tenuto.monitor.web.Site;
import org.tenuto.monitor.web.Trust;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;

/**
 * Tells the page what there is to show.
 *
 * @param site what the page shows
 */
record SiteTeller(Site site) {

  /**
   * Tells it.
   *
   * @param nowNs monotonic time at which it came in
   */
  void tell(Notice notice, long nowNs) {
    switch (notice) {
      case Notice.Said said -> said(said, nowNs);
      case Notice.Happened happened -> happened(happened);
      case Notice.Freshened freshened ->
          site.trust(
              freshened.device().site(), freshened.device().device(), trust(freshened.view()));
      case Notice.Alarmed alarmed -> // the same alarms are in what it says anyway
          site.trust(alarmed.device().site(), alarmed.device().device(), trust(alarmed.view()));
      case Notice.Broker broker -> site.broker(broker.connected(), broker.problem());
      case Notice.Unreadable _ -> site.unreadable();
      case Notice.TooMany more -> site.tooMany(more.messages());
      case Notice.Forgotten gone -> site.forget(gone.device().site(), gone.device().device());
      case Notice.Overrun overrun -> site.overrun(overrun.lost());
    }
  }

  private void said(Notice.Said said, long nowNs) {
    String of = said.device().site();
    String device = said.device().device();
    Trust trust = trust(said.view());
    Message message = said.message();
    switch (message) {
      case Live live -> site.live(of, device, live, said.retained(), trust, nowNs);
      case Last last -> site.last(of, device, last, said.retained(), trust);
      case Birth birth -> site.birth(of, device, birth, trust);
      default -> site.trust(of, device, trust);
    }
  }

  private void happened(Notice.Happened happened) {
    if (happened.seen().place() != Place.REPEATED) {
      site.event(
          happened.device().site(),
          happened.device().device(),
          happened.event(),
          happened.seen().place().name(),
          happened.seen().missing(),
          trust(happened.view()));
    }
  }

  private static Trust trust(Notice.View view) {
    return new Trust(view.freshness().name(), view.missing());
  }
}

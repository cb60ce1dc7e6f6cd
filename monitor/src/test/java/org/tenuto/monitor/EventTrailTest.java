package org.tenuto.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.monitor.EventTrail.Place;
import org.tenuto.monitor.EventTrail.Seen;
import org.tenuto.proto.telemetry.SealedEvent;

class EventTrailTest {

  private final EventTrail trail = new EventTrail();
  private final List<SealedEvent> chain = Events.chain(20, 0);

  private Seen take(int wireSeq) {
    return trail.take(chain.get(wireSeq - 1));
  }

  @Test
  void whatCameBeforeTheFirstIsNotMissing() {
    assertThat(take(7)).isEqualTo(new Seen(Place.FIRST, 0));
    assertThat(trail.missing()).isZero();
  }

  @Test
  void eachGapIsCountedAndNeverFilled() {
    take(1);
    assertThat(take(2)).isEqualTo(new Seen(Place.NEXT, 0));
    assertThat(take(5)).isEqualTo(new Seen(Place.AFTER_GAP, 2));
    assertThat(take(6)).isEqualTo(new Seen(Place.NEXT, 0));
    assertThat(take(8)).isEqualTo(new Seen(Place.AFTER_GAP, 1));
    assertThat(trail.missing()).isEqualTo(3);
  }

  @Test
  void anEventSentTwiceIsNeitherAGapNorNew() {
    take(5);
    take(6);
    assertThat(take(6)).isEqualTo(new Seen(Place.REPEATED, 0));
    assertThat(take(5)).isEqualTo(new Seen(Place.REPEATED, 0));
    assertThat(take(3)).as("from before we came").isEqualTo(new Seen(Place.REPEATED, 0));
    assertThat(take(7)).isEqualTo(new Seen(Place.NEXT, 0));
    assertThat(trail.missing()).isZero();
  }

  @Test
  void aNewRecordStartsAgain() {
    take(1);
    take(2);
    take(3);
    List<SealedEvent> other = Events.chain(3, 1);
    assertThat(trail.take(other.get(0))).isEqualTo(new Seen(Place.RESTARTED, 0));
    assertThat(trail.take(other.get(1))).isEqualTo(new Seen(Place.NEXT, 0));
    assertThat(trail.missing()).isZero();
  }

  private Seen forged(long wireSeq) {
    ByteString previous = ByteString.copyFrom(new byte[32]);
    ByteString body = ByteString.copyFromUtf8("forged");
    return trail.take(
        SealedEvent.newBuilder()
            .setWireSeq(wireSeq)
            .setPreviousHash(previous)
            .setBody(body)
            .setHash(Events.hash(previous, wireSeq, body))
            .build());
  }

  @Test
  void noNumberMakesAGapThatWasSeenGoAway() {
    take(1);
    take(3);
    for (int i = 0; i < 3; i++) {
      long before = trail.missing();
      assertThat(forged(Long.MAX_VALUE).missing()).isPositive();
      assertThat(trail.missing()).isGreaterThanOrEqualTo(before).isPositive();
      assertThat(take(4 + i)).isEqualTo(new Seen(Place.RESTARTED, 0));
    }
  }

  @Test
  void aNumberThatNoEventHasIsBroken() {
    for (long seq : new long[] {0, -1, Long.MIN_VALUE}) {
      assertThat(forged(seq).place()).isEqualTo(Place.BROKEN);
    }
    assertThat(take(1)).isEqualTo(new Seen(Place.FIRST, 0));
  }

  @Test
  void anEventThatDoesNotMatchItsHashIsBroken() {
    take(1);
    SealedEvent altered = chain.get(1).toBuilder().setBody(ByteString.copyFromUtf8("x")).build();
    assertThat(trail.take(altered).place()).isEqualTo(Place.BROKEN);
    assertThat(take(2)).isEqualTo(new Seen(Place.NEXT, 0));
  }

  /** The controller's own test has the same figure: both sides compute it by themselves. */
  @Test
  void theHashIsWhatTheDeviceComputes() {
    SealedEvent event =
        SealedEvent.newBuilder()
            .setWireSeq(1)
            .setPreviousHash(ByteString.copyFrom(new byte[32]))
            .setBody(ByteString.copyFromUtf8("tenuto"))
            .setHash(
                ByteString.fromHex(
                    "ee5b86421b1724197f6703b41488246dffe390df95efa80059231894f70c667a"))
            .build();
    assertThat(trail.take(event).place()).isEqualTo(Place.FIRST);
  }

  @Test
  void anEventThatFollowsAnotherOneIsBroken() {
    take(1);
    assertThat(trail.take(Events.chain(2, 1).get(1)).place()).isEqualTo(Place.BROKEN);
    assertThat(take(2)).isEqualTo(new Seen(Place.NEXT, 0));
  }
}

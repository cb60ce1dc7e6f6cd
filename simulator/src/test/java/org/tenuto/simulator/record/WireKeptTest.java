package org.tenuto.simulator.record;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.Entry;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.HaltRequested;
import org.tenuto.proto.journal.StationRecovered;
import org.tenuto.proto.telemetry.SealedEvent;

/** Two events are published already when a test begins: that the station and the executor began. */
class WireKeptTest {

  private HandMade made;

  @BeforeEach
  void publish() throws Exception {
    made = new HandMade();
    made.brokerSinceNs = 0;
    made.confined(
        made.station, StationRecovered.newBuilder().setStationBootId(made.station).build());
    try (JournalReader reader = JournalReader.open(made.disk.fromOutside())) {
      reader.readWireAfter(0, 2).forEach(made::publishes);
    }
  }

  private JournalRecord event() throws Exception {
    return made.record(made.changes(InfusionState.FAULT, 0, 0));
  }

  @Test
  void allInOrder() throws Exception {
    made.publishes(event());
    made.publishes(event());
    made.pass(60_000).isRight();
  }

  @Test
  void againAfterALostConnection() throws Exception {
    JournalRecord first = event();
    made.publishes(first);
    made.publishes(event());
    made.publishes(first);
    made.pass(60_000).isRight();
  }

  @Test
  void aGap() throws Exception {
    event();
    made.publishes(event());
    made.isWrong(WireKept.class, "event 4 came after 2");
  }

  @Test
  void twoContents() throws Exception {
    SealedEvent first = made.publishes(event());
    made.received.add(first.toBuilder().setBody(ByteString.copyFromUtf8("other")).build());
    made.isWrong(WireKept.class, "event 3 came with two contents");
  }

  @Test
  void anotherContentThanOnRecord() throws Exception {
    made.publishes(event());
    SealedEvent last = made.received.removeLast();
    made.received.add(last.toBuilder().setBody(ByteString.copyFromUtf8("other")).build());
    made.isWrong(WireKept.class, "event 3 is not on record as it was published");
  }

  @Test
  void whatIsNotOnRecordAtAll() {
    made.received.add(SealedEvent.newBuilder().setWireSeq(3).build());
    made.isWrong(WireKept.class, "event 3 is not on record");
  }

  @Test
  void notYetPublished() throws Exception {
    event();
    made.pass(3_000).isRight();
    made.pass(1).isWrong(WireKept.class, "not published: event 3 of 3");
  }

  @Test
  void notPublishedOfABrokerThatWasIll() throws Exception {
    event();
    made.brokerSinceNs = made.nowNs + 31 * HandMade.S;
    made.pass(60_000).isRight();
    made.pass(1_001).isWrong(WireKept.class, "not published");
  }

  @Test
  void whatNeverLeavesTheDevice() throws Exception {
    made.journal.append(
        Entry.publishable(
            made.station,
            made.nowNs,
            HandMade.wall(),
            HaltRequested.getDefaultInstance(),
            HandMade.body()));
    made.isWrong(WireKept.class, "a HaltRequested may leave the device");
  }
}

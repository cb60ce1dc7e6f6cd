package org.tenuto.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.simulator.oracle.Violation;
import org.tenuto.telemetry.Envelope;

class NoIdentitiesTest {

  private final Complaints complaints = new Complaints();
  private final NoIdentities identities = new NoIdentities("rn-1", complaints);

  @ParameterizedTest
  @CsvSource({
    "live, paused by rn-1, true",
    "last, rn-1, true",
    "birth, rn-2 and rn-, false",
    "live, '', false"
  })
  void inAMessage(String topic, String says, boolean found) {
    identities.look(new Envelope(topic, "", ByteString.copyFromUtf8(says), 0, false, 0));
    assertThat(found()).hasSize(found ? 1 : 0);
  }

  /** In the hashes of an event any four letters may stand by chance. */
  @ParameterizedTest
  @CsvSource({"stopped by rn-1, '', true", "stopped, xrn-1x, false"})
  void inAnEvent(String body, String hash, boolean found) {
    ByteString payload =
        SealedEvent.newBuilder()
            .setBody(ByteString.copyFromUtf8(body))
            .setHash(ByteString.copyFromUtf8(hash))
            .build()
            .toByteString();
    identities.look(new Envelope("event", "", payload, 1, false, 0));
    assertThat(found()).hasSize(found ? 1 : 0);
  }

  private List<Violation> found() {
    List<Violation> found = new ArrayList<>();
    complaints.tell(found::add);
    return found;
  }
}

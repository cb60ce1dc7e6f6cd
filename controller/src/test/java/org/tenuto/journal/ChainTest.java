package org.tenuto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainTest {

  /** The monitor's own test has the same figure: both sides compute it by themselves. */
  @Test
  void theWireHashIsWhatSubscribersCompute() {
    ByteString first = Chain.hashOf(Chain.GENESIS, 1, ByteString.copyFromUtf8("tenuto"));
    assertThat(HexFormat.of().formatHex(first.toByteArray()))
        .isEqualTo("ee5b86421b1724197f6703b41488246dffe390df95efa80059231894f70c667a");
  }

  @Test
  void aPieceOfOneColumnCannotMoveToTheNext() {
    assertThat(hash("Intent", "x", null)).isNotEqualTo(hash("Inten", "tx", null));
    assertThat(hash("Intent", "x", "y")).isNotEqualTo(hash("Intent", "x", null));
    assertThat(hash("Intent", "x", "")).isNotEqualTo(hash("Intent", "x", null));
  }

  private static ByteString hash(String type, String payload, @Nullable String wireBody) {
    return Chain.EMPTY
        .next(
            new Entry(
                1,
                2,
                Instant.EPOCH,
                type,
                ByteString.copyFromUtf8(payload),
                wireBody == null ? null : ByteString.copyFromUtf8(wireBody)))
        .hash();
  }
}

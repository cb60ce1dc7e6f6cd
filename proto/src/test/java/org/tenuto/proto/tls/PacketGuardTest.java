package org.tenuto.proto.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketGuardTest {

  private static final int LARGEST = 300;

  private final List<String> refused = new ArrayList<>();

  private PacketGuard guard(byte[] sent) {
    return new PacketGuard(new ByteArrayInputStream(sent), LARGEST, refused::add);
  }

  /** A packet of that many bytes after its header, all of them as the longest length begins. */
  private static byte[] packet(int bytes) {
    var packet = new ByteArrayOutputStream();
    packet.write(0x30);
    int left = bytes;
    do {
      packet.write(left > 0x7f ? (left & 0x7f) | 0x80 : left);
      left >>= 7;
    } while (left > 0);
    for (int i = 0; i < Math.min(bytes, LARGEST); i++) {
      packet.write(0xff);
    }
    return packet.toByteArray();
  }

  @Test
  void whatIsSoundPassesHoweverItIsRead() throws Exception {
    var random = new SplittableRandom(1);
    var sent = new ByteArrayOutputStream();
    for (int i = 0; i < 2_000; i++) {
      sent.writeBytes(packet(random.nextInt(LARGEST + 1)));
    }
    byte[] all = sent.toByteArray();
    assertThat(guard(all).readAllBytes()).isEqualTo(all);
    PacketGuard guard = guard(all);
    var read = new ByteArrayOutputStream();
    while (read.size() < all.length) {
      if (random.nextBoolean()) {
        read.write(guard.read());
      } else {
        read.writeBytes(guard.readNBytes(random.nextInt(1, 700)));
      }
    }
    assertThat(read.toByteArray()).isEqualTo(all);
    assertThat(guard.read()).isEqualTo(-1);
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {LARGEST + 1, 16_383, 16_384, 2_097_152, 268_435_455})
  void aPacketBeyondTheBoundIsRefusedBeforeItsFirstByte(int bytes) throws Exception {
    byte[] small = packet(2);
    byte[] large = packet(bytes);
    var sent = new ByteArrayOutputStream();
    sent.writeBytes(small);
    sent.writeBytes(large);
    DataInputStream in = new DataInputStream(guard(sent.toByteArray()));
    in.readFully(new byte[small.length]);
    assertThat(in.readByte()).isEqualTo((byte) 0x30);
    String line = "the broker announces a packet of " + bytes + " bytes, expected at most 300";
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 4; i++) {
                in.readByte();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage(line);
    assertThatThrownBy(in::read).hasMessage(line);
    assertThatThrownBy(() -> in.read(new byte[9])).hasMessage(line);
    assertThat(refused).containsExactly(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30ffffffffff", "30ffffff80", "40023039e0ffffffff7f"})
  void aLengthOfFiveBytesIsNoMqtt(String hex) {
    byte[] sent = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> guard(sent).readAllBytes())
        .hasMessage("the broker sends no MQTT: a packet's length has more than 4 bytes");
  }

  /** It is for the client to say so: of MQTT the guard knows where a packet ends. */
  @Test
  void whatIsSmallPassesWhateverItIs() throws Exception {
    byte[] sent = "HTTP/1.1 400 Bad Request".getBytes(StandardCharsets.US_ASCII);
    assertThat(guard(sent).readAllBytes()).isEqualTo(sent);
  }
}

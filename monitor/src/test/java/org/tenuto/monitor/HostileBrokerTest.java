package org.tenuto.monitor;

import static org.awaitility.Awaitility.await;
import static org.tenuto.monitor.HostileBroker.publish;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenuto.proto.tls.BrokerSockets;

/** Whatever a broker sends, the watcher is there for the next good message. */
class HostileBrokerTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String TOPIC = "tenuto/v1/a/b/live";

  static Stream<Arguments> garbage() {
    return Stream.of(
        Arguments.of("a control character in a topic", named("746f700169632f")),
        Arguments.of("a null in a topic", named("746f700069632f")),
        Arguments.of("half a surrogate pair in a topic", named("eda080")),
        Arguments.of("an overlong slash in a topic", named("c0af")),
        Arguments.of("no character in a topic", named("ffffff")),
        Arguments.of("a wildcard in a topic", named("2b2f23")),
        Arguments.of("no topic and no alias", named("")),
        Arguments.of("a topic longer than its packet", bytes("300400ff6162")),
        Arguments.of("an alias never told", bytes("3006000003230007")),
        Arguments.of("a property nobody knows", bytes("3006000161037f0000")),
        Arguments.of("properties longer than their packet", bytes("30050001617f00")),
        Arguments.of("a packet type nobody knows", bytes("0000")),
        Arguments.of("a message of both qualities of service at once", bytes("36050001610000")),
        Arguments.of("an answer to nothing", bytes("40020007")),
        Arguments.of("a subscription of ours", bytes("8208000700000261230000")),
        Arguments.of("a second greeting", bytes("2003000000")),
        Arguments.of("an end", bytes("e000")));
  }

  private static byte[] named(String topic) {
    return publish(bytes(topic), "bad");
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("garbage")
  void theNextGoodMessageIsTaken(String what, byte[] garbage) throws Exception {
    BrokerSockets sockets = BrokerSockets.inClear(BrokerLink.LARGEST_BYTES);
    byte[] good = TOPIC.getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(garbage);
    both.writeBytes(publish(good, "good"));
    try (HostileBroker broker = new HostileBroker(both.toByteArray());
        BrokerLink link =
            new BrokerLink(
                "tcp://127.0.0.1:" + broker.port(), sockets, "watcher", "tenuto/v1/+/+/")) {
      link.start();
      await(what)
          .dontCatchUncaughtExceptions() // the MQTT client's own thread dies of some
          .atMost(LONG)
          .until(
              () ->
                  link.next(10) instanceof Arrival.Message message
                      && message.topic().equals(TOPIC)
                      && message.payload().toStringUtf8().equals("good"));
    }
  }
}

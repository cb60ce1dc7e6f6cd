package org.tenuto.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Scanner;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.monitor.web.Site;
import org.tenuto.monitor.web.SiteServer;
import org.tenuto.proto.telemetry.AlarmNow;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;

/**
 * Whatever comes from the wire: every message is one line or none, its JSON is JSON, nothing that a
 * terminal obeys gets through, and nothing is thrown.
 */
class HostileWireTest {

  private static final int MESSAGES = 20_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Message> TYPES =
      List.of(
          Live.getDefaultInstance(),
          Last.getDefaultInstance(),
          Birth.getDefaultInstance(),
          Conn.getDefaultInstance(),
          Diag.getDefaultInstance(),
          Event.getDefaultInstance(),
          AlarmNow.getDefaultInstance());
  private static final List<String> TEXTS =
      List.of(
          "INFUSING",
          "",
          "\u001b]0;owned\u0007\u001b[2J",
          "<script>alert(1)</script>",
          "</title><img src=x onerror=alert(1)>",
          "a\nevent: site\ndata: {}\n\n",
          "\u202egnp.exe",
          "\u2028\u2029\u0085\r",
          "\ud83d\ude00\u0301",
          "x".repeat(5_000),
          "${jndi:ldap://x}",
          "%s%n%d");
  private static final List<Long> NUMBERS =
      List.of(0L, 1L, -1L, 42L, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE, 8_640_000_000_000_001L);
  private static final List<String> WORDS =
      List.of("live", "last", "birth", "conn", "diag", "event", "alarm/LINE_LOST", "alarm/A");

  private final Watch watch = new Watch();
  private final Site site = new Site("mqtt://127.0.0.1:1883");
  private final SiteTeller teller = new SiteTeller(site);
  private final List<Printer> printers = List.of(new TextPrinter(), new JsonPrinter());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverComesIsOneLineAndNothingIsThrown(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < MESSAGES; i++) {
      long nowNs = i * 10_000_000L;
      var arrival = new Arrival.Message(topic(random), payload(random), random.nextInt(3) == 0);
      for (Notice notice : watch.take(arrival, nowNs)) {
        told(notice, nowNs);
      }
      if (i % 100 == 0) {
        watch.tick(nowNs).forEach(notice -> tell(notice, nowNs));
      }
    }
    page();
  }

  private void tell(Notice notice, long nowNs) {
    teller.tell(notice, nowNs);
  }

  private void told(Notice notice, long nowNs) throws Exception {
    tell(notice, nowNs);
    Instant at = Instant.ofEpochMilli(nowNs / 1_000_000);
    for (Printer printer : printers) {
      String line = printer.line(at, notice);
      assertThat(line.chars().noneMatch(HostileWireTest::isObeyed)).as(line).isTrue();
      if (printer instanceof JsonPrinter) {
        assertThat(JSON.readTree(line).path("kind").asText()).isNotEmpty();
      }
    }
  }

  private static boolean isObeyed(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  /** What the page is sent is one event of one line, and JSON. */
  private void page() throws Exception {
    try (SiteServer server =
            SiteServer.start(InetAddress.getLoopbackAddress(), 0, site, System::nanoTime);
        HttpClient client = HttpClient.newHttpClient()) {
      try (InputStream stream = asked(client, server.url() + "api/site");
          Scanner lines = new Scanner(stream, StandardCharsets.UTF_8).useDelimiter("\n")) {
        assertThat(lines.next()).isEqualTo("event: site");
        String data = lines.next();
        assertThat(data.chars().noneMatch(HostileWireTest::isObeyed)).isTrue();
        JsonNode rows = JSON.readTree(data.substring("data: ".length())).path("rows");
        assertThat(rows.size()).isBetween(5, 1_000);
        assertThat(lines.next()).isEmpty();
      }
      for (int pump = 0; pump < 5; pump++) {
        String path = "api/device?site=ward&device=pump" + pump;
        try (InputStream answer = asked(client, server.url() + path)) {
          String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
          assertThat(text.chars().noneMatch(HostileWireTest::isObeyed)).isTrue();
          assertThat(JSON.readTree(text).path("row").path("device").asText())
              .isEqualTo("pump" + pump);
        }
      }
    }
  }

  private static InputStream asked(HttpClient client, String url) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/event-stream").build();
    return client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
  }

  private static String topic(SplittableRandom random) {
    String device =
        switch (random.nextInt(20)) {
          case 0 -> "<b>" + random.nextInt(5);
          case 1 -> "\u001b[31m";
          case 2 -> "\u202ed";
          case 3 -> "x".repeat(65);
          case 4 -> "made-up" + random.nextInt(3_000);
          default -> "pump" + random.nextInt(5);
        };
    String word = random.nextInt(50) == 0 ? any(TEXTS, random) : any(WORDS, random);
    return (random.nextInt(100) == 0 ? "other/v1/" : "tenuto/v1/") + "ward/" + device + "/" + word;
  }

  private static ByteString payload(SplittableRandom random) {
    byte[] bytes = Schemas.said(message(any(TYPES, random), random, 0)).toByteArray();
    switch (random.nextInt(12)) {
      case 0 -> random.nextBytes(bytes);
      case 1 -> bytes = new byte[0];
      case 2 -> {
        for (int i = 0; i < 3 && bytes.length > 0; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
      }
      default -> {
        // as it is: every field readable, none of them believable
      }
    }
    return ByteString.copyFrom(bytes);
  }

  /** Every field some value that it can have and hardly ever has. */
  private static Message message(Message type, SplittableRandom random, int depth) {
    Message.Builder builder = type.toBuilder();
    for (FieldDescriptor field : type.getDescriptorForType().getFields()) {
      boolean deep = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && depth > 4;
      if (deep || field.getName().equals("schema") || random.nextInt(3) == 0) {
        continue;
      }
      for (int i = 0; field.isRepeated() && i < random.nextInt(30); i++) {
        builder.addRepeatedField(field, value(builder, field, random, depth));
      }
      if (!field.isRepeated()) {
        builder.setField(field, value(builder, field, random, depth));
      }
    }
    return builder.build();
  }

  private static Object value(
      Message.Builder builder, FieldDescriptor field, SplittableRandom random, int depth) {
    return switch (field.getJavaType()) {
      case MESSAGE ->
          message(builder.newBuilderForField(field).buildPartial(), random, depth + 1);
      case STRING -> any(TEXTS, random);
      case LONG -> any(NUMBERS, random);
      case INT -> any(NUMBERS, random).intValue();
      case BOOLEAN -> random.nextBoolean();
      case BYTE_STRING -> ByteString.copyFromUtf8(any(TEXTS, random));
      case ENUM -> any(field.getEnumType().getValues(), random);
      case DOUBLE -> Double.NaN;
      case FLOAT -> Float.POSITIVE_INFINITY;
    };
  }

  private static <T> T any(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }
}

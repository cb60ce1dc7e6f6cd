package org.tenuto.simulator.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.telemetry.AlarmNow;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;

/**
 * Two subscribers that are not ours read a whole infusion with nothing but our {@code .proto}
 * files: mosquitto_sub with protoc, and Python. They understand what we meant.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class IndependentSubscribersSystemTest {

  private static final String PACKAGE = "tenuto.telemetry.v1.";
  private static final Map<String, Message> MESSAGES =
      Map.of(
          "conn", Conn.getDefaultInstance(),
          "birth", Birth.getDefaultInstance(),
          "live", Live.getDefaultInstance(),
          "last", Last.getDefaultInstance(),
          "event", Event.getDefaultInstance(),
          "diag", Diag.getDefaultInstance(),
          "alarm", AlarmNow.getDefaultInstance());

  /** One message as somebody read it: its topic, its bytes, and what it says. */
  private record Read(String kind, ByteString payload, String said) {}

  private static final Path SCHEMAS = Tenuto.home().resolve("proto/src/main/protobuf");
  private static final String[] SCHEMA_FILES = {
    "tenuto/telemetry/v1/telemetry.proto", "tenuto/terms/v1/terms.proto"
  };

  private static final int SAMPLES = 10;

  @TempDir private Path dir;
  private Path protoc;
  private Mosquitto broker;

  @BeforeEach
  void prepare() throws Exception {
    protoc = Needs.program("protoc");
    broker = new Mosquitto(dir);
    broker.start();
    broker.subscribe();
  }

  @AfterEach
  void endEverything() throws Exception {
    broker.endBoth();
  }

  @Test
  void bothUnderstandAWholeInfusion() throws Exception {
    Path python = python();
    makeStubs();
    Process subscriber = startPython(python);
    try (DemoProcess demo = DemoProcess.start(dir, "--orders-only", "--broker", broker.url())) {
      Ward ward = new Ward(demo.stationUrl());
      ward.infuse(Ward.MINUTE_ORDER, demo.truth());
      ward.awaitState("COMPLETE");
      demo.stop();
      long lastWireSeq = Logbook.read(demo.journal()).lastWireSeq();
      await("everything")
          .atMost(Tenuto.LONG)
          .failFast("python ended", () -> !subscriber.isAlive())
          .until(() -> hasEnded(pythonRead()) && eventsOf(pythonRead()) == lastWireSeq);
      requireUnderstood(pythonRead());
      requireUnderstood(decodedByProtoc());
      assertThat(text("python.err")).isEmpty();
    } finally {
      subscriber.destroyForcibly().waitFor();
    }
  }

  private static Path python() throws IOException, InterruptedException {
    Path python = Path.of("/usr/bin/python3"); // Debian's own, which has its packages
    boolean there =
        Files.isExecutable(python)
            && new ProcessBuilder(python.toString(), "-c", "import paho.mqtt, google.protobuf")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor()
                == 0;
    Needs.orSkip(there, "needs python3-paho-mqtt and python3-protobuf");
    return python;
  }

  private void makeStubs() throws Exception {
    Path stubs = Files.createDirectory(dir.resolve("stubs"));
    List<String> command =
        new ArrayList<>(List.of(protoc.toString(), "-I", SCHEMAS.toString(), "-I", "/usr/include"));
    command.add("--python_out=" + stubs);
    command.addAll(List.of(SCHEMA_FILES));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private Process startPython(Path python) throws IOException {
    URI url = URI.create(broker.url());
    ProcessBuilder builder =
        new ProcessBuilder(
                python.toString(),
                Tenuto.home().resolve("docs/subscriber.py").toString(),
                url.getHost(),
                Integer.toString(url.getPort()))
            .redirectOutput(dir.resolve("python.out").toFile())
            .redirectError(dir.resolve("python.err").toFile());
    builder.environment().put("PYTHONPATH", dir.resolve("stubs").toString());
    return builder.start();
  }

  private String text(String file) {
    try {
      return Files.readString(dir.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Read> pythonRead() {
    String text = text("python.out");
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(parts -> !parts[1].isEmpty())
        .map(parts -> new Read(kind(parts[0]), bytes(parts[1]), parts[2]))
        .toList();
  }

  private static String kind(String topic) {
    return topic.split("/", -1)[4];
  }

  private static ByteString bytes(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }

  private static boolean hasEnded(List<Read> read) {
    return read.stream().anyMatch(r -> r.kind().equals("conn") && r.said().contains("OFFLINE"));
  }

  private static long eventsOf(List<Read> read) {
    return read.stream()
        .filter(r -> r.kind().equals("event"))
        .map(Read::payload)
        .distinct()
        .count();
  }

  /** Every event, and a sample of the rest, since each takes a process of its own. */
  private List<Read> decodedByProtoc() throws Exception {
    List<Read> decoded = new ArrayList<>();
    for (String kind : MESSAGES.keySet()) {
      List<Mosquitto.Received> all = broker.received(kind.equals("alarm") ? "alarm/\\S+" : kind);
      assertThat(all).as(kind).isNotEmpty();
      for (ByteString payload : sample(all, kind.equals("event") ? all.size() : SAMPLES)) {
        decoded.add(new Read(kind, payload, protocSays(kind, payload)));
      }
    }
    return decoded;
  }

  private static Set<ByteString> sample(List<Mosquitto.Received> all, int count) {
    int step = Math.max(1, all.size() / count);
    Set<ByteString> some = new LinkedHashSet<>();
    for (int i = 0; i < all.size(); i += step) {
      some.add(all.get(i).payload());
    }
    return some;
  }

  private String protocSays(String kind, ByteString payload) throws Exception {
    Path in = Files.write(dir.resolve("payload"), payload.toByteArray());
    Path out = dir.resolve("decoded");
    int code =
        new ProcessBuilder(
                protoc.toString(), "-I", SCHEMAS.toString(), "-I", "/usr/include",
                "--decode", requireNonNull(MESSAGES.get(kind)).getDescriptorForType().getFullName(),
                SCHEMA_FILES[0])
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    assertThat(code).as("%s %s", kind, payload).isZero();
    return Files.readString(out);
  }

  /** Every kind of message came, and what was read in it is what we put there. */
  private static void requireUnderstood(List<Read> read) throws Exception {
    Set<String> kinds = new TreeSet<>();
    for (Read one : read) {
      kinds.add(one.kind());
      Message kind = requireNonNull(MESSAGES.get(one.kind()));
      Message meant = kind.getParserForType().parseFrom(one.payload());
      Message.Builder understood = kind.newBuilderForType();
      TextFormat.merge(one.said(), understood);
      assertThat(understood.build()).isEqualTo(meant);
      assertThat(meant.getUnknownFields().asMap()).isEmpty();
      assertThat(one.said()).contains("schema: \"" + PACKAGE);
    }
    assertThat(kinds).isEqualTo(new TreeSet<>(MESSAGES.keySet()));
    assertThat(read)
        .anyMatch(r -> r.kind().equals("live") && r.said().contains("INFUSING"))
        .anyMatch(r -> r.kind().equals("event") && r.said().contains("order_read_back"));
  }
}

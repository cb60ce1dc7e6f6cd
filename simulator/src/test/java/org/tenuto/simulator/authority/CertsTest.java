package org.tenuto.simulator.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CertsTest {

  @TempDir private Path base;
  private Path dir;
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void begin() {
    dir = base.resolve("certs");
    assertThat(certs("init", "DIR")).isZero();
  }

  private int certs(String... arguments) {
    String[] named =
        Stream.of(arguments).map(a -> a.replace("DIR", dir.toString())).toArray(String[]::new);
    return new CommandLine(new CertsMain())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setParameterExceptionHandler(
            (bad, _) -> {
              err.append(bad.getMessage()).append('\n');
              return 2;
            })
        .execute(named);
  }

  private X509Certificate certificate(String name) throws Exception {
    return new CertificateFolder(dir).read(name).certificate();
  }

  @Test
  void aDevicesCertificateIsNamedAsTheListOfTheBrokerHasIt() throws Exception {
    assertThat(certs("device", "DIR", "--site", "ward-1", "--device", "pump_1")).isZero();
    X509Certificate device = certificate("device-pump_1@ward-1");
    assertThat(device.getSubjectX500Principal().getName()).isEqualTo("CN=ward-1/pump_1");
    device.verify(certificate("devices").getPublicKey());
    assertThat(device.getBasicConstraints()).isEqualTo(-1);
    assertThat(device.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(device.getPublicKey().getAlgorithm()).isEqualTo("EC");
    assertThat(out.toString()).contains("For tests and teaching");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "broker.ward", "::1"})
  void aBrokersIsForItsHost(String host) throws Exception {
    assertThat(certs("broker", "DIR", "--host", host)).isZero();
    X509Certificate broker = certificate("broker-" + host.replace(':', '.'));
    broker.verify(certificate("brokers").getPublicKey());
    assertThat(broker.getSubjectAlternativeNames()).hasSize(1);
    assertThat(broker.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
  }

  @Test
  void aLifeIsLimitedAndNeverLongerThanItsAuthoritys() throws Exception {
    assertThat(certs("monitor", "DIR", "--name", "desk")).isZero();
    assertThat(certs("monitor", "DIR", "--name", "long", "--days", "365")).isZero();
    Instant in90Days = Instant.now().plus(Duration.ofDays(90));
    assertThat(certificate("monitor-desk").getNotAfter().toInstant())
        .isBetween(in90Days.minus(Duration.ofHours(1)), in90Days);
    assertThat(certificate("monitor-long").getNotAfter())
        .isBeforeOrEqualTo(certificate("monitors").getNotAfter());
    assertThat(certificate("monitors").getNotAfter().toInstant())
        .isBefore(Instant.now().plus(Duration.ofDays(366)));
  }

  @Test
  void keysAreTheirOwnersAlone() throws Exception {
    assertThat(certs("device", "DIR", "--site", "a", "--device", "b")).isZero();
    try (Stream<Path> files = Files.list(dir)) {
      List<Path> keys = files.filter(f -> f.toString().endsWith(".key.pem")).toList();
      assertThat(keys).hasSize(4);
      for (Path key : keys) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
            .isEqualTo("rw-------");
        assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY-----");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"init DIR", "device DIR --site a --device b", "broker DIR --host h",
        "monitor DIR --name n"})
  void nothingIsOverwritten(String line) throws Exception {
    certs(line.split(" ", -1));
    List<byte[]> before = contents();
    assertThat(certs(line.split(" ", -1))).isEqualTo(2);
    assertThat(err.toString()).contains("is there already, and nothing is overwritten");
    assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(2);
    assertThat(contents()).usingRecursiveComparison().isEqualTo(before);
  }

  private List<byte[]> contents() throws Exception {
    try (Stream<Path> files = Files.list(dir)) {
      List<byte[]> all = new java.util.ArrayList<>();
      for (Path file : files.sorted().toList()) {
        all.add(Files.readAllBytes(file));
      }
      return all;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "device DIR --site a/b --device c|--site 'a/b'",
        "device DIR --site + --device c|--site '+'",
        "device DIR --site a --device #|--device '#'",
        "monitor DIR --name a,CN=b|--name 'a,CN=b'",
        "monitor DIR --name n --days 0|--days 0",
        "monitor DIR --name n --days 366|--days 366",
        "broker DIR --host a..b|--host 'a..b'",
        "broker DIR --host *|--host '*'",
        "broker DIR --host ../x|--host '../x'",
        "monitor DIR/none --name n|none/monitors.pem: no such file",
        "frobnicate DIR|frobnicate",
        "device DIR --site a|--device",
      })
  void badInputIsNamed(String line) {
    String[] parts = line.split("\\|", -1);
    assertThat(certs(parts[0].split(" ", -1))).isEqualTo(2);
    assertThat(err.toString()).contains(parts[1]);
  }

  @Test
  void aNameTooLongForACertificateIsRefused() {
    String word = "a".repeat(33);
    assertThat(certs("device", "DIR", "--site", word, "--device", word)).isEqualTo(2);
    assertThat(err.toString()).contains("expected 63 letters together at most");
  }

  @Test
  void aDamagedAuthorityIsNamed() throws Exception {
    Files.writeString(dir.resolve("devices.key.pem"), "nothing");
    assertThat(certs("device", "DIR", "--site", "a", "--device", "b")).isEqualTo(2);
    assertThat(err.toString()).contains("devices.key.pem: damaged");
  }
}

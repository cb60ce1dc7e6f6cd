package org.tenuto.simulator.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.tls.BrokerTls;
import org.tenuto.proto.tls.TlsFiles;

/** What a device says of the files it is given: one line that names the file. */
class DeviceFilesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir private Path dir;
  private CertificateFolder folder;
  private Issued devices;

  @BeforeEach
  void make() throws Exception {
    folder = new CertificateFolder(dir);
    Issuing issuing = new Issuing(NOW);
    devices = issuing.authority("devices", Duration.ofDays(2));
    folder.write("brokers", issuing.authority("brokers", Duration.ofDays(2)));
    folder.write(
        "mine", issuing.certificate(devices, Role.DEVICE, "ward/pump1", Duration.ofDays(1)));
    folder.write(
        "other", issuing.certificate(devices, Role.DEVICE, "ward/pump2", Duration.ofDays(1)));
  }

  private BrokerTls read(String authority, String certificate, String key) throws IOException {
    return BrokerTls.read(
        new TlsFiles(dir.resolve(authority), dir.resolve(certificate), dir.resolve(key)));
  }

  private void refused(String authority, String certificate, String key, String line) {
    assertThatThrownBy(() -> read(authority, certificate, key))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(dir + "/" + line)
        .hasMessageNotContaining("\n");
  }

  @Test
  void whatBelongsTogetherIsTaken() throws Exception {
    assertThat(read("brokers.pem", "mine.pem", "mine.key.pem")).isNotNull();
  }

  @Test
  void filesThatAreNotThereOrNoneAreNamed() throws Exception {
    Files.writeString(dir.resolve("text.pem"), "nothing of use\n");
    Files.writeString(
        dir.resolve("torn.pem"), Files.readString(dir.resolve("mine.pem")).substring(0, 200));
    Files.writeString(
        dir.resolve("bad.pem"),
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    refused("none.pem", "mine.pem", "mine.key.pem", "none.pem: no such file");
    refused("brokers.pem", "none.pem", "mine.key.pem", "none.pem: no such file");
    refused("brokers.pem", "mine.pem", "none.pem", "none.pem: no such file");
    refused("text.pem", "mine.pem", "mine.key.pem", "text.pem: no certificate in it");
    refused("brokers.pem", "text.pem", "mine.key.pem", "text.pem: no certificate in it");
    refused("brokers.pem", "torn.pem", "mine.key.pem", "torn.pem: a damaged certificate");
    refused("brokers.pem", "bad.pem", "mine.key.pem", "bad.pem: a damaged certificate");
    Files.createDirectory(dir.resolve("folder"));
    refused("folder", "mine.pem", "mine.key.pem", "folder: expected a file");
  }

  @Test
  void aKeyAndACertificateInEachOthersPlaceAreNamed() {
    refused("brokers.pem", "mine.key.pem", "mine.pem", "mine.key.pem: no certificate in it");
    refused("mine.pem", "mine.pem", "mine.key.pem", "mine.pem: not the certificate of an auth");
  }

  @Test
  void aKeyOfAnotherCertificateIsNamed() {
    refused("brokers.pem", "mine.pem", "other.key.pem", "other.key.pem: not the key of");
  }

  @Test
  void aKeyThatEverybodyMayReadIsNotTaken() throws Exception {
    Files.setPosixFilePermissions(
        dir.resolve("mine.key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
    refused("brokers.pem", "mine.pem", "mine.key.pem", "mine.key.pem: a private key that anybody");
  }

  @Test
  void aKeyOfAnotherFormIsNamed() throws Exception {
    for (String label : new String[] {"EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"}) {
      Path key = dir.resolve("form.pem");
      Files.writeString(key, "-----BEGIN " + label + "-----\nAAAA\n-----END " + label + "-----\n");
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      refused("brokers.pem", "mine.pem", "form.pem", "form.pem: ");
    }
    assertThatThrownBy(() -> read("brokers.pem", "mine.pem", "brokers.pem"))
        .hasMessageContaining("brokers.pem: a private key that anybody may use");
  }

  /** A board's clock may be wrong, and it must infuse all the same. */
  @Test
  void aCertificateOutOfItsTimeIsNoReasonNotToStart() throws Exception {
    TlsFiles files =
        new TlsFiles(
            dir.resolve("brokers.pem"), dir.resolve("mine.pem"), dir.resolve("mine.key.pem"));
    BrokerTls tls = BrokerTls.read(files);

    assertThat(tls.warnings(NOW)).isEmpty();
    for (Instant wrong : new Instant[] {NOW.plus(Duration.ofDays(9)), Instant.EPOCH}) {
      assertThat(tls.warnings(wrong))
          .hasSize(2)
          .allMatch(line -> line.contains(", not now: no connection to the broker"))
          .anyMatch(line -> line.startsWith(dir + "/mine.pem: CN=ward/pump1 is good from "));
    }
  }
}

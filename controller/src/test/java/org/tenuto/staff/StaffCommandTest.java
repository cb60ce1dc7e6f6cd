package org.tenuto.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.config.ConfigException;
import picocli.CommandLine;

class StaffCommandTest {

  @TempDir private Path dir;
  private Path file;
  private Path pin;
  private String out = "";
  private String err = "";

  @BeforeEach
  void write() throws IOException {
    file = dir.resolve("staff.toml");
    pin = Files.writeString(dir.resolve("pin"), "135790\n");
  }

  private int staff(String... arguments) {
    StringWriter said = new StringWriter();
    StringWriter complained = new StringWriter();
    int code =
        new CommandLine(new StaffCommand())
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(complained))
            .execute(arguments);
    out = said.toString();
    err = complained.toString().strip();
    return code;
  }

  private int add(String id, String role) {
    return staff(
        "add", file.toString(), id, "--name", "A \"B\" Ç", "--role", role, "--pin-file",
        pin.toString());
  }

  @Test
  void whoeverIsEnteredIsListedAndTheirPinIsNowhere() throws Exception {
    assertThat(add("rn-1", "nurse")).isZero();
    assertThat(staff("list", file.toString())).isZero();

    assertThat(out).contains("rn-1", "nurse", "A \"B\" Ç");
    assertThat(Files.readString(file)).doesNotContain("135790").contains("iterations = 600000");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    StaffMember member = StaffFile.read(file).find("RN-1");
    assertThat(member.pin().matches("135790")).isTrue();
    assertThat(member.toString()).doesNotContain(member.pin().hashHex());
    try (var files = Files.list(dir)) {
      assertThat(files).containsExactlyInAnyOrder(file, pin);
    }
  }

  @Test
  void anotherPinReplacesTheOneBefore() throws Exception {
    add("rn-1", "nurse");
    Files.writeString(pin, "246802");
    assertThat(staff("pin", file.toString(), "rn-1", "--pin-file", pin.toString())).isZero();

    assertThat(StaffFile.read(file).find("rn-1").pin().matches("246802")).isTrue();
    assertThat(StaffFile.read(file).find("rn-1").pin().matches("135790")).isFalse();
    assertThat(StaffFile.read(file).find("rn-1").role()).isEqualTo(Role.NURSE);
  }

  @Test
  void whoeverIsRemovedIsGone() throws Exception {
    add("rn-1", "nurse");
    assertThat(staff("remove", file.toString(), "rn-1")).isZero();
    assertThat(StaffFile.read(file).members()).isEmpty();
    assertThat(staff("remove", file.toString(), "rn-1")).isEqualTo(2);
    assertThat(err).isEqualTo("staff: ID rn-1: nobody has it");
  }

  @Test
  void badInputIsOneLineAndChangesNothing() throws Exception {
    add("rn-1", "nurse");
    final String before = Files.readString(file);

    assertThat(add("Rn-1", "nurse")).isEqualTo(2);
    assertThat(err).isEqualTo("staff: ID Rn-1: is entered already, expected another");
    assertThat(add("rn 2", "nurse")).isEqualTo(2);
    assertThat(err).startsWith("staff: ID rn 2: expected").doesNotContain("\n");
    assertThat(add("rn-2", "boss")).isEqualTo(2);
    assertThat(err).isEqualTo("staff: --role boss: expected anesthetist, nurse or technician");
    Files.writeString(pin, "123456");
    assertThat(add("rn-2", "nurse")).isEqualTo(2);
    assertThat(err).startsWith("staff: PIN: ").doesNotContain("123456").doesNotContain("\n");
    assertThat(staff("list", dir.resolve("none").toString())).isEqualTo(2);
    assertThat(err).contains("no such file").doesNotContain("\n");
    assertThat(staff()).isEqualTo(2);
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void aRegisterOthersCanReadOrThatMakesNoSenseIsRefusedWithEveryFault() throws Exception {
    add("rn-1", "nurse");
    String whole = Files.readString(file);
    Files.writeString(
        file,
        whole.replace("iterations = 600000", "iterations = 599999").replace("nurse", "boss")
            + "\n[[staff]]\nid = \"RN-1\"\nname = \"\"\nrole = \"nurse\"\nshoe = 42\n[x]\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> StaffFile.read(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("mode rw-r--r--")
        .hasMessageContaining("staff 1 iterations = 599999: expected 600000 to 10000000")
        .hasMessageContaining("staff 1 role = boss: expected anesthetist, nurse or technician")
        .hasMessageContaining("staff 2 id = RN-1: expected an id nobody else has")
        .hasMessageContaining("staff 2 shoe")
        .hasMessageContaining("staff 2 hash = (not shown)")
        .hasMessageContaining("x: no such key");
  }

  @Test
  void theRunningStationSeesWhatIsChanged() throws Exception {
    add("rn-1", "nurse");
    WatchedRegister watched = new WatchedRegister(file);
    assertThat(watched.current().members()).hasSize(1);
    add("rn-2", "nurse");
    assertThat(watched.current().members()).hasSize(2);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(watched.current().members()).as("anybody could have written it").isEmpty();
    Files.delete(file);
    assertThat(watched.current().members()).isEqualTo(List.of());
  }
}

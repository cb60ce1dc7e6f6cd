package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.library.SampleLibrary;
import picocli.CommandLine;

/** The library command as a person uses it: what it says, and its exit code. */
class LibraryCommandTest {

  @TempDir private Path dir;
  private String out = "";
  private String err = "";
  private Path library;

  @BeforeEach
  void writeLibrary() throws IOException {
    library = dir.resolve("site.toml");
    Files.writeString(library, SampleLibrary.KETAMINE);
  }

  private int run(Object... args) {
    StringWriter outText = new StringWriter();
    StringWriter errText = new StringWriter();
    CommandLine line =
        new CommandLine(new LibraryCommand())
            .setOut(new PrintWriter(outText))
            .setErr(new PrintWriter(errText));
    int code = line.execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
    out = outText.toString();
    err = errText.toString();
    return code;
  }

  private void makeKeys() {
    assertThat(run("keygen", "--out", dir.resolve("keys"), "--name", "site")).isZero();
  }

  private Path secret() {
    return dir.resolve("keys/site.key.pem");
  }

  private Path open() {
    return dir.resolve("keys/site.pub.pem");
  }

  private void sign(Path file) {
    assertThat(run("sign", file, "--key", secret())).as(err).isZero();
  }

  @Test
  void showsTheShippedLibrary() {
    assertThat(run("show")).isZero();
    assertThat(out)
        .startsWith("ketamine 2, sha256 ")
        .contains("signed with shipped key: research")
        .contains("drug KETAMINE-RACEMIC  ketAMINE")
        .contains("concentrations      1 mg/mL · 2 mg/mL · 5 mg/mL · 10 mg/mL\n")
        .contains("ceiling             soft 350 ng/mL · hard 600 ng/mL  [PROPOSED]\n")
        .contains("protocol SUD-BOLUS-52  ")
        .contains("phase 1 BOLUS 0.11 mg/kg over 2 min · phase 2 MAINTENANCE 0.6 mg/kg over 50 min")
        .contains("typical 0.5 mg/kg · soft 0.2 mg/kg to 0.75 mg/kg · hard 0.1 mg/kg to 1 mg/kg")
        .contains("Fava 2018")
        .contains("syringe OMNIFIX-50");
    assertThat(out.lines()).allMatch(line -> line.equals(line.stripTrailing()));
  }

  @Test
  void showsJson() throws IOException {
    assertThat(run("show", library, "--json")).isZero();
    JsonNode json = new ObjectMapper().readTree(out);
    assertThat(json.get("signed_with").asText()).isEqualTo("none");
    JsonNode dose = json.get("entries").get("protocol DEP-RACEMIC-40").get("dose");
    assertThat(dose.get("hard_highest").asText()).isEqualTo("1 mg/kg");
    assertThat(dose.get("evidence").asText()).isEqualTo("SOURCED");
    assertThat(dose.get("source").asText()).contains("PMC6447473");
  }

  @Test
  void verifiesWhatTheShippedKeysSigned() throws IOException {
    Path toml = copy("ketamine.toml");
    assertThat(run("verify", toml)).isZero();
    assertThat(out).contains(": good, ketamine 2, signed with key research, sha256 ");
    assertThat(run("verify", copy("demo.toml"))).isZero();
    assertThat(out).contains("signed with key demo");
  }

  private Path copy(String resource) throws IOException {
    for (String name : new String[] {resource, resource + ".sig"}) {
      try (var in = SampleLibrary.class.getResourceAsStream(name)) {
        Files.write(dir.resolve(name), Objects.requireNonNull(in).readAllBytes());
      }
    }
    return dir.resolve(resource);
  }

  @Test
  void namesEveryFaultOfAnUnsignedLibrary() throws IOException {
    Files.writeString(
        library,
        SampleLibrary.with("[drug.weight]", "\"40 kg\"", "\"20 kg\"")
            .replace("capacity = \"3 mL\"", "capacity = \"3 ml\""));
    assertThat(run("verify", library)).isEqualTo(1);
    assertThat(out).isEmpty();
    assertThat(err.lines())
        .containsExactlyInAnyOrder(
            library
                + ": signature: found \"missing\": expected an Ed25519 signature of this file by"
                + " a trusted key",
            library + ": drug[0].weight.soft: found \"[\"20kg\",\"150kg\"]\": expected within hard",
            library + ": syringe[1].capacity: found \"3 ml\": expected the unit mL, found \"ml\"");
  }

  @Test
  void garbageIsOneLine() throws IOException {
    Files.write(library, new byte[10_000_000]);
    assertThat(run("verify", library)).isEqualTo(1);
    assertThat(err.lines()).hasSize(2);
    assertThat(err).containsPattern("content: found \"[0-9]+ bytes\": expected at most 65536");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "frob", "verify", "verify --key", "sign x", "install x", "diff x"})
  void badUsageIsTwo(String words) {
    Object[] args = words.isEmpty() ? new Object[0] : words.split(" ", -1);
    assertThat(run(args)).isEqualTo(2);
    assertThat(err).isNotEmpty();
  }

  @Test
  void whatIsNotThereIsBadInput() {
    assertThat(run("verify", dir.resolve("none.toml"))).isEqualTo(2);
    assertThat(err).isEqualTo("library: " + dir.resolve("none.toml") + ": no such file\n");
    assertThat(run("verify", library, "--key", dir.resolve("none.pem"))).isEqualTo(2);
    assertThat(run("verify", library, "--key", library)).isEqualTo(2);
    assertThat(err).contains("expected a PEM public key");
    assertThat(run("sign", library, "--key", dir.resolve("none.pem"))).isEqualTo(2);
    assertThat(err).endsWith("none.pem: no such file\n");
    assertThat(run("diff", library, dir.resolve("none.toml"))).isEqualTo(2);
    assertThat(run("install", dir.resolve("none.toml"), "--to", library)).isEqualTo(2);
    assertThat(run("show", dir.resolve("none.toml"))).isEqualTo(2);
  }

  @Test
  void ownKeysSignAndAreTrusted() throws IOException {
    makeKeys();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret())))
        .isEqualTo("rw-------");
    sign(library);
    assertThat(out).contains("signed ketamine 2, sha256 ").doesNotContain("PRIVATE");
    assertThat(run("verify", library, "--key", open())).isZero();
    assertThat(out).contains("signed with key " + open());
    assertThat(run("verify", library)).as("by a key nobody here trusts").isEqualTo(1);
    assertThat(err.lines()).as("and nothing else").hasSize(1);
    assertThat(err).contains("unknown key");
  }

  @Test
  void keysAreNeverReplaced() throws IOException {
    makeKeys();
    String before = Files.readString(secret());
    assertThat(run("keygen", "--out", dir.resolve("keys"), "--name", "site")).isEqualTo(2);
    assertThat(err).contains("is there; expected a new name, keys stay");
    Files.delete(open());
    assertThat(run("keygen", "--out", dir.resolve("keys"), "--name", "site")).isEqualTo(2);
    assertThat(secret()).hasContent(before);
    assertThat(run("keygen", "--out", dir, "--name", "../x")).isEqualTo(2);
  }

  @Test
  void signsNothingFaulty() throws IOException {
    makeKeys();
    Files.writeString(
        library,
        SampleLibrary.with("[drug.weight]", "\"40 kg\"", "\"20 kg\"").replace("schema = 2", ""));
    assertThat(run("sign", library, "--key", secret())).isEqualTo(1);
    assertThat(err).contains("schema: found \"missing\"").contains("weight.soft");
    assertThat(dir.resolve("site.toml.sig")).doesNotExist();
  }

  @Test
  void replacesASignatureOnlyIfForced() throws IOException {
    makeKeys();
    Path signature = dir.resolve("site.toml.sig");
    Files.writeString(signature, "mine\n");
    assertThat(run("sign", library, "--key", secret())).isEqualTo(2);
    assertThat(err)
        .isEqualTo("library: " + signature + ": is there; expected --force to replace it\n");
    assertThat(signature).hasContent("mine");
    assertThat(run("sign", library, "--key", secret(), "--force")).isZero();
    assertThat(run("verify", library, "--key", open())).isZero();
    Path other = dir.resolve("other.sig");
    assertThat(run("sign", library, "--key", secret(), "--out", other)).isZero();
    assertThat(other).hasSameBinaryContentAs(signature);
  }

  @Test
  void takesOnlyAnEd25519KeyAndSaysNothingOfIt() throws IOException {
    makeKeys();
    String pem = Files.readString(secret());
    String body = pem.lines().skip(1).findFirst().orElseThrow();
    Path key = dir.resolve("bad.pem");
    for (String bad :
        new String[] {
          "",
          Files.readString(open()),
          pem.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"),
          pem.replace("PRIVATE KEY", "RSA PRIVATE KEY"),
          pem.replace(body, body.substring(4)),
          pem.replace(body, "%%%" + body),
          pem + pem
        }) {
      Files.writeString(key, bad);
      assertThat(run("sign", library, "--key", key))
          .as(bad.lines().findFirst().orElse(""))
          .isEqualTo(2);
      assertThat(err.lines()).hasSize(1);
      assertThat(err).contains("key " + key + ": expected ").doesNotContain(body.substring(8));
    }
    assertThat(dir.resolve("site.toml.sig")).doesNotExist();
  }

  @Test
  void theDemoKeySignsDemoDrugsOnly() throws IOException {
    Path key = dir.resolve("demo.key.pem");
    try (var in = LibraryCommandTest.class.getResourceAsStream("/keys/demo.key.pem")) {
      Files.write(key, Objects.requireNonNull(in).readAllBytes());
    }
    assertThat(run("sign", library, "--key", key)).isEqualTo(1);
    assertThat(err).contains("drug[0].demo: found \"false\": expected true under the demo key");
    Path demo = copy("demo.toml");
    assertThat(run("sign", demo, "--key", key, "--force")).isZero();
    assertThat(out).contains("demo 2 (pretended drugs)");
    assertThat(run("install", demo, "--to", dir.resolve("d.toml"))).isEqualTo(1);
    assertThat(err).contains("by the demo key");
    assertThat(run("install", demo, "--to", dir.resolve("d.toml"), "--demo")).isZero();
  }

  @Test
  void tellsLibrariesApart() throws IOException {
    Path other = dir.resolve("other.toml");
    Files.writeString(other, "# a remark\n" + SampleLibrary.KETAMINE);
    assertThat(run("diff", library, other)).isZero();
    assertThat(out).isEqualTo("no difference in any figure\n");
    Files.writeString(other, SampleLibrary.with("[drug.weight]", "\"150 kg\"", "\"160 kg\""));
    assertThat(run("diff", library, other)).isEqualTo(1);
    assertThat(out)
        .isEqualTo("WIDENED   drug KETAMINE-RACEMIC: weight: soft highest: 150 kg -> 160 kg\n");
    assertThat(run("diff", library, other, "--json")).isEqualTo(1);
    JsonNode json = new ObjectMapper().readTree(out);
    assertThat(json.get("changes").asInt()).isEqualTo(1);
    assertThat(
            json.get("WIDENED drug KETAMINE-RACEMIC: weight: soft highest").get("after").asText())
        .isEqualTo("160 kg");
    Files.writeString(other, "garbage");
    assertThat(run("diff", library, other)).isEqualTo(2);
    assertThat(err).contains("other.toml: ");
  }

  @Test
  void installsAndKeepsTheFormerOne() throws IOException {
    makeKeys();
    sign(library);
    Path place = dir.resolve("place.toml");
    assertThat(run("install", library, "--to", place, "--key", open())).isZero();
    assertThat(out).isEqualTo(place + ": is ketamine 2 now\n");
    Path next = dir.resolve("next.toml");
    Files.writeString(next, SampleLibrary.KETAMINE.replace("version = \"2\"", "version = \"3\""));
    sign(next);
    assertThat(run("install", next, "--to", place, "--key", open())).isZero();
    assertThat(out)
        .isEqualTo(place + ": is ketamine 3 now, ketamine 2 is kept as " + place + ".previous\n");
    assertThat(run("verify", place, "--key", open())).isZero();
    assertThat(run("verify", place + ".previous", "--key", open())).isZero();
    assertThat(run("install", next, "--to", place, "--key", open())).isZero();
    assertThat(out).isEqualTo(place + ": is ketamine 3 now\n");
  }

  @Test
  void aRefusedInstallationTouchesNothing() throws IOException {
    makeKeys();
    sign(library);
    Path place = dir.resolve("place.toml");
    assertThat(run("install", library, "--to", place, "--key", open())).isZero();
    Files.writeString(library, SampleLibrary.with("[drug.weight]", "\"40 kg\"", "\"20 kg\""));
    assertThat(run("install", library, "--to", place, "--key", open())).isEqualTo(1);
    assertThat(err)
        .contains("signature: found \"of another content or by an unknown key\"")
        .contains("weight.soft")
        .endsWith(place + ": not touched\n");
    assertThat(place).hasContent(SampleLibrary.KETAMINE);
    assertThat(Path.of(place + ".previous")).doesNotExist();
    assertThat(run("verify", place, "--key", open())).isZero();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaid() throws IOException {
    makeKeys();
    sign(library);
    Path place = dir.resolve("none/place.toml");
    assertThat(run("install", library, "--to", place, "--key", open())).isEqualTo(1);
    assertThat(err).startsWith(place.toString()).contains("NoSuchFileException");
  }

  @Test
  void everySubcommandHasHelp() {
    for (String name : new String[] {"show", "verify", "diff", "sign", "install", "keygen"}) {
      assertThat(run(name, "--help")).isZero();
      assertThat(out).startsWith("Usage: library " + name);
    }
  }
}

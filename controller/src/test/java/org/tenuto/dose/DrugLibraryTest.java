package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.Volume;

/** A library is taken only if it is signed, unaltered and without a fault. */
class DrugLibraryTest {

  private static KeyPair keys;
  private static KeyPair demoKeys;
  private static List<TrustedKey> trusted;
  private static String good;

  @BeforeAll
  static void makeKeys() throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    keys = generator.generateKeyPair();
    demoKeys = generator.generateKeyPair();
    trusted =
        List.of(
            new TrustedKey("site", keys.getPublic(), false),
            new TrustedKey("demo", demoKeys.getPublic(), true));
    try (var in = DrugLibraryTest.class.getResourceAsStream("good-library.toml")) {
      good = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void loadsASignedLibrary() throws Exception {
    DrugLibrary library = DrugLibrary.load(List.of(signed("a.toml", good)), trusted, false);
    assertThat(library.title()).isEqualTo("test 7");
    assertThat(library.hash()).isEqualTo(DrugLibrary.sha256(bytes(good)));
    DrugEntry drug = Objects.requireNonNull(library.drug("TEST-DRUG"));
    assertThat(drug.concentrations())
        .containsExactly(new Concentration(1_000_000), new Concentration(10_000_000));
    assertThat(drug.protocol("P-UNVERIFIED")).extracting("enabled").isEqualTo(false);
    assertThat(library.drugOfProtocol("P-1")).isSameAs(drug);
    assertThat(library.drugOfProtocol("P-9")).isNull();
    Syringe syringe = Objects.requireNonNull(library.syringe("S-50"));
    assertThat(syringe.innerDiameterUm()).isEqualTo(26_600);
    assertThat(syringe.capacity()).isEqualTo(new Volume(50_000_000));
  }

  @Test
  void refusesAnyFlippedBit() throws Exception {
    LibraryFile file = signed("a.toml", good);
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      byte[] altered = file.toml().clone();
      altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
      LibraryFile bad = new LibraryFile("a.toml", altered, file.signature());
      assertThat(refusal(bad, false))
          .isEqualTo(
              "a.toml: signature \"of another content or by an unknown key\": expected an Ed25519"
                  + " signature of this file by a trusted key");
    }
  }

  @Test
  void refusesAnyFlippedBitOfTheSignature() throws Exception {
    LibraryFile file = signed("a.toml", good);
    byte[] signature = Objects.requireNonNull(file.signature());
    for (int i = 0; i < signature.length - 1; i++) {
      byte[] altered = signature.clone();
      altered[i] ^= 1;
      LibraryFile bad = new LibraryFile("a.toml", file.toml(), altered);
      // The last symbol before the padding carries bits that are no part of the signature.
      if (i < signature.length - 4) {
        assertThat(refusal(bad, false)).startsWith("a.toml: signature ");
      }
    }
  }

  @Test
  void refusesAMissingOrForeignSignature() throws Exception {
    byte[] toml = bytes(good);
    assertThat(refusal(new LibraryFile("a.toml", toml, null), true)).contains("\"missing\"");
    assertThat(refusal(new LibraryFile("a.toml", toml, new byte[0]), true)).contains("signature");
    assertThat(refusal(new LibraryFile("a.toml", toml, bytes("%%%")), true)).contains("not base64");
    assertThat(refusal(new LibraryFile("a.toml", toml, bytes("AAAA")), true)).contains("unknown");
    KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] foreign = LibrarySigner.sign(stranger.getPrivate(), toml);
    assertThat(refusal(new LibraryFile("a.toml", toml, foreign), true)).contains("unknown key");
  }

  @Test
  void refusesTheDemoKeyUnlessAllowed() throws Exception {
    String demo = good.replace("demo = false", "demo = true");
    LibraryFile file = signedBy(demoKeys, "demo.toml", demo);
    assertThat(refusal(file, false)).contains("by the demo key");
    assertThat(DrugLibrary.load(List.of(file), trusted, true).drugs())
        .allMatch(DrugEntry::demo)
        .hasSize(1);
  }

  @Test
  void keepsDemoDrugsAndOthersApart() throws Exception {
    assertThat(refusal(signedBy(demoKeys, "demo.toml", good), true))
        .isEqualTo("demo.toml: drug[0].demo \"false\": expected true under the demo key");
    assertThat(refusal(signed("a.toml", good.replace("demo = false", "demo = true")), true))
        .contains("drug[0].demo \"true\": expected false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schema = 1|schema = 2|schema \"2\": expected 1",
        "version = \"7\"|version = 7|version \"7\": expected a text",
        "name = \"test\"||name \"missing\": expected a text",
        "id = \"TEST-DRUG\"|id = \"test drug\"|drug[0].id \"test drug\": expected 1 to 32",
        "[\"1 mg/mL\", \"10 mg/mL\"]|[]|drug[0].concentrations \"[]\": expected a list",
        "[\"1 mg/mL\", \"10 mg/mL\"]|[1]|drug[0].concentrations \"[1]\": expected a quantity",
        "[\"1 mg/mL\", \"10 mg/mL\"]|[\"10 mg/mL\", \"1 mg/mL\"]|above the one before",
        "[\"1 mg/mL\", \"10 mg/mL\"]|[\"1 mg/mL\", \"50 mg/mL\"]|are vial strengths",
        "[\"1 mg/mL\", \"10 mg/mL\"]|[\"1 mg/ml\"]|expected the unit mg/mL",
        "weight_soft = [\"40 kg\"|weight_soft = [\"24 kg\"|expected within weight_hard",
        "weight_hard = [\"25 kg\", \"300 kg\"]|weight_hard = [\"300 kg\", \"25 kg\"]|the lowest",
        "weight_hard = [\"25 kg\", \"300 kg\"]|weight_hard = [\"25 kg\"]|two quantities",
        "dose = \"0.5 mg/kg\"|dose = 0.5|drug[0].protocol[0].dose \"0.5\": expected a quantity",
        "dose = \"0.5 mg/kg\"|dose = \".5 mg/kg\"|\".5 mg/kg\": expected a plain number",
        "dose = \"0.5 mg/kg\"|dose = \"0.1 mg/kg\"|dose \"0.1 mg/kg\": expected within dose_soft",
        "dose_hard_max = \"1 mg/kg\"|dose_hard_max = \"0.7 mg/kg\"|expected at most dose_hard_max",
        "duration = \"40 min\"|duration = \"29 min\"|expected within duration_limits",
        "dose_rate_hard_max = \"1.5 mg/kg/h\"|dose_rate_hard_max = \"0.749 mg/kg/h\"|at least what",
        "evidence = \"SOURCED\"|evidence = \"S\"|expected SOURCED, PROPOSED or UNVERIFIED",
        "source = \"Made up\"|source = \" \"|source \" \": expected a text that is not blank",
        "id = \"P-UNVERIFIED\"|id = \"P-1\"|expected an id not used before",
        "inner_diameter = \"26.6 mm\"|inner_diameter = \"26.6 cm\"|expected the unit mm",
        "inner_diameter = \"26.6 mm\"|inner_diameter = \"0 mm\"|expected more than 0 mm",
        "capacity = \"50 mL\"|capacity = \"0 mL\"|expected more than 0 mL",
        "approximate = false|approximate = \"no\"|expected true or false",
        "approximate = false|aproximate = false|syringe[0].aproximate \"false\": expected no such",
        "[[syringe]]|[syringe]|syringe \"a table\": expected tables [[syringe]]",
        "schema = 1|schema = = 1|expected TOML",
      })
  void namesTheFault(String from, @Nullable String to, String expected) throws Exception {
    assertThat(good).contains(from);
    String bad = good.replace(from, to == null ? "" : to);
    assertThat(refusal(signed("a.toml", bad), false)).contains("a.toml: ").contains(expected);
  }

  @Test
  void listsEveryFault() throws Exception {
    String bad =
        good.replace("schema = 1", "schema = 9")
            .replace("weight_soft = [\"40 kg\"", "weight_soft = [\"24 kg\"")
            .replace("duration = \"40 min\"", "duration = \"29 min\"")
            .replace("capacity = \"50 mL\"", "capacity = \"50\"");
    LibraryRefusedException refused =
        catchThrowableOfType(
            LibraryRefusedException.class,
            () -> DrugLibrary.load(List.of(signed("a.toml", bad)), trusted, false));
    assertThat(refused.faults())
        .extracting(LibraryFault::key)
        .contains(
            "schema", "syringe[0].capacity", "drug[0].weight_soft", "drug[0].protocol[0].duration");
    assertThat(refused.getMessage().lines()).hasSameSizeAs(refused.faults());
  }

  @Test
  void refusesWhatIsNoText() throws Exception {
    byte[] latin1 = "name = \"Gr\u00fcn\"".getBytes(StandardCharsets.ISO_8859_1);
    byte[] signature = LibrarySigner.sign(keys.getPrivate(), latin1);
    assertThat(refusal(new LibraryFile("a.toml", latin1, signature), false)).contains("UTF-8");
  }

  @Test
  void mergesFilesUnderOneHash() throws Exception {
    LibraryFile one = signed("a.toml", good);
    LibraryFile other = signedBy(demoKeys, "b.toml", renamed());
    DrugLibrary library = DrugLibrary.load(List.of(one, other), trusted, true);
    assertThat(library.drug("TEST-DRUG")).isNotNull();
    assertThat(library.drug("OTHER")).isNotNull();
    assertThat(library.title()).isEqualTo("test 7, test 7");
    assertThat(library.hash())
        .isEqualTo(DrugLibrary.load(List.of(other, one), trusted, true).hash())
        .isNotEqualTo(DrugLibrary.load(List.of(one), trusted, true).hash())
        .isNotEqualTo(DrugLibrary.load(List.of(other), trusted, true).hash());
  }

  @Test
  void refusesTwoFilesWithOneId() {
    assertThatThrownBy(
            () ->
                DrugLibrary.load(
                    List.of(signed("a.toml", good), signed("b.toml", good)), trusted, false))
        .isInstanceOf(LibraryRefusedException.class)
        .hasMessageContaining("b.toml: syringe \"S-50\": expected an id no other entry has")
        .hasMessageContaining("b.toml: drug \"TEST-DRUG\"")
        .hasMessageContaining("b.toml: protocol \"P-1\"");
  }

  @Test
  void refusesOneBadFileWithAll() throws Exception {
    LibraryFile unsigned = new LibraryFile("b.toml", bytes(renamed()), null);
    assertThatThrownBy(
            () -> DrugLibrary.load(List.of(signed("a.toml", good), unsigned), trusted, true))
        .isInstanceOf(LibraryRefusedException.class)
        .hasMessageStartingWith("b.toml: signature \"missing\"");
    assertThatThrownBy(() -> DrugLibrary.load(List.of(), trusted, true))
        .isInstanceOf(LibraryRefusedException.class);
  }

  @Test
  void anUnverifiedProtocolCannotBeOrdered() throws Exception {
    DrugLibrary library = DrugLibrary.load(List.of(signed("a.toml", good)), trusted, false);
    Guardrail guardrail = new Guardrail(library, syringe -> new FourDigitPump());
    Order order =
        new Order(
            library.hash(),
            "TEST-DRUG",
            "P-UNVERIFIED",
            70_000,
            500_000,
            2_400,
            1_000_000,
            "S-50",
            50_000_000,
            "anna");
    assertThat(guardrail.check(order).findings())
        .extracting(Finding::code)
        .containsExactly("PROTOCOL_DISABLED");
  }

  private static String renamed() {
    return good.replace("demo = false", "demo = true")
        .replace("TEST-DRUG", "OTHER")
        .replace("\"P-", "\"Q-")
        .replace("S-50", "T-50");
  }

  private static String refusal(LibraryFile file, boolean demoAllowed) {
    LibraryRefusedException refused =
        catchThrowableOfType(
            LibraryRefusedException.class,
            () -> DrugLibrary.load(List.of(file), trusted, demoAllowed));
    assertThat(refused).as("refusal").isNotNull();
    return refused.getMessage();
  }

  private static LibraryFile signed(String name, String toml) throws GeneralSecurityException {
    return signedBy(keys, name, toml);
  }

  private static LibraryFile signedBy(KeyPair keys, String name, String toml)
      throws GeneralSecurityException {
    byte[] content = bytes(toml);
    return new LibraryFile(name, content, LibrarySigner.sign(keys.getPrivate(), content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.pk.PkModel;
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
    assertThat(drug.models()).containsExactly(PkModel.DOMINO_1984, PkModel.KAMP_2020);
    Protocol protocol = Objects.requireNonNull(drug.protocol("P-1"));
    assertThat(protocol.enabled()).isTrue();
    assertThat(protocol.phases())
        .containsExactly(
            new OrderPhase(PhaseKind.BOLUS, DoseUnit.MG_PER_KG, 100_000, 240),
            OrderPhase.dose(400_000, 2_400));
    assertThat(library.drugOfProtocol("P-1")).isSameAs(drug);
    assertThat(library.drugOfProtocol("P-9")).isNull();
    Syringe syringe = Objects.requireNonNull(library.syringe("S-50"));
    assertThat(syringe.innerDiameterUm()).isEqualTo(26_600);
    assertThat(syringe.capacity()).isEqualTo(new Volume(50_000_000));
  }

  /** The bytes are taken in 16 regions, so that none is left out. */
  @Test
  void refusesAFlippedBitAnywhere() throws Exception {
    LibraryFile file = signed("a.toml", good);
    int length = file.toml().length;
    Random random = new Random(3);
    for (int region = 0; region < 16; region++) {
      for (int i = 0; i < 30; i++) {
        byte[] altered = file.toml().clone();
        int at = length * region / 16 + random.nextInt(length / 16);
        altered[at] ^= (byte) (1 << random.nextInt(8));
        assertThat(refusal(new LibraryFile("a.toml", altered, file.signature()), false))
            .isEqualTo(
                "a.toml: signature \"of another content or by an unknown key\": expected an Ed25519"
                    + " signature of this file by a trusted key");
      }
    }
  }

  @Test
  void refusesALibraryThatIsCutOrLonger() throws Exception {
    LibraryFile file = signed("a.toml", good);
    for (int length : new int[] {0, 1, file.toml().length - 1, file.toml().length + 1}) {
      byte[] altered = Arrays.copyOf(file.toml(), length);
      assertThat(refusal(new LibraryFile("a.toml", altered, file.signature()), false))
          .contains("of another content");
    }
  }

  @Test
  void refusesAnyFlippedBitOfTheSignature() throws Exception {
    LibraryFile file = signed("a.toml", good);
    byte[] signature = Objects.requireNonNull(file.signature());
    for (int i = 0; i < signature.length - 4; i++) {
      // The last symbol before the padding carries bits that are no part of the signature.
      byte[] altered = signature.clone();
      altered[i] ^= 1;
      LibraryFile bad = new LibraryFile("a.toml", file.toml(), altered);
      assertThat(refusal(bad, false)).startsWith("a.toml: signature ");
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
  void oneOfTwoSignaturesIsEnough() throws Exception {
    String mine = signature(bytes(good));
    String other = signature(bytes("another library"));
    for (String both : List.of(mine + other, other + mine, other + "\n\n" + mine, "  " + mine)) {
      LibraryFile file = new LibraryFile("a.toml", bytes(good), bytes(both));
      assertThat(DrugLibrary.load(List.of(file), trusted, false).title()).isEqualTo("test 7");
    }
    assertThat(refusal(new LibraryFile("a.toml", bytes(good), bytes(other + other)), false))
        .contains("of another content");
  }

  @Test
  void moreThanTwoSignaturesAreNotLookedAt() throws Exception {
    String mine = signature(bytes(good));
    LibraryFile file = new LibraryFile("a.toml", bytes(good), bytes(mine.repeat(3)));
    assertThat(refusal(file, false)).contains("\"3 lines\": expected at most 2");
    LibraryFile garbage = new LibraryFile("a.toml", bytes(good), bytes(mine + "%%%\n"));
    assertThat(refusal(garbage, false)).contains("not base64");
  }

  private static String signature(byte[] content) throws GeneralSecurityException {
    byte[] line = LibrarySigner.sign(keys.getPrivate(), content);
    return new String(line, StandardCharsets.US_ASCII);
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
        "schema = 2|schema = 1|schema \"1\": expected 2",
        "version = \"7\"|version = 7|version \"7\": expected a text",
        "name = \"test\"||name \"missing\": expected a text",
        "id = \"TEST-DRUG\"|id = \"test drug\"|drug[0].id \"test drug\": expected 1 to 32",
        "[\"1 mg/mL\", \"10 mg/mL\"]|[]|drug[0].concentrations \"[]\": expected a list",
        "[\"1 mg/mL\", \"10 mg/mL\"]|[1]|drug[0].concentrations \"[1]\": expected a quantity",
        "[\"1 mg/mL\", \"10 mg/mL\"]|[\"10 mg/mL\", \"1 mg/mL\"]|above the one before",
        "[\"1 mg/mL\", \"10 mg/mL\"]|[\"1 mg/mL\", \"50 mg/mL\"]|are vial strengths",
        "[\"1 mg/mL\", \"10 mg/mL\"]|[\"1 mg/ml\"]|expected the unit mg/mL",
        "[\"domino-1984\", \"kamp-2020\"]|[\"domino-1985\"]|each a known model, once",
        "[\"domino-1984\", \"kamp-2020\"]|[\"kamp-2020\", \"kamp-2020\"]|each a known model, once",
        "[\"domino-1984\", \"kamp-2020\"]|[]|drug[0].models \"[]\": expected a list of texts",
        "\"kamp-2020\"]|\"fanta-2015-esketamine\"]|models \"[\"domino-1984\",\"fanta-2015-esket",
        "\"25 kg\", \"300|\"24 kg\", \"300|what the drug's models take",
        "\"300 kg\"]|\"301 kg\"]|what the drug's models take",
        "soft = \"350 ng/mL\"|soft = \"0 ng/mL\"|ceiling \"a table\": expected soft above 0",
        "kind = \"BOLUS\"|kind = \"bolus\"|expected one of BOLUS, MAINTENANCE, TAPER",
        "amount = \"0.4 mg/kg\"|amount = \"0.4 mg\"|mg/kg, mg/kg/h, mcg/kg/min or mg/h",
        "amount = \"0.4 mg/kg\"|amount = \"0 mg/kg\"|expected more than 0 mg/kg",
        "duration = \"40 min\"|duration = \"0.001 min\"|a whole number of seconds",
        "typical = \"0.5 mg/kg\"|typical = 0.5|dose.typical \"0.5\": expected a quantity",
        "typical = \"0.5 mg/kg\"|typical = \".5 mg/kg\"|\".5 mg/kg\": expected a plain number",
        "typical = \"0.5 mg/kg\"|typical = \"0.6 mg/kg\"|typical what the phases make at 70 kg",
        "typical = \"44 min\"|typical = \"45 min\"|typical 44 min, the phases",
        "evidence = \"SOURCED\"|evidence = \"S\"|of SOURCED, SECONDARY, PROPOSED, UNVERIFIED",
        "source = \"Made up\"|source = \" \"|source \" \": expected a text that is not blank",
        "source = \"Made up too\"||drug[0].protocol[0].source \"missing\": expected a text",
        "indications = [\"tests\"]|indications = []|indications \"[]\": expected a list of texts",
        "inner_diameter = \"26.6 mm\"|inner_diameter = \"26.6 cm\"|expected the unit mm",
        "inner_diameter = \"26.6 mm\"|inner_diameter = \"0 mm\"|expected more than 0 mm",
        "capacity = \"50 mL\"|capacity = \"0 mL\"|expected more than 0 mL",
        "approximate = false|approximate = \"no\"|expected true or false",
        "approximate = false|aproximate = false|syringe[0].aproximate \"false\": expected no such",
        "[[syringe]]|[syringe]|syringe \"a table\": expected tables [[syringe]]",
        "schema = 2|schema = = 2|expected TOML",
      })
  void namesTheFault(String from, @Nullable String to, String expected) throws Exception {
    assertThat(good).contains(from);
    String bad = good.replace(from, to == null ? "" : to);
    assertThat(refusal(signed("a.toml", bad), false)).contains("a.toml: ").contains(expected);
  }

  /** Each limit with two sides, its name and the lines of its values. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "drug.weight",
        "drug.flow",
        "drug.protocol.dose",
        "drug.protocol.dose_rate",
        "drug.protocol.duration",
        "drug.protocol.bolus.dose",
        "drug.protocol.bolus.dose_rate"
      })
  void refusesEveryPairOfLimitsThatIsCrossed(String table) throws Exception {
    String[] values = lines(table); // typical, soft, hard
    String typical = quoted(values[0], 0);
    String softLowest = quoted(values[1], 0);
    String softHighest = quoted(values[1], 1);
    String hardLowest = quoted(values[2], 0);
    String hardHighest = quoted(values[2], 1);
    String unit = typical.substring(typical.indexOf(' '));
    String nothing = unit.equals(" min") ? "3 s" : "0.001" + unit;
    String lots = "9000" + unit;
    String path =
        table.replace("drug.protocol.", "drug[0].protocol[0].").replace("drug.", "drug[0].");
    assertThat(changed(table, values[1], softLowest, nothing))
        .contains(path + ".soft \"")
        .contains("expected within hard");
    assertThat(changed(table, values[1], softHighest, lots)).contains("expected within hard");
    assertThat(changed(table, values[2], hardLowest, softHighest)).contains("expected within hard");
    assertThat(changed(table, values[2], hardHighest, softLowest)).contains("expected within hard");
    assertThat(changed(table, values[0], typical, hardLowest)).contains("expected within soft");
    assertThat(changed(table, values[0], typical, hardHighest)).contains("expected within soft");
    for (String line : List.of(values[1], values[2])) {
      String swapped = line.replaceAll("\\[(\".*\"), (\".*\")]", "[$2, $1]");
      assertThat(swapped).isNotEqualTo(line);
      assertThat(altered(table, line, swapped))
          .contains("expected two quantities, the lowest and the highest allowed");
    }
    assertThat(altered(table, values[1], "soft = [\"" + softLowest + "\"]"))
        .contains("two quantities");
    assertThat(changed(table, values[0], typical, typical.replace(unit, " lb")))
        .contains(path + ".typical \"")
        .containsPattern("expected (the unit|a time in min)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drug.ceiling",
        "drug.protocol.total",
        "drug.protocol.session",
        "drug.protocol.day"
      })
  void refusesCapsThatAreCrossed(String table) throws Exception {
    String[] values = lines(table); // soft, hard
    assertThat(
            altered(
                table,
                values[0] + "\n" + values[1],
                values[0].replace("soft", "hard") + "\n" + values[1].replace("hard", "soft")))
        .contains("expected at most hard");
    assertThat(altered(table, values[1] + "\n", "")).contains(".hard \"missing\"");
  }

  /** The lines of a table that hold quantities. */
  private static String[] lines(String table) {
    String from = good.substring(good.indexOf("[" + table + "]\n"));
    return from.substring(from.indexOf('\n') + 1, from.indexOf("evidence")).split("\n", -1);
  }

  private static String quoted(String line, int index) {
    return line.split("\"", -1)[2 * index + 1];
  }

  private static String changed(String table, String line, String from, String to)
      throws Exception {
    assertThat(line).contains(from);
    return altered(table, line, line.replace("\"" + from + "\"", "\"" + to + "\""));
  }

  /** What is said of the good library with one line of that table changed. */
  private static String altered(String table, String from, String to) throws Exception {
    int at = good.indexOf(from, good.indexOf("[" + table + "]\n"));
    assertThat(at).as(from).isPositive();
    String bad = good.substring(0, at) + to + good.substring(at + from.length());
    return refusal(signed("a.toml", bad), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dose|soft = [\"0.2 mg/kg\"|soft = [\"0.51 mg/kg\"|within soft",
        "dose_rate|\"1.125 mg/kg/h\"]|\"0.599 mg/kg/h\"]|within soft",
        "bolus.dose|\"0.15 mg/kg\"]|\"0.099 mg/kg\"]|within soft",
        "total|soft = \"75 mg\"|soft = \"34.999 mg\"|whole order 35 mg: expected at most 34.999 mg",
        "session|\"0.75 mg/kg\"|\"0.499 mg/kg\"|dose of the session 0.5 mg/kg",
        "day|\"0.75 mg/kg\"|\"0.499 mg/kg\"|dose of 24 h 0.5 mg/kg: expected",
      })
  void refusesAProgramBeyondItsOwnLimits(String table, String from, String to, String expected)
      throws Exception {
    assertThat(altered("drug.protocol." + table, from, to)).contains(expected);
  }

  @Test
  void refusesPhasesBeyondTheirOwnLimitsThoughTheTypicalValuesFit() throws Exception {
    String faster =
        good.replace("duration = \"4 min\"", "duration = \"1 min\"")
            .replace("duration = \"40 min\"", "duration = \"43 min\"");
    assertThat(refusal(signed("a.toml", faster), false))
        .contains("phase \"")
        .contains("a program within its own limits; phase 1: bolus dose rate 6 mg/kg/h");
    String without =
        good.replaceAll(
            "(?s)\\[drug.protocol.bolus.*?\\[drug.protocol.total]", "[drug.protocol.total]");
    assertThat(refusal(signed("a.toml", without), false)).contains("protocol P-1 has no bolus");
  }

  @Test
  void refusesAProgramAboveItsOwnCeiling() throws Exception {
    assertThat(altered("drug.ceiling", "soft = \"350 ng/mL\"", "soft = \"50 ng/mL\""))
        .contains("a program within its own limits; concentration predicted by")
        .contains("expected at most 50 ng/mL");
  }

  @Test
  void anUnverifiedProgramIsNotPredicted() throws Exception {
    String low =
        good.replace("soft = \"350 ng/mL\"", "soft = \"50 ng/mL\"")
            .replaceFirst("evidence = \"SOURCED\"", "evidence = \"UNVERIFIED\"");
    assertThat(
            DrugLibrary.load(List.of(signed("a.toml", low)), trusted, false).drugOfProtocol("P-1"))
        .isNotNull();
  }

  @Test
  void refusesAProgramOfDaysWithoutLookingAheadOverIt() throws Exception {
    String days =
        good.replace("duration = \"40 min\"", "duration = \"9999 h\"")
            .replace("typical = \"44 min\"", "typical = \"599944 min\"");
    assertThat(refusal(signed("a.toml", days), false)).contains("expected");
    String day = good.replace("duration = \"40 min\"", "duration = \"24 h\"");
    assertThat(refusal(signed("a.toml", day), false))
        .contains("expected at most 24 h in all, which is looked ahead over");
  }

  @ParameterizedTest
  @ValueSource(strings = {"drug.weight", "drug.flow", "drug.ceiling"})
  void refusesADrugWithAnUnverifiedLimit(String table) throws Exception {
    assertThat(altered(table, "evidence = \"PROPOSED\"", "evidence = \"UNVERIFIED\""))
        .contains("expected no limit that is unverified");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dose",
        "dose_rate",
        "duration",
        "bolus.dose",
        "bolus.dose_rate",
        "total",
        "session",
        "day"
      })
  void aProtocolWithAnUnverifiedLimitCannotBeOrdered(String table) throws Exception {
    int at = good.indexOf("evidence", good.indexOf("[drug.protocol." + table + "]\n"));
    String bad =
        good.substring(0, at) + good.substring(at).replaceFirst("\"[A-Z]+\"", "\"UNVERIFIED\"");
    DrugLibrary library = DrugLibrary.load(List.of(signed("a.toml", bad)), trusted, false);
    Protocol protocol =
        Objects.requireNonNull(Objects.requireNonNull(library.drug("TEST-DRUG")).protocol("P-1"));
    assertThat(protocol.enabled()).isFalse();
    Order order =
        SampleOrder.usual()
            .library(library.hash())
            .drug("TEST-DRUG", "P-1")
            .syringe("S-50")
            .phases(protocol.phases())
            .order();
    assertThat(new Guardrail(library, any -> new FourDigitPump()).check(order).findings())
        .extracting(Finding::code)
        .containsExactly("PROTOCOL_DISABLED");
  }

  @Test
  void listsEveryFaultInOneGo() throws Exception {
    String bad =
        good.replace("schema = 2", "schema = 9")
            .replace("soft = [\"40 kg\"", "soft = [\"24 kg\"")
            .replace("kind = \"BOLUS\"", "kind = \"FLUSH\"")
            .replace("source = \"Made up too\"\n", "extra = 1\n")
            .replace("soft = \"75 mg\"", "soft = \"151 mg\"")
            .replace("capacity = \"50 mL\"", "capacity = \"50\"");
    LibraryRefusedException refused =
        catchThrowableOfType(
            LibraryRefusedException.class,
            () -> DrugLibrary.load(List.of(signed("a.toml", bad)), trusted, false));
    assertThat(refused.faults())
        .extracting(LibraryFault::key)
        .contains(
            "schema",
            "syringe[0].capacity",
            "drug[0].weight.soft",
            "drug[0].protocol[0].phase[0].kind",
            "drug[0].protocol[0].source",
            "drug[0].protocol[0].extra",
            "drug[0].protocol[0].total.soft");
    assertThat(refused.getMessage().lines()).hasSameSizeAs(refused.faults());
  }

  @Test
  void refusesTwoProtocolsOfOneIdInOneDrug() throws Exception {
    int from = good.indexOf("[[drug.protocol]]");
    String protocol = good.substring(from, good.indexOf("[[syringe]]"));
    String twice = good.replace("[[syringe]]", protocol + "[[syringe]]");
    assertThat(refusal(signed("a.toml", twice), false))
        .contains("drug[0].protocol[1].id \"P-1\": expected an id not used before");
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

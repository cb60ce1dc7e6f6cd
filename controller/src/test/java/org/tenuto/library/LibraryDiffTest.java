package org.tenuto.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.dose.DrugLibrary;

/** What a clinical lead sees of two libraries. */
class LibraryDiffTest {

  @Test
  void nothingBetweenALibraryAndItself() {
    assertThat(diff(SampleLibrary.KETAMINE)).isEmpty();
    assertThat(diff("# only a remark\n" + SampleLibrary.KETAMINE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[drug.weight]|\"25 kg\"|\"26 kg\"|NARROWED|R: weight: hard lowest|25 kg|26 kg",
        "[drug.weight]|\"40 kg\"|\"39 kg\"|WIDENED|R: weight: soft lowest|40 kg|39 kg",
        "[drug.weight]|\"150 kg\"|\"140 kg\"|NARROWED|R: weight: soft highest|150 kg|140 kg",
        "[drug.flow]|\"500 mL/h\"|\"600 mL/h\"|WIDENED|R: flow: soft highest|500 mL/h|600 mL/h",
        "[drug.ceiling]|\"600 ng/mL\"|\"601 ng/mL\"|WIDENED|R: ceiling: hard|600 ng/mL|601 ng/mL",
        "[drug.weight]|\"70 kg\"|\"71 kg\"|CHANGED|R: weight: typical|70 kg|71 kg",
        "|, \"10 mg/mL\"]|]|NARROWED|R: C: 10 mg/mL|allowed|",
        "|\"1 mg/mL\", \"2|\"1 mg/mL\", \"1.5 mg/mL\", \"2|WIDENED|R: C: 1.5 mg/mL||allowed",
        "|above = \"5 mg/mL\"|above = \"10 mg/mL\"|WIDENED|R: second_person_above: concentration|5"
            + " mg/mL|10 mg/mL",
        "|attestation_above = \"1 |attestation_above = \"0.9 |NARROWED|R: attestation_above: dose"
            + " rate|1 mg/kg/h|0.9 mg/kg/h",
        "|\"domino-1984\", ||WIDENED|R: models: domino-1984|Domino 1984 (ketAMINE)|",
        "DEP-RACEMIC-40|\"100 min\"]|\"90 min\"]|NARROWED|D: duration: soft highest|100 min|90 min",
        "[drug.protocol.day]|hard = \"1 mg/kg\"|hard = \"1.5 mg/kg\"|WIDENED|D: day: hard|1"
            + " mg/kg|1.5 mg/kg",
        "[drug.protocol.bolus.dose]|\"0.12 mg/kg\"|\"0.13 mg/kg\"|WIDENED|protocol SUD-BOLUS-52:"
            + " bolus.dose: hard highest|0.12 mg/kg|0.13 mg/kg",
        "DEP-RACEMIC-40|\"SOURCED\"|\"UNVERIFIED\"|DISABLED|D: program: enabled|yes|no",
        "DEP-RACEMIC-40|\"SOURCED\"|\"PROPOSED\"|EVIDENCE|D: program|SOURCED|PROPOSED",
        "DEP-ESKETAMINE-40|\"UNVERIFIED\"|\"SOURCED\"|ENABLED|protocol DEP-ESKETAMINE-40: program:"
            + " enabled|no|yes",
        "OMNIFIX-50|= true|= false|ENABLED|O: enabled|no|yes",
        "OMNIFIX-50|28.9|29|CHANGED|O: inner diameter|28.9 mm|29 mm",
        "OMNIFIX-50|\"50 mL|\"60 mL|WIDENED|O: capacity|50 mL|60 mL",
        "|version = \"2\"|version = \"3\"|CHANGED|library|ketamine 2|ketamine 3",
      })
  void namesTheChangeAndWhatItMeans(
      String after,
      String from,
      String to,
      LibraryChange.Kind kind,
      String where,
      String before,
      String now) {
    String toml = SampleLibrary.with(text(after), from, text(to));
    assertThat(diff(toml))
        .contains(new LibraryChange(kind, whole(where), text(before), text(now)))
        .hasSizeLessThanOrEqualTo(3);
  }

  private static String whole(String where) {
    return where
        .replace("C: ", "concentrations: ")
        .replace("D: ", "protocol DEP-RACEMIC-40: ")
        .replace("O: ", "syringe OMNIFIX-50: syringe: ")
        .replace("R: ", "drug KETAMINE-RACEMIC: ");
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }

  @Test
  void drugsProtocolsAndSyringesComeAndGo() {
    int from = SampleLibrary.KETAMINE.indexOf("[[drug]]\nid = \"ESKETAMINE\"");
    int to = SampleLibrary.KETAMINE.indexOf("# Inner diameters");
    String without =
        SampleLibrary.KETAMINE.substring(0, from) + SampleLibrary.KETAMINE.substring(to);
    assertThat(diff(without))
        .containsExactly(
            new LibraryChange(LibraryChange.Kind.REMOVED, "drug ESKETAMINE", "esketAMINE", ""),
            new LibraryChange(
                LibraryChange.Kind.REMOVED,
                "protocol DEP-ESKETAMINE-40",
                "Depression, esketAMINE 0.25 mg/kg over 40 min",
                ""));
    assertThat(LibraryDiff.of(library(without), library(SampleLibrary.KETAMINE)))
        .extracting(LibraryChange::kind)
        .containsOnly(LibraryChange.Kind.ADDED);
    assertThat(diff(SampleLibrary.KETAMINE.replace("OMNIFIX-50", "OMNIFIX-60")))
        .extracting(LibraryChange::kind)
        .containsExactly(LibraryChange.Kind.REMOVED, LibraryChange.Kind.ADDED);
  }

  @Test
  void aBolusThatAppearsIsWider() {
    String text = SampleLibrary.KETAMINE;
    String total = "[drug.protocol.total]";
    int from = text.indexOf("[drug.protocol.bolus.dose]");
    String bolus = text.substring(from, text.indexOf(total, from));
    String toml = SampleLibrary.with("DEP-RACEMIC-40", total, bolus + total);
    assertThat(diff(toml))
        .extracting(LibraryChange::kind, LibraryChange::where)
        .containsExactly(
            tuple(LibraryChange.Kind.WIDENED, "protocol DEP-RACEMIC-40: program: bolus"),
            tuple(LibraryChange.Kind.ADDED, "protocol DEP-RACEMIC-40: bolus.dose"),
            tuple(LibraryChange.Kind.ADDED, "protocol DEP-RACEMIC-40: bolus.dose_rate"));
  }

  @Test
  void everyQuantityOfTheFileIsSeen() {
    int quantities = 0;
    var matcher =
        Pattern.compile("(typical = \"|soft = \"|hard = \"|capacity = \")([0-9])")
            .matcher(SampleLibrary.KETAMINE);
    while (matcher.find()) {
      // A digit more in front: whatever it breaks in the library, nothing else may hide it.
      String text = SampleLibrary.KETAMINE;
      String toml = text.substring(0, matcher.end(1)) + "1" + text.substring(matcher.start(2));
      LibraryDraft draft = LibraryDraft.read(SampleLibrary.unsigned(toml));
      DrugLibrary library = draft.library();
      assertThat(library == null || !LibraryDiff.of(shipped(), library).isEmpty())
          .as(toml.substring(matcher.start(), matcher.end() + 10))
          .isTrue();
      quantities++;
    }
    assertThat(quantities).isGreaterThan(50);
  }

  private static List<LibraryChange> diff(String toml) {
    return LibraryDiff.of(shipped(), library(toml));
  }

  private static DrugLibrary shipped() {
    return library(SampleLibrary.KETAMINE);
  }

  private static DrugLibrary library(String toml) {
    LibraryDraft draft = LibraryDraft.read(SampleLibrary.unsigned(toml));
    assertThat(draft.faults()).isEmpty();
    return Objects.requireNonNull(draft.library());
  }
}

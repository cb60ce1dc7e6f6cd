package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Vital signs and a scale, entered on the real page of a running device while it infuses. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class ObservationBrowserTest {

  @TempDir private Path dir;
  private DemoProcess demo;
  private DevicePage page;

  @BeforeEach
  void open() throws IOException {
    Path screenshots = Files.createDirectories(Tenuto.home().resolve("simulator/target/screens"));
    demo = DemoProcess.start(dir, "--orders-only");
    page = new DevicePage(demo.stationUrl(), screenshots);
  }

  @AfterEach
  void close() {
    page.close();
    demo.close();
  }

  @Test
  void vitalSignsAreEnteredAdvisedOnAndNotedWhileTheInfusionRunsOn() {
    UsualOrder.readBack(page);
    page.hold("start");
    assertThat(page.part("screen-run")).isVisible();
    assertThat(page.part("observation-due"))
        .hasText(Pattern.compile("Vital signs, 5 min in [0-4]:[0-5][0-9]"));

    page.tap("observe");
    assertThat(page.part("screen-observation")).isVisible();
    assertThat(page.part("pause")).isVisible();
    assertThat(page.part("stop")).isVisible();
    assertThat(page.fits()).as("the panel fits").isTrue();
    page.tap("take-vitals");
    enterNumber("186");
    enterNumber("88");
    enterNumber("77");
    page.tap("not-measurable");
    enterNumber("14");
    assertThat(page.part("review-SYSTOLIC")).hasText("Systolic pressure: 186 mmHg");
    assertThat(page.part("review-SPO2")).hasText("SpO2: not measurable");
    assertThat(page.part("review-TEMPERATURE")).hasText("Temperature: not taken");
    assertThat(page.fits()).as("the review fits").isTrue();
    page.screenshot("observation-review");
    page.tap("vitals-save");

    assertThat(page.part("last-SYSTOLIC")).containsText("186 mmHg");
    assertThat(page.part("last-SPO2")).containsText("not measurable");
    assertThat(page.part("advice-SYSTOLIC"))
        .containsText("Systolic pressure 186 mmHg, above 180 mmHg: pause?");
    assertThat(page.part("alarm")).containsText("Systolic pressure 186 mmHg, above 180 mmHg");
    assertThat(page.part("state")).hasText("Infusing");
    page.screenshot("observation");

    page.tap("note-SYSTOLIC");
    page.tap("note-CONTINUING");
    assertThat(page.part("advice-noted").first()).isVisible();

    page.tap("scale-MOAA_S");
    page.screenshot("observation-scale");
    page.tap("score-5");
    assertThat(page.part("last-MOAA_S")).containsText("5");
    page.tap("observe-back");
    assertThat(page.part("screen-run")).isVisible();
    page.reload();
    page.tap("observe");
    assertThat(page.part("last-SYSTOLIC")).containsText("186 mmHg");
    page.tap("stop");
    assertThat(page.part("state")).not().hasText("Infusing");
    assertThat(page.complaints()).isEqualTo(List.of());
  }

  /** What was mistyped, and what is another's, is taken back by whoever is signed in, with why. */
  @Test
  void aReadingIsCorrectedOrMadeVoidAndBothStayInTheReport() throws Exception {
    UsualOrder.readBack(page);
    page.hold("start");
    page.tap("observe");
    page.tap("take-vitals");
    for (String number : List.of("186", "88", "77", "97", "14")) {
      enterNumber(number);
    }
    page.tap("vitals-save");
    assertThat(page.part("advice-SYSTOLIC")).isVisible();

    page.tap("wrong-SYSTOLIC");
    assertThat(page.part("readings-title")).hasText(Pattern.compile("Reading 1, BP 186/88, .*"));
    assertThat(page.part("correct-reading")).isDisabled();
    assertThat(page.part("void-reading")).isDisabled();
    page.tap("wrong-1");
    page.tap("correct-reading");
    assertThat(page.part("entered-was")).hasText("was 186");
    for (String number : List.of("136", "88", "77", "97", "14")) {
      enterNumber(number);
    }
    assertThat(page.part("review-SYSTOLIC")).hasText("Systolic pressure: 136 mmHg, was 186");
    assertThat(page.part("review-TEMPERATURE")).hasCount(0);
    page.tap("vitals-save");
    assertThat(page.part("last-SYSTOLIC")).containsText("136 mmHg");
    assertThat(page.part("advice-SYSTOLIC")).hasCount(0);

    page.tap("scale-MOAA_S");
    page.tap("score-1");
    assertThat(page.part("last-MOAA_S")).containsText("1");
    page.tap("readings-list");
    assertThat(page.part("reading-1")).isDisabled();
    assertThat(page.part("reading-1")).containsText("corrected by 2: Mistyped");
    page.screenshot("observation-corrected");
    page.tap("reading-3");
    page.words("of the patient next door");
    page.tap("void-reading");
    assertThat(page.part("last-MOAA_S")).hasCount(0);
    page.tap("readings-list");
    assertThat(page.part("reading-3")).containsText("void: of the patient next door");
    assertThat(page.complaints()).isEqualTo(List.of());
    requireReported(
        ">186/88<",
        "corrected by 2",
        ">136/88<",
        "Mistyped; corrects 1",
        "MOAA/S 1; void by 4",
        "of the patient next door; makes void 3");
  }

  private void requireReported(String... words) throws Exception {
    Path html = dir.resolve("report.html");
    Tenuto.Ended ended =
        Tenuto.run(dir, "report", "--out", html.toString(), demo.journal().toString());
    assertThat(ended.exitCode()).isZero();
    assertThat(Files.readString(html)).contains(words);
  }

  @Test
  void aSlipCanNotBeConfirmed() {
    UsualOrder.signIn(page);
    page.tap("observe");
    page.tap("take-vitals");
    page.type("300");
    assertThat(page.part("entry-hint")).containsText("40 to 280 mmHg");
    assertThat(page.part("key-ok")).isDisabled();
    page.tap("key-clear");
    enterNumber("80");
    enterNumber("120");
    page.tap("not-measurable");
    page.tap("not-measurable");
    page.tap("not-measurable");
    page.tap("vitals-save");
    assertThat(page.part("notice")).containsText("Diastolic pressure 120 mmHg: expected below");
    assertThat(page.part("vitals-save")).isVisible();
  }

  private void enterNumber(String typed) {
    page.type(typed);
    page.tap("key-ok");
  }
}

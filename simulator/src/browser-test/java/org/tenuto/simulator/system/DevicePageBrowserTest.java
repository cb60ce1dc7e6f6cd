package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.simulator.demo.DemoStaff;
import org.tenuto.simulator.demo.StationClient;

/** An order on the real page of a running device: entered, read back, held, watched, stopped. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class DevicePageBrowserTest {

  @TempDir private Path dir;
  private DemoProcess demo;
  private DevicePage page;

  @BeforeEach
  void open() throws IOException {
    Path screenshots =
        Files.createDirectories(Tenuto.home().resolve("simulator/target/screens"));
    demo = DemoProcess.start(dir, "--orders-only");
    page = new DevicePage(demo.stationUrl(), screenshots);
    assertThat(page.part("screen-order")).isVisible();
  }

  @AfterEach
  void close() {
    page.close();
    demo.close();
  }

  @Test
  void theUsualOrderFromEntryToStop() {
    enterUsualOrder();
    page.screenshot("order");
    page.tap("propose");
    requireReadBack();
    page.screenshot("read-back");
    page.touchBriefly("start");
    assertThat(page.part("screen-readback")).isVisible();
    assertThat(truth().firstMoving()).as("moved by a mere touch").isEmpty();

    page.hold("start");
    requireRunning();
    page.screenshot("running");
    page.reload();
    requireRunning();

    page.tap("pause");
    assertThat(page.part("resume")).isVisible();
    assertThat(page.part("state")).hasText("Paused");
    awaitRest();
    page.screenshot("paused");
    long pausedNl = truth().last().deliveredNl();
    page.hold("resume");
    assertThat(page.part("state")).hasText("Infusing");
    await("it moves again")
        .atMost(Tenuto.LONG)
        .until(() -> truth().last().deliveredNl() > pausedNl + 10_000);

    page.tap("stop");
    assertThat(page.part("screen-ended")).isVisible();
    awaitRest();
    assertThat(page.part("ended-title")).hasText("Stopped by staff");
    assertThat(page.part("ended-ordered")).containsText("35");
    page.screenshot("ended");
    assertThat(page.complaints()).isEmpty();
  }

  private void enterUsualOrder() {
    page.type("70");
    page.tap("key-ok");
    assertThat(page.part("value-protocol")).hasText("ketAMINE 0.5 mg/kg");
    page.tap("field-concentration");
    page.choose("1");
    page.tap("field-syringe");
    page.choose("BD-PLASTIPAK-50");
    page.type("50");
    page.tap("key-ok");
    assertThat(page.part("value-weight")).hasText("70 kg");
    assertThat(page.part("value-loaded")).hasText("50 mL");
    assertThat(page.fits()).as("the order screen fits").isTrue();
  }

  private void requireReadBack() {
    requireFigure("readback-amount", "35 mg");
    requireFigure("readback-volume", "35 mL");
    requireFigure("readback-flow-rate", "52.5 mL/h");
    requireFigure("readback-dose-rate", "0.75 mg/kg/h");
    assertThat(page.part("readback-pump")).containsText("52.50MH");
    assertThat(page.part("readback-weight")).hasText("70 kg");
    assertThat(page.part("warning")).isVisible();
    assertThat(page.fits()).as("the read-back fits").isTrue();
    // On a machine that is late, the alarm about it takes a part of the screen.
    page.readToEnd("screen-readback");
    page.checkedBy(DemoStaff.NURSE);
    page.readToEnd("screen-readback");
    assertThat(page.part("start")).isEnabled();
  }

  private void requireFigure(String testId, String figure) {
    assertThat(page.part(testId)).hasText(figure);
  }

  private void requireRunning() {
    assertThat(page.part("screen-run")).isVisible();
    assertThat(page.part("state")).hasText("Infusing");
    requireFigure("flow-rate", "52.5 mL/h");
    requireFigure("dose-rate", "0.75 mg/kg/h");
    long fromNl = truth().last().deliveredNl();
    await("the plunger moves")
        .atMost(Tenuto.LONG)
        .until(() -> truth().last().deliveredNl() > fromNl + 20_000);
    assertThat(page.fits()).as("the running screen fits").isTrue();
  }

  @Test
  void aWeightThatIsNoneCantBeConfirmed() {
    Locator ok = page.part("key-ok");
    assertThat(ok).isDisabled();
    page.type("10.5.1");
    assertThat(page.part("entry-hint")).containsText("Second decimal point");
    assertThat(ok).isDisabled();
    page.screenshot("weight-10.5.1");
    page.tap("key-clear");
    page.type("900");
    assertThat(page.part("entry-hint")).containsText("allowed 25 to 300 kg");
    assertThat(ok).isDisabled();
    page.screenshot("weight-900");
    page.tap("key-clear");
    page.type("0");
    assertThat(ok).isDisabled();
    page.tap("key-cancel");
    assertThat(page.part("propose")).isDisabled();
    assertThat(page.part("value-weight")).hasText("Enter");
    assertThat(truth().firstMoving()).isEmpty();
  }

  @Test
  void aChangedDoseRateIsWhatThePlungerDoes() {
    startUsualOrder();
    awaitDelivered(truth().last().deliveredNl() + SLOPE_NL);
    page.tap("change-rate");
    assertThat(page.part("screen-change")).isVisible();
    requireFigure("change-dose-rate", "0.75 mg/kg/h");
    requireFigure("change-flow-rate", "52.5 mL/h");
    page.type("0.9");
    assertThat(page.fits()).as("the number entry fits").isTrue();
    page.screenshot("change-entry");
    page.tap("key-ok");
    requireChangeReadBack();
    page.screenshot("change-read-back");
    haveTheChangeChecked();
    page.touchBriefly("change-start");
    assertThat(page.part("screen-readback")).isVisible();
    requireFigure("state", "Infusing");
    long confirmedNs = truth().last().monoNs();
    long runNs = truth().firstMoving().orElseThrow().monoNs();
    page.hold("change-start");
    requireFigure("flow-rate", "63 mL/h");
    requireFigure("dose-rate", "0.9 mg/kg/h");
    assertThat(page.part("order-summary")).containsText("changed to 0.9 mg/kg/h");
    page.screenshot("changed");
    long changedNs = truth().last().monoNs();
    awaitDelivered(truth().last().deliveredNl() + SLOPE_NL);
    Truth after = truth();
    requireRate(after, runNs, confirmedNs, 52.5);
    requireRate(after, changedNs, after.last().monoNs(), 63);
    // A rest that is shorter than the 100 ms between two readings may not be among them.
    assertThat(standstills(after)).as("rests, one of them for the change").isLessThanOrEqualTo(1);
    page.tap("stop");
    assertThat(page.part("screen-ended")).isVisible();
    awaitRest();
    assertThat(page.complaints()).isEmpty();
  }

  /** Enough for its slope: some 10 s of it. */
  private static final long SLOPE_NL = 150_000;

  private void startUsualOrder() {
    enterUsualOrder();
    page.tap("propose");
    requireReadBack();
    page.hold("start");
    requireRunning();
  }

  private void awaitDelivered(long nl) {
    await("delivered " + nl + " nL")
        .atMost(Tenuto.LONG)
        .until(() -> truth().last().deliveredNl() >= nl);
  }

  private void requireChangeReadBack() {
    assertThat(page.part("screen-readback")).isVisible();
    requireFigure("compare-dose-rate-now", "0.75 mg/kg/h");
    requireFigure("compare-flow-rate-now", "52.5 mL/h");
    requireFigure("compare-dose-rate-new", "0.9 mg/kg/h");
    requireFigure("compare-flow-rate-new", "63 mL/h");
    requireFigure("change-total", "35 mL, 35 mg");
    assertThat(page.part("change-given")).containsText("mg");
    assertThat(page.part("change-time-left")).containsText("min");
    assertThat(page.part("stop")).isVisible();
    assertThat(page.part("change-back")).isVisible();
    assertThat(page.fits()).as("the read-back of the change fits").isTrue();
    page.readToEnd("screen-readback");
    assertThat(page.part("change-start")).isHidden();
  }

  private void haveTheChangeChecked() {
    page.secondCheck(DemoStaff.NURSE);
    assertThat(page.part("screen-readback")).isVisible();
    page.readToEnd("screen-readback");
    assertThat(page.part("change-start")).isVisible();
    assertThat(page.part("change-start")).isEnabled();
  }

  /** The slope of the truth by its own clock; a reading is at most a microstep of 118 nL off. */
  private static void requireRate(Truth truth, long fromNs, long toNs, double mlPerH) {
    Truth.Moment from = truth.firstFrom(fromNs).orElseThrow();
    Truth.Moment to = truth.firstFrom(toNs).orElseThrow();
    double h = (to.monoNs() - from.monoNs()) / 3.6e12;
    assertThat((to.deliveredNl() - from.deliveredNl()) / 1e6 / h)
        .as("flow rate over %.1f s, mL/h", h * 3_600)
        .isBetween(mlPerH * 0.98, mlPerH * 1.02);
  }

  /** How often the motor came to rest and went on. */
  private static long standstills(Truth truth) {
    List<Truth.Moment> run =
        truth.moments().stream().dropWhile(moment -> !moment.moving()).toList();
    return IntStream.range(1, run.size())
        .filter(i -> run.get(i).moving() && !run.get(i - 1).moving())
        .count();
  }

  @Test
  void aChangeCanBeLeftAtEveryStepAndStopsLikeAnyOrder() throws Exception {
    startUsualOrder();
    page.tap("change-rate");
    page.tap("change-back");
    assertThat(page.part("screen-run")).isVisible();
    page.tap("change-rate");
    page.type("0.9");
    page.tap("key-ok");
    requireChangeReadBack();
    page.tap("change-back");
    assertThat(page.part("screen-change")).isVisible();
    page.type("9");
    assertThat(page.part("key-ok")).isDisabled();
    page.tap("key-clear");
    page.type("0.9");
    page.tap("key-ok");
    requireChangeReadBack();
    new StationClient(demo.stationUrl()).post("pause", Map.of());
    assertThat(page.part("screen-run")).isVisible();
    assertThat(page.part("notice")).containsText("gone on meanwhile");

    page.tap("change-rate");
    page.type("0.9");
    page.tap("key-ok");
    requireChangeReadBack();
    page.tap("stop");
    assertThat(page.part("screen-ended")).isVisible();
    awaitRest();
    requireFigure("ended-title", "Stopped by staff");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void theLineIsPrimedAndThenTheOrderRuns() {
    enterUsualOrder();
    askToPrime("0.5");
    assertThat(page.part("prime-start")).isDisabled();
    page.tap("line-not-connected");
    page.screenshot("priming-read-back");
    page.touchBriefly("prime-start");
    assertThat(page.part("screen-priming")).isVisible();
    assertThat(truth().firstMoving()).as("moved by a mere touch").isEmpty();

    page.hold("prime-start");
    requireFigure("state", "Priming");
    assertThat(page.part("priming-progress")).isVisible();
    page.screenshot("priming");
    assertThat(page.part("screen-order")).isVisible();
    assertThat(page.part("primed-in-all")).hasText("0.5 mL primed");
    awaitRest();
    long primedNl = truth().last().deliveredNl();
    assertThat(primedNl).isBetween(495_000L, 500_000L);

    page.tap("propose");
    requireReadBack();
    page.hold("start");
    requireRunning();
    assertThat(page.part("delivered")).not().hasText("0.5 mL");
    page.tap("stop");
    assertThat(page.part("screen-ended")).isVisible();
    assertThat(page.complaints()).isEmpty();
  }

  private void askToPrime(String ml) {
    page.tap("prime");
    page.tap("prime-" + ml);
    requireFigure("prime-volume", ml + " mL");
    requireFigure("prime-rate", "120 mL/h");
    assertThat(page.part("stop")).isVisible();
    assertThat(page.fits()).as("the priming screen fits").isTrue();
  }

  @Test
  void stopEndsAPriming() {
    enterUsualOrder();
    askToPrime("2");
    page.tap("line-not-connected");
    page.hold("prime-start");
    awaitDelivered(50_000);
    page.tap("stop");
    assertThat(page.part("screen-order")).isVisible();
    awaitRest();
    assertThat(truth().last().deliveredNl()).isLessThan(2_000_000);
    assertThat(page.part("primed-in-all")).containsText("mL primed");
    assertThat(page.complaints()).isEmpty();
  }

  /** The controller dies: the page says so at once, and stays usable. */
  @Test
  void aLostControllerIsShown() {
    enterUsualOrder();
    page.tap("propose");
    requireReadBack();
    page.hold("start");
    requireRunning();
    demo.kill9("executor");
    assertThat(page.part("alarm")).hasAttribute("data-alarm-id", "CONTROLLER_LOST");
    page.screenshot("controller-lost");
  }

  private Truth truth() {
    return Truth.read(demo.truth());
  }

  private void awaitRest() {
    await("the motor rests").atMost(Tenuto.LONG).until(() -> !truth().last().moving());
    long nowNs = System.nanoTime();
    await("and stays there")
        .atMost(Tenuto.LONG)
        .until(() -> truth().last().monoNs() > nowNs + 1_000_000_000L);
    Rest.since(nowNs, demo.truth());
  }
}

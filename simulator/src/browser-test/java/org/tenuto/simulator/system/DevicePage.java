package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tenuto.simulator.demo.DemoStaff;

/** A finger on the device's touchscreen, 800 x 480, in a real browser. */
final class DevicePage implements AutoCloseable {

  /** As a kiosk runs: sounds without having been touched. */
  private static final String KIOSK_SOUND = "--autoplay-policy=no-user-gesture-required";

  private static final int WIDTH = 800;
  private static final int HEIGHT = 480;
  private static final double PATIENCE_MS = 60_000;

  /** Until a hold counts, with what the browser may need to notice. */
  private static final int HELD_AT_MOST_MS = 20_000;

  private final Playwright playwright;
  private final Browser browser;
  private final Page page;
  private final Path screenshots;
  private final List<String> complaints = new ArrayList<>();

  /**
   * Opens the page.
   *
   * @param screenshots folder for {@link #screenshot}
   */
  DevicePage(String url, Path screenshots) {
    this(url, screenshots, List.of(KIOSK_SOUND));
    page.waitForFunction("() => document.body.dataset.screen !== 'waiting'");
    if (part("screen-sign-in").isVisible()) {
      signIn(DemoStaff.ANESTHETIST);
    }
  }

  /** Has a second person check what is read back. */
  void checkedBy(DemoStaff second) {
    tap("second");
    enterPin(second);
    assertThat(part("screen-sign-in")).isHidden();
    assertThat(part("readback-checked-by")).hasText(second.id());
  }

  /**
   * Opens the page in a browser with other flags.
   *
   * @param flags beside the usual ones
   */
  DevicePage(String url, Path screenshots, List<String> flags) {
    this.screenshots = screenshots;
    playwright = Chromium.driver();
    browser = Chromium.launch(playwright, flags);
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setHasTouch(true)
                .setColorScheme(ColorScheme.DARK)); // as in a dim room
    context.setDefaultTimeout(PATIENCE_MS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    context.addInitScript(Ear.SCRIPT);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onResponse(
        response -> {
          if (response.status() >= 500) {
            complaints.add(response.status() + " " + response.url());
          }
        });
    page.navigate(url);
  }

  /** Loses the next so many requests of that path on their way. */
  void loseNext(String path, int times) {
    AtomicInteger left = new AtomicInteger(times);
    page.route(
        "**" + path,
        route -> {
          if (left.getAndDecrement() > 0) {
            route.abort();
          } else {
            route.resume();
          }
        });
  }

  Locator part(String testId) {
    return page.getByTestId(testId);
  }

  /** Until an order of a minute has ended: it takes that long before anybody has to wait. */
  void awaitEnd() {
    assertThat(part("screen-ended")).isVisible(new IsVisibleOptions().setTimeout(3 * PATIENCE_MS));
  }

  /** The banner while this alarm is the first. */
  Locator alarm(String id) {
    return page.locator("[data-testid=alarm][data-alarm-id=" + id + "]");
  }

  void tap(String testId) {
    part(testId).tap();
  }

  /** Chooses one of the choices, turning their pages until it is there. */
  void choose(String id) {
    Locator wanted = part("choice-" + id);
    while (!wanted.isVisible()) {
      tap("choice-more");
    }
    wanted.tap();
  }

  /** Presses a key of a keyboard for so long that it repeats, and lifts it. */
  void holdKey(String key, int repeats) {
    for (int i = 0; i <= repeats; i++) {
      page.keyboard().down(key);
    }
    page.keyboard().up(key);
  }

  /** Presses and lifts keys of a keyboard, one after the other. */
  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  /** Where the keyboard is, by test id. */
  String focused() {
    return (String) page.evaluate("() => document.activeElement?.dataset.testid ?? ''");
  }

  /** Whether where the keyboard is has an outline. */
  boolean showsFocus() {
    return (Boolean)
        page.evaluate(
            "() => getComputedStyle(document.activeElement).outlineStyle === 'solid'"
                + " && parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 3");
  }

  /** The page's own clock is ours from now on; it is loaded anew. */
  void ownClock() {
    page.clock().install();
    page.reload();
  }

  /** Lets so much of the page's own time pass at once, mm:ss. */
  void skip(String time) {
    page.clock().fastForward(time);
  }

  /** What an automatic check holds against the page as it is now. */
  List<String> barriers() {
    return Axe.barriers(page);
  }

  /** Which of the two themes is shown: dark or light. */
  String theme() {
    return (String)
        page.evaluate(
            "() => getComputedStyle(document.body).backgroundColor === 'rgb(13, 18, 23)'"
                + " ? 'dark' : 'light'");
  }

  /** Names of what is shown and cut at its edge. */
  List<?> cut(String selector) {
    return (List<?>)
        page.evaluate(
            "wanted => [...document.querySelectorAll(wanted)].filter(e => e.offsetParent"
                + " && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1"
                + " || e.getBoundingClientRect().bottom > innerHeight))"
                + ".map(e => e.dataset.testid || e.tagName)",
            selector);
  }

  /** What can be used and is smaller than a gloved finger needs, 48 px, or covered. */
  List<String> smallButtons() {
    return Touch.small(page);
  }

  /** Gives every screen as much room as it has beneath an alarm, or all of it. */
  void beneathAlarm(boolean on) {
    Touch.beneathAlarm(page, on);
  }

  /** Signs somebody in at this page, which controls the device from then on. */
  void signIn(DemoStaff who) {
    if (!part("screen-sign-in").isVisible()) {
      tap("who");
    }
    enterPin(who);
    assertThat(part("screen-sign-in")).isHidden();
  }

  /** Has a second person check what is read back. */
  void secondCheck(DemoStaff who) {
    tap("second");
    enterPin(who);
  }

  /** Types words where the keyboard is, else where the page first asks for some. */
  void words(String text) {
    Locator chosen = page.locator("input:focus, textarea:focus");
    Locator first = page.locator("input:visible, textarea:visible").first();
    (chosen.count() > 0 ? chosen : first).fill(text);
  }

  /** Picks somebody and types their PIN. */
  void enterPin(DemoStaff who) {
    tap("person-" + who.id());
    who.pin().chars().forEach(digit -> tap("pin-" + (char) digit));
    tap("pin-ok");
  }

  /** Types a number on the keypad, one key after the other. */
  void type(String number) {
    number.chars().forEach(key -> tap(key == '.' ? "key-point" : "key-" + (char) key));
  }

  /** Keeps a finger on a button until the page takes it, and lifts it. */
  void hold(String testId) {
    Locator button = part(testId);
    assertThat(button).isEnabled();
    button.hover();
    page.mouse().down();
    assertThat(button).isHidden(new IsHiddenOptions().setTimeout(HELD_AT_MOST_MS));
    page.mouse().up();
  }

  /** Presses a hold button for an instant only. */
  void touchBriefly(String testId) {
    part(testId).hover();
    page.mouse().down();
    page.mouse().up();
  }

  /** Address of the page. */
  String url() {
    return page.url();
  }

  /** TCP port of its address. */
  String port() {
    return Integer.toString(URI.create(page.url()).getPort());
  }

  /** Waits until one of these is shown. */
  void awaitEither(String testId, String other) {
    page.locator("[data-testid=%s]:visible, [data-testid=%s]:visible".formatted(testId, other))
        .first()
        .waitFor();
  }

  /** How many points of the station's curve a plot shows. */
  int points(String testId) {
    String points = part(testId).getAttribute("data-points");
    return points == null ? 0 : Integer.parseInt(points);
  }

  /** Fingers without sense on this page. */
  Monkey monkey(long seed) {
    return new Monkey(page, seed);
  }

  /** What this page really plays. */
  Ear ear() {
    return new Ear(page);
  }

  /** Takes the network away from the page, or gives it back. */
  void cutOff(boolean cut) {
    page.context().setOffline(cut);
  }

  void reload() {
    page.reload();
  }

  /** Whether the page fits the screen without scrolling. */
  boolean fits() {
    return (Boolean)
        page.evaluate(
            "() => document.documentElement.scrollWidth <= innerWidth"
                + " && document.documentElement.scrollHeight <= innerHeight");
  }

  /** Scrolls a screen to its end, as one does who reads all of it. */
  void readToEnd(String testId) {
    part(testId).evaluate("screen => screen.scrollTop = screen.scrollHeight");
  }

  void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(screenshots.resolve(name + ".png")));
  }

  /** What the browser's console holds against the page. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    page.navigate(url);
  }

  Locator part(String testId) {
    return page.getByTestId(testId);
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

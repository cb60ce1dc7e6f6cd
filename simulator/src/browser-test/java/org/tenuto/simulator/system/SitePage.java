package org.tenuto.simulator.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at the monitor's page, in a real browser. */
final class SitePage implements AutoCloseable {

  private static final double PATIENCE_MS = 60_000;

  /** Counts the frames the page could have painted, and the longest time without one. */
  private static final String FRAMES =
      """
      () => {
        const seen = { frames: 0, longestMs: 0, lastMs: performance.now() };
        window.seenFrames = seen;
        const frame = (nowMs) => {
          seen.frames += 1;
          seen.longestMs = Math.max(seen.longestMs, nowMs - seen.lastMs);
          seen.lastMs = nowMs;
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }
      """;

  private final Playwright playwright = Chromium.driver();
  private final Browser browser = Chromium.launch(playwright, List.of());
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  SitePage(String url, int width, int height, ColorScheme colours) {
    context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(colours));
    context.setDefaultTimeout(PATIENCE_MS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
    page.navigate(url);
  }

  Locator part(String testId) {
    return page.getByTestId(testId);
  }

  /** Devices that are listed. */
  Locator rows() {
    return part("row");
  }

  /** Devices that are listed and this fresh. */
  Locator rows(String freshness) {
    return page.locator("[data-testid=row][data-fresh=" + freshness + "]");
  }

  /** Types into the filter. */
  void filter(String words) {
    part("filter").fill(words);
  }

  /** Of each row, in the order of the page: 0 to 2 for its alarm's priority, 3 for none. */
  @SuppressWarnings("unchecked") // what the script returns is a list of whole numbers
  List<Integer> priorities() {
    return (List<Integer>)
        page.evaluate(
            """
() => [...document.querySelectorAll('#rows .row')].map((row) => {
  const badge = row.querySelector('.badge');
  return badge ? ['HIGH', 'MEDIUM', 'LOW'].findIndex((p) => badge.classList.contains(p))
    : 3;
})
""");
  }

  void countFrames() {
    page.evaluate(FRAMES);
  }

  /** Frames since they are counted. */
  int frames() {
    return (Integer) page.evaluate("() => window.seenFrames.frames");
  }

  /** Longest time between two of them, ms. */
  double longestFrameMs() {
    return ((Number) page.evaluate("() => window.seenFrames.longestMs")).doubleValue();
  }

  boolean scrollsSideways() {
    return (Boolean)
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** Elements in the whole page that such a selector finds. */
  int elements(String selector) {
    return page.locator(selector).count();
  }

  boolean hasCookies() {
    return !context.cookies().isEmpty();
  }

  void screenshot(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
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

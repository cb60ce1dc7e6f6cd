package org.tenuto.simulator.system;

import com.microsoft.playwright.Page;
import java.util.List;

/** Whether a gloved finger can use what a page shows, also beneath an alarm. */
final class Touch {

  /**
   * What can be used and is smaller than 48 px where it is seen, or covered in its middle. What
   * scrolls is measured whole: a finger brings it to where it is seen.
   */
  private static final String SMALL =
      """
      () => {
        const within = (a, b) => ({
          left: Math.max(a.left, b.left), top: Math.max(a.top, b.top),
          right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) });
        const look = (element) => {
          let seen = element.getBoundingClientRect();
          for (let up = element.parentElement; up; up = up.parentElement) {
            const scrolls = getComputedStyle(up).overflowY === 'auto';
            if (scrolls && up.scrollHeight > up.clientHeight + 1) {
              return { seen: element.getBoundingClientRect(), hit: true };
            }
            const clips = scrolls || getComputedStyle(up).overflowY === 'hidden';
            seen = clips || up.tagName === 'MAIN' ? within(seen, up.getBoundingClientRect()) : seen;
          }
          const top = document.elementFromPoint(
            (seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2);
          return { seen, hit: element.contains(top) };
        };
        return [...document.querySelectorAll('button:enabled, input:enabled, textarea:enabled')]
          .filter((element) => element.offsetParent)
          .map((element) => ({ element, ...look(element) }))
          .map(({ element, seen, hit }) => ({
            name: element.dataset.testid, hit,
            wide: Math.round(seen.right - seen.left), high: Math.round(seen.bottom - seen.top) }))
          .filter(({ wide, high, hit }) => Math.min(wide, high) < 48 || !hit)
          .map(({ name, wide, high, hit }) => `${name} ${wide}x${high}${hit ? '' : ' covered'}`);
      }
      """;

  /** A banner as high as that of an urgent observation beside an alarm of the pump. */
  private static final String BENEATH =
      """
      (on) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`
          #alarm, #pause-audio, #acknowledge { display: flex !important; }
          #acknowledge { align-items: center; }
          #alarm-sign::before { content: "!!!"; }
          #alarm-what::before { content: "Pump line lost: no reading"; }
          #alarm-do::before { content: "Check the pump."; }
          #alarm-more::before { content: "+1: Vital signs are late."; }`);
        document.adoptedStyleSheets = on ? [sheet] : [];
      }
      """;

  private Touch() {}

  /** What is too small or covered, one line each. */
  static List<String> small(Page page) {
    return ((List<?>) page.evaluate(SMALL)).stream().map(String::valueOf).toList();
  }

  /** Makes room for an alarm as the page does, or takes it away. */
  static void beneathAlarm(Page page, boolean on) {
    page.evaluate(BENEATH, on);
    if (on) { // rows to tick are fewer then: once the page has noticed
      page.waitForFunction("() => document.querySelectorAll('.tick').length <= 6");
    }
  }
}

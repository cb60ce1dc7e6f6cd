package org.tenuto.simulator.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tenuto.simulator.demo.DemoStaff;

/**
 * Fingers without sense on the device's page, drawn from a seed: taps, double taps, keys, numbers,
 * PINs, holds, reloads, back. They find their way into an order now and then, because they press
 * what is there.
 */
final class Monkey {

  private static final List<String> NUMBERS =
      List.of("70", "50", "5", "0.5", "40", "10.5.1", "0", "999", "0.9", "1", "25", ".", "007");

  /** By what is asked for: what makes an order that can be read back. */
  private static final Map<String, String> SENSIBLE =
      Map.of(
          "Body weight", "70", "Dose", "0.5", "Time", "40", "Loaded now", "50", "Dose rate", "0.9");

  private static final List<String> SENSIBLE_CHOICES =
      List.of("choice-new", "choice-1", "choice-BD-PLASTIPAK-50");

  private static final List<String> KEYS =
      List.of("Tab", "Enter", " ", "Escape", "Backspace", "Delete", "7", "0", ".", "a", "ArrowDown");

  /** What the page shows that may be pressed: Stop is one of many, and not the most likely. */
  private static final String PRESSABLE =
      "() => [...document.querySelectorAll('button')]"
          + ".filter(b => b.offsetParent && !b.matches(':disabled') && b.dataset.testid)"
          + ".map(b => b.dataset.testid)";

  /** Longer than a hold of 1.5 s. */
  private static final int HELD_MS = 1_800;

  /** Nothing is worth waiting for longer: the page may have gone on meanwhile. */
  private static final double IMPATIENT_MS = 1_000;

  private final Page page;
  private final SplittableRandom random;

  Monkey(Page page, long seed) {
    this.page = page;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Does one thing.
   *
   * @return what it was, for the log
   */
  String act() {
    int dice = random.nextInt(100);
    try {
      if (dice < 35) {
        return press(choose());
      } else if (dice < 75) {
        return goOn();
      } else if (dice < 84) {
        return key();
      } else if (dice < 94) {
        return hold();
      } else if (dice < 98) {
        return doubleTap(choose());
      } else if (dice == 98) {
        page.reload();
        return "reload";
      }
      page.goBack(new Page.GoBackOptions().setTimeout(IMPATIENT_MS));
      page.goForward(new Page.GoForwardOptions().setTimeout(IMPATIENT_MS));
      return "back and forward";
    } catch (PlaywrightException e) {
      return "nothing: " + e.toString().lines().skip(1).findFirst().orElse("").strip();
    }
  }

  /** One of what can be pressed. */
  private String choose() {
    List<?> ids = (List<?>) page.evaluate(PRESSABLE);
    String id = ids.isEmpty() ? "stop" : (String) ids.get(random.nextInt(ids.size()));
    // Stop is always there, and ends what could be found.
    return id.equals("stop") && random.nextInt(10) > 0
        ? (String) ids.get(random.nextInt(ids.size()))
        : id;
  }

  private Locator part(String id) {
    return page.getByTestId(id);
  }

  private String press(String id) {
    part(id).tap(new Locator.TapOptions().setTimeout(IMPATIENT_MS));
    return "tap " + id;
  }

  private String doubleTap(String id) {
    part(id).dblclick(new Locator.DblclickOptions().setTimeout(IMPATIENT_MS));
    return "double tap " + id;
  }

  private String key() {
    String key = KEYS.get(random.nextInt(KEYS.size()));
    page.keyboard().press(key);
    return "key " + key;
  }

  /** What somebody with an order in mind might do: a number, a choice, a PIN, the next button. */
  private String goOn() {
    if (part("keypad").isVisible()) {
      String number = random.nextInt(4) == 0 ? anyNumber() : sensibleNumber();
      page.keyboard().press("Delete");
      page.keyboard().type(number);
      page.keyboard().press("Enter");
      return "number " + number;
    }
    if (part("screen-sign-in").isVisible()) {
      return pin(random.nextInt(5) == 0 ? "135790" : "");
    }
    if (part("screen-readback").isVisible()) {
      part("screen-readback").hover(new Locator.HoverOptions().setTimeout(IMPATIENT_MS));
      page.mouse().wheel(0, 1_000);
      return part("start").isVisible() ? hold() : pick("second", "change-order");
    }
    if (part("choices").isVisible() && !part("propose").isEnabled()) {
      for (String id : SENSIBLE_CHOICES) {
        if (random.nextInt(4) > 0 && part(id).isVisible()) {
          return press(id);
        }
      }
      List<?> ids =
          (List<?>) page.evaluate(PRESSABLE.replace("'button'", "'#choices button, .field'"));
      return press(ids.isEmpty() ? choose() : (String) ids.get(random.nextInt(ids.size())));
    }
    return pick("propose", "line-not-connected", "new-order", "reset", "acknowledge");
  }

  private String anyNumber() {
    return NUMBERS.get(random.nextInt(NUMBERS.size()));
  }

  private String sensibleNumber() {
    return SENSIBLE.getOrDefault(part("entry-name").textContent(), anyNumber());
  }

  /** Whoever comes first of those that are offered, with their PIN or a wrong one. */
  private String pin(String wrong) {
    DemoStaff who =
        part("person-" + DemoStaff.ANESTHETIST.id()).isVisible()
            ? DemoStaff.ANESTHETIST
            : DemoStaff.NURSE;
    press("person-" + who.id());
    for (char digit : (wrong.isEmpty() ? who.pin() : wrong).toCharArray()) {
      press("pin-" + digit);
    }
    press("pin-ok");
    return (wrong.isEmpty() ? "PIN of " : "wrong PIN of ") + who.id();
  }

  private String pick(String... ids) {
    for (String id : ids) {
      if (part(id).isVisible() && part(id).isEnabled()) {
        return press(id);
      }
    }
    return press(choose());
  }

  private String hold() {
    for (String id : List.of("start", "prime-start", "resume", "change-start")) {
      if (part(id).isVisible()) {
        part(id).hover(new Locator.HoverOptions().setTimeout(IMPATIENT_MS));
        page.mouse().down();
        page.waitForTimeout(random.nextInt(3) == 0 ? HELD_MS / 3.0 : HELD_MS);
        page.mouse().up();
        return "hold " + id;
      }
    }
    return press(choose());
  }
}

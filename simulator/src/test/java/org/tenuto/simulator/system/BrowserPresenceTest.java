package org.tenuto.simulator.system;

import org.junit.jupiter.api.Test;

/** Says by name when the browser tests are not run, since without a browser they are not built. */
class BrowserPresenceTest {

  @Test
  void browserTestsRunWithTheSystemTests() {
    Needs.orSkip(built(), "browser tests need /usr/bin/chromium");
  }

  private static boolean built() {
    try {
      Class.forName(BrowserPresenceTest.class.getPackageName() + ".DevicePageBrowserTest");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}

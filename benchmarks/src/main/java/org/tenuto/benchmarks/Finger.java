package org.tenuto.benchmarks;

import java.io.IOException;
import java.util.Map;
import org.tenuto.simulator.demo.StationClient;

/** What presses Stop. One thread. */
interface Finger {

  /**
   * Presses it.
   *
   * @return when, monotonic ns
   */
  long press() throws IOException, InterruptedException;

  /** A client that posts what the page posts: without a browser's own way to that request. */
  static Finger client(StationClient page) {
    return () -> {
      long pressedNs = System.nanoTime();
      page.post("stop", Map.of());
      return pressedNs;
    };
  }

  /**
   * A touch of a page in a browser, from when the browser took it.
   *
   * @param shown JavaScript: whether the page shows a Stop that can be touched
   */
  static Finger browser(BrowserTab tab, String shown) {
    return () -> {
      tab.toFront();
      tab.await(shown);
      return tab.touch("stop");
    };
  }
}

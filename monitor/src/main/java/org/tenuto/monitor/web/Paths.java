package org.tenuto.monitor.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a device is asked for: its real name, which may hold what is not to be seen. */
final class Paths {

  private Paths() {}

  /** The query of {@code /api/device}. */
  static String of(String site, String device) {
    return "site=" + encoded(site) + "&device=" + encoded(device);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

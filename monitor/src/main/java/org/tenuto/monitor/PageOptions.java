package org.tenuto.monitor;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.tenuto.monitor.web.Site;
import org.tenuto.monitor.web.SiteServer;
import picocli.CommandLine.Option;

/** Whether there is a page, and where it can be reached. */
final class PageOptions {

  private static final int DEFAULT_PORT = 8090;
  private static final int LAST_PORT = 65_535;
  private static final String THIS_COMPUTER = "127.0.0.1";

  @Option(names = "--web", description = "A page of the whole site, for a browser.")
  private boolean web;

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "The page's TCP port, 0 for any free one (default " + DEFAULT_PORT + ").")
  private @Nullable Integer port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = {
        "Where the page can be reached (default " + THIS_COMPUTER + ", from this computer only).",
        "It asks nobody who they are."
      })
  private @Nullable String bind;

  boolean wanted() {
    return web;
  }

  /**
   * Serves the page, if it is wanted, until the process ends.
   *
   * @param out told where it is
   * @throws IllegalArgumentException one line that names what is wrong
   * @throws IOException one line: it can't be served there
   */
  void open(Site site, PrintWriter out) throws IOException {
    if (!web) {
      requireUnused();
      return;
    }
    InetAddress address = address();
    SiteServer server = SiteServer.start(address, port(), site, System::nanoTime);
    out.println("monitor: page on " + server.url());
    if (!address.isLoopbackAddress()) {
      out.println("monitor: --bind: whoever reaches this computer sees every device, unasked");
    }
    out.flush();
  }

  private void requireUnused() {
    if (port != null || bind != null) {
      throw new IllegalArgumentException(
          (port == null ? "--bind '" + bind : "--port '" + port) + "': expected only with --web");
    }
  }

  private int port() {
    int chosen = port == null ? DEFAULT_PORT : port;
    if (chosen < 0 || chosen > LAST_PORT) {
      throw new IllegalArgumentException("--port '" + chosen + "': expected 0 to 65535");
    }
    return chosen;
  }

  private InetAddress address() {
    String given = bind == null ? THIS_COMPUTER : bind;
    try {
      return InetAddress.ofLiteral(given);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--bind '" + given + "': expected an address in digits, e.g. 0.0.0.0", e);
    }
  }
}

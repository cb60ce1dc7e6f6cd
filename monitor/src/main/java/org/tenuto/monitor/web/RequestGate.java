package org.tenuto.monitor.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may look: a browser that shows our own page. A name that somebody rebound to this computer
 * fails the Host check, another site's script the Origin check. Immutable.
 */
final class RequestGate {

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
          + "require-trusted-types-for 'script'; trusted-types 'none'";

  private final Set<String> names;
  private final boolean open;

  /**
   * Lets in who uses one of our names with our port.
   *
   * @param open whether it is bound to more than this computer: any address in digits is ours then,
   *     and this computer's own name
   */
  RequestGate(int port, boolean open) {
    this.open = open;
    Set<String> all = new HashSet<>();
    all.add("127.0.0.1:" + port);
    all.add("localhost:" + port);
    all.add("[::1]:" + port);
    if (open) {
      all.add(ownName().toLowerCase(Locale.ROOT) + ":" + port);
    }
    names = Set.copyOf(all);
  }

  private static String ownName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost"; // a computer whose name nobody knows is not asked for by it
    }
  }

  /** First handler of every request. Throws {@link RequestRefused}. */
  void check(Context ctx) {
    harden(ctx);
    String host = ctx.header("Host");
    if (host == null || !isOurs(host.toLowerCase(Locale.ROOT))) {
      throw new RequestRefused(403, "Host is not this computer");
    }
    String origin = ctx.header("Origin");
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      throw new RequestRefused(403, "Origin is another page");
    }
    if (crossSite(ctx.header("Sec-Fetch-Site"))) {
      throw new RequestRefused(403, "Request comes from another site");
    }
    if (!ctx.method().equals(HandlerType.GET)) {
      ctx.header("Allow", "GET");
      throw new RequestRefused(405, "Only GET: nothing can be changed here");
    }
  }

  private boolean isOurs(String host) {
    return names.contains(host) || (open && isAddress(host));
  }

  /** A page of another name can't get hold of ours by an address in digits. */
  private static boolean isAddress(String host) {
    String name = host.replaceFirst(":\\d{1,5}$", "");
    boolean digits = name.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    return digits || name.matches("\\[[0-9a-f:.]{2,45}]");
  }

  /** A link from elsewhere to the page itself is no danger, but it has no business here either. */
  private static boolean crossSite(@Nullable String site) {
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private static void harden(Context ctx) {
    ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), usb=(), serial=()");
    ctx.header("Cache-Control", "no-store");
  }
}

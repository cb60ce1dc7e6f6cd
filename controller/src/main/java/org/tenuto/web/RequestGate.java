package org.tenuto.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may talk to the page: a browser on this device that shows our own page, and nobody else. A
 * name that was rebound to 127.0.0.1 fails the Host check, another site's script the Origin check.
 * Immutable.
 */
final class RequestGate {

  /** Longest body, bytes. */
  static final int BODY_AT_MOST = 16 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(RequestGate.class);

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
          + "require-trusted-types-for 'script'; trusted-types 'none'";

  private final List<String> hosts;

  /** Lets in who uses our own names with this port. */
  RequestGate(int port) {
    hosts = List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
  }

  /** First handler of every request. Throws {@link RequestRefused}. */
  void check(Context ctx) {
    harden(ctx);
    String host = ctx.header("Host");
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      throw refuse("HOST", "Host is not this device: expected " + String.join(", ", hosts));
    }
    String origin = ctx.header("Origin");
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      throw refuse("ORIGIN", "Origin is another page: expected http://" + host);
    }
    if (crossSite(ctx.header("Sec-Fetch-Site"))) {
      throw refuse("ORIGIN", "Request comes from another site: expected this page");
    }
    if (ctx.method().equals(HandlerType.POST)) {
      requireJson(ctx);
    }
  }

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

  /** A body must say that it is JSON and must not say that it is too long. */
  private static void requireJson(Context ctx) {
    long length = ctx.req().getContentLengthLong();
    if (length > BODY_AT_MOST) {
      throw tooLong();
    }
    boolean body = length > 0 || ctx.header("Transfer-Encoding") != null;
    String type = ctx.req().getContentType();
    if (body && !mediaType(type).equals("application/json")) {
      throw new RequestRefused(
          415, "NOT_JSON", "", "Content-Type is not JSON: expected application/json");
    }
  }

  private static String mediaType(@Nullable String contentType) {
    if (contentType == null) {
      return "";
    }
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  /** The body, however it was framed. Throws {@link RequestRefused} 413 if it is too long. */
  static byte[] body(Context ctx) {
    try {
      byte[] body = ctx.req().getInputStream().readNBytes(BODY_AT_MOST + 1);
      if (body.length > BODY_AT_MOST) {
        throw tooLong();
      }
      return body;
    } catch (IOException e) {
      LOG.info("a request's body broke off: {}", e.getMessage());
      throw new RequestRefused(400, "BODY_BROKE_OFF", "", "Body broke off");
    }
  }

  private static RequestRefused tooLong() {
    return new RequestRefused(
        413, "BODY_TOO_LONG", "", "Body is too long: expected at most " + BODY_AT_MOST + " bytes");
  }

  private static RequestRefused refuse(String code, String text) {
    LOG.warn("refused a request: {}", text);
    return new RequestRefused(403, code, "", text);
  }
}

package org.tenuto.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The page itself: a fixed list of files from the jar, read once at start. No path from a request
 * ever reaches a file system. Immutable.
 */
final class PageFiles {

  private static final List<String> NAMES =
      List.of(
          "index.html",
          "icon.svg",
          "tokens.css",
          "page.css",
          "screens.css",
          "priming.css",
          "change.css",
          "session.css",
          "observation.css",
          "staff.css",
          "plot.css",
          "main.js",
          "api.js",
          "left.js",
          "live.js",
          "dom.js",
          "hold.js",
          "idle.js",
          "number.js",
          "keypad.js",
          "change.js",
          "compare.js",
          "observation.js",
          "readings.js",
          "vitals.js",
          "trend.js",
          "order.js",
          "priming.js",
          "program.js",
          "readback.js",
          "session.js",
          "sheet.js",
          "running.js",
          "plot.js",
          "prediction.js",
          "trace.js",
          "theme.js",
          "ended.js",
          "alarms.js",
          "lamp.js",
          "sound.js",
          "seen.js",
          "staff.js",
          "stop.js");

  /** One file, ready to be sent. */
  record PageFile(String contentType, String text) {}

  private final Map<String, PageFile> byPath;

  PageFiles() {
    Map<String, PageFile> files = new HashMap<>();
    for (String name : NAMES) {
      files.put("/" + name, new PageFile(contentType(name), read(name)));
    }
    files.put("/", files.get("/index.html"));
    byPath = Map.copyOf(files);
  }

  Map<String, PageFile> byPath() {
    return byPath;
  }

  private static String read(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("page file " + name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("page file " + name + " can't be read", e);
    }
  }

  private static String contentType(String name) {
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".html" -> "text/html; charset=utf-8";
      case ".svg" -> "image/svg+xml; charset=utf-8";
      case ".css" -> "text/css; charset=utf-8";
      case ".js" -> "text/javascript; charset=utf-8";
      default -> throw new IllegalStateException("page file " + name + ": unknown kind");
    };
  }
}

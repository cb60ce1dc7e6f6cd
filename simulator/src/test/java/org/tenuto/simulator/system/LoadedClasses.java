package org.tenuto.simulator.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every class that a process has loaded, by the log of its JVM ({@code -Xlog:class+load}). */
record LoadedClasses(Set<String> names) {

  /** What may not be in the process that moves the plunger, and by which classes it would show. */
  private static final Map<String, List<String>> FORBIDDEN =
      Map.of(
          "web", List.of("org.tenuto.web.", "io.javalin.", "org.eclipse.jetty."),
          "MQTT", List.of("org.tenuto.telemetry.", "org.eclipse.paho."),
          "SQL", List.of("org.tenuto.journal.", "org.sqlite."),
          "protobuf", List.of("org.tenuto.proto.", "com.google.protobuf."),
          "logback", List.of("ch.qos.logback.", "org.slf4j."),
          "Jackson", List.of("com.fasterxml.jackson."),
          "station", List.of("org.tenuto.station."));

  private static final Pattern LOADED = Pattern.compile("\\] (\\S+) source: ");

  /** What makes a JVM write its log there: a variable that the java command reads. */
  static Map<String, String> logTo(Path log) {
    return Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + log + ":uptime:filecount=0");
  }

  static LoadedClasses read(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return new LoadedClasses(
          lines
              .map(LOADED::matcher)
              .filter(Matcher::find)
              .map(found -> found.group(1))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  /** Which kinds of what may not be there are there. */
  Set<String> forbidden() {
    return FORBIDDEN.entrySet().stream()
        .filter(kind -> kind.getValue().stream().anyMatch(this::anyBelow))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Set<String> kinds() {
    return FORBIDDEN.keySet();
  }

  private boolean anyBelow(String prefix) {
    return names.stream().anyMatch(name -> name.startsWith(prefix));
  }
}

package org.tenuto.simulator.hazard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of every module's tests, to see whether a test that somebody names exists. */
final class TestSources {

  private final Map<String, String> byClass = new HashMap<>();

  /** Reads the tests of every module of a house: of each folder of sources that ends in test. */
  TestSources(Path house) throws IOException {
    for (Path module : folders(house)) {
      for (Path sources : folders(module.resolve("src"))) {
        if (sources.toString().endsWith("test")) {
          readAll(sources);
        }
      }
    }
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).toList();
    }
  }

  private void readAll(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        byClass.merge(name, Files.readString(file), String::concat);
      }
    }
  }

  /** How many test classes there are. */
  int size() {
    return byClass.size();
  }

  /** Whether {@code Class#method} is a test. */
  boolean contain(String test) {
    String[] parts = test.split("#", -1);
    String source = byClass.get(parts[0]);
    return parts.length == 2 && source != null && isTest(parts[1], source);
  }

  /** An annotation that makes a test, and no other method between it and the name. */
  private static boolean isTest(String method, String source) {
    return Pattern.compile(
            "(?s)@(?:Test|ParameterizedTest|RepeatedTest)\\b(?:(?!\\bvoid\\b).)*+\\bvoid "
                + Pattern.quote(method)
                + "\\(")
        .matcher(source)
        .find();
  }
}

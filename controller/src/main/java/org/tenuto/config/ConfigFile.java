package org.tenuto.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/**
 * One TOML file being read. Ask for every key, then call {@link #finish}: it throws with all faults
 * together, keys nobody asked for among them. Until then a faulty key yields its stand-in.
 */
public final class ConfigFile {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Path path;
  private final TomlParseResult toml;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();

  private ConfigFile(Path path, TomlParseResult toml) {
    this.path = path;
    this.toml = toml;
  }

  /** Reads a file; one that is not there or not readable is a fault like any other. */
  public static ConfigFile read(Path path) throws ConfigException {
    if (!Files.isRegularFile(path)) {
      throw new ConfigException(List.of(path + ": no such file, expected a TOML configuration"));
    }
    try {
      TomlParseResult toml = Toml.parse(path);
      if (toml.hasErrors()) {
        // What a broken file does not say is no fault of its own.
        throw new ConfigException(toml.errors().stream().map(e -> path + ": " + e).toList());
      }
      return new ConfigFile(path, toml);
    } catch (IOException e) {
      throw new ConfigException(List.of(path + ": can't be read: " + e.getMessage()));
    }
  }

  /** A text that must be there and not be empty. */
  public String text(String key) {
    Object value = get(key);
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    fault(key, value, "a text");
    return "";
  }

  /** A text, or a default where the key is absent. */
  public String text(String key, String absent) {
    return get(key) == null ? absent : text(key);
  }

  /** A name: 1 to 64 letters, digits, dots, underscores and dashes. */
  public String name(String key) {
    Object value = get(key);
    if (value instanceof String text && NAME.matcher(text).matches()) {
      return text;
    }
    fault(key, value, "1 to 64 letters, digits, '.', '_' or '-'");
    return "";
  }

  /** A file name, taken from the folder of this file where it is relative. */
  public Path path(String key) {
    return path.toAbsolutePath().resolveSibling(text(key)).normalize();
  }

  /** A list of file names, at least one. */
  public List<Path> paths(String key) {
    List<Path> paths = pathsOrNone(key);
    if (paths.isEmpty()) {
      fault(key, get(key), "at least one file name");
    }
    return paths;
  }

  /** A list of file names; none where the key is absent. */
  public List<Path> pathsOrNone(String key) {
    Object value = get(key);
    List<Path> paths = new ArrayList<>();
    if (value instanceof TomlArray array) {
      for (Object item : array.toList()) {
        if (item instanceof String text) {
          paths.add(path.toAbsolutePath().resolveSibling(text).normalize());
        } else {
          fault(key, item, "a file name");
        }
      }
    } else if (value != null) {
      fault(key, value, "a list of file names");
    }
    return paths;
  }

  /** A whole number within bounds, or a default where the key is absent. */
  public int integer(String key, int low, int high, int absent) {
    Object value = get(key);
    if (value == null) {
      return absent;
    }
    if (value instanceof Long number && number >= low && number <= high) {
      return number.intValue();
    }
    fault(key, value, "a whole number from " + low + " to " + high);
    return absent;
  }

  /** A power of 2 from 1 on, or a default where the key is absent. */
  public int powerOfTwo(String key, int high, int absent) {
    Object value = get(key);
    if (value == null) {
      return absent;
    }
    if (value instanceof Long number
        && number >= 1
        && number <= high
        && Long.bitCount(number) == 1) {
      return number.intValue();
    }
    fault(key, value, "a power of 2 from 1 to " + high);
    return absent;
  }

  /** True or false; it must be there. */
  public boolean flag(String key) {
    Object value = get(key);
    if (value instanceof Boolean flag) {
      return flag;
    }
    fault(key, value, "true or false");
    return false;
  }

  /** True or false, or a default where the key is absent. */
  public boolean flag(String key, boolean absent) {
    return get(key) == null ? absent : flag(key);
  }

  /** One of several words. */
  public String oneOf(String key, Set<String> words) {
    Object value = get(key);
    if (value instanceof String text && words.contains(text)) {
      return text;
    }
    fault(key, value, "one of " + String.join(", ", words.stream().sorted().toList()));
    return "";
  }

  /** A list of words out of several, or a default where the key is absent. */
  public Set<String> words(String key, Set<String> words, Set<String> absent) {
    Object value = get(key);
    if (value == null) {
      return absent;
    }
    Set<String> chosen = new HashSet<>();
    List<Object> given = value instanceof TomlArray array ? array.toList() : List.of(value);
    for (Object one : given) {
      if (one instanceof String word && words.contains(word)) {
        chosen.add(word);
      } else {
        fault(key, one, "words out of " + String.join(", ", words.stream().sorted().toList()));
      }
    }
    return chosen;
  }

  /** Refuses the value of a key for what stands under another. */
  public void refuse(String key, String expected) {
    fault(key, get(key), expected);
  }

  /** Ends the reading: throws if there was any fault or any key that nobody asked for. */
  public void finish() throws ConfigException {
    for (String key : toml.dottedKeySet()) {
      if (!asked.contains(key)) {
        fault(key, toml.get(key), "no such key");
      }
    }
    if (!faults.isEmpty()) {
      throw new ConfigException(faults);
    }
  }

  private @Nullable Object get(String key) {
    asked.add(key);
    return toml.get(key);
  }

  private void fault(String key, @Nullable Object value, String expected) {
    faults.add(
        path
            + ": "
            + key
            + " = "
            + (value == null ? "(absent)" : value)
            + ": expected "
            + expected);
  }
}

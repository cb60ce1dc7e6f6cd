package org.tenuto.dose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.QuantityFormatException;
import org.tenuto.quantity.Quoted;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * One table of a signed file, read key by key. Whatever is wrong is added to the faults and
 * reading goes on with a stand-in, so that one load lists every fault; a file with a fault never
 * becomes a library, so no stand-in is ever used.
 */
public final class LibraryTable {

  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern ID = Pattern.compile("[A-Z0-9][A-Z0-9/._-]{0,31}");

  private final String file;
  private final String path;
  private final TomlTable table;
  private final List<LibraryFault> faults;
  private final Set<String> read = new HashSet<>();
  private final List<LibraryTable> children = new ArrayList<>();
  private boolean sound = true;

  LibraryTable(String file, String path, TomlTable table, List<LibraryFault> faults) {
    this.file = file;
    this.path = path;
    this.table = table;
    this.faults = faults;
  }

  /** Reads a quantity's text. */
  interface Reader<T> {
    /**
     * Reads it.
     *
     * @throws QuantityFormatException if the text is not such a quantity
     */
    T read(String what, String text);
  }

  /** A text that is not blank. */
  public String text(String key) {
    if (value(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    fault(key, "a text that is not blank");
    return "?";
  }

  /** An id: upper-case letters, digits and {@code / . _ -}, at most 32. */
  public String id(String key) {
    if (value(key) instanceof String text && ID.matcher(text).matches()) {
      return text;
    }
    fault(key, "1 to 32 upper-case letters, digits, / . _ or -");
    return "?";
  }

  /** A whole number that must have exactly this value. */
  public void exactly(String key, long expected) {
    require(value(key) instanceof Long found && found == expected, key, Long.toString(expected));
  }

  /** A whole number within these bounds, both inclusive. */
  public long whole(String key, long lowest, long highest) {
    if (value(key) instanceof Long found && found >= lowest && found <= highest) {
      return found;
    }
    fault(key, "a whole number from " + lowest + " to " + highest);
    return lowest;
  }

  /** True or false. */
  public boolean flag(String key) {
    if (value(key) instanceof Boolean flag) {
      return flag;
    }
    fault(key, "true or false");
    return false;
  }

  /** One of the names of an enum's constants. */
  public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
    E[] all = type.getEnumConstants();
    if (value(key) instanceof String text) {
      for (E one : all) {
        if (one.name().equals(text)) {
          return one;
        }
      }
    }
    fault(key, "one of " + Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", ")));
    return all[all.length - 1];
  }

  /** A list of at least one text that is not blank. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    if (value(key) instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof String text && !text.isBlank()) {
          texts.add(text);
        }
      }
      if (!texts.isEmpty() && texts.size() == array.size()) {
        return texts;
      }
    }
    fault(key, "a list of texts that are not blank");
    return texts;
  }

  /** A quantity with its unit, as text: TOML's own numbers are binary and have no unit. */
  <T> T quantity(String key, Reader<T> reader, T standIn) {
    T quantity = quantityOrNull(key, value(key), reader);
    return quantity == null ? standIn : quantity;
  }

  /** A list of at least one quantity, each above the one before. */
  <T extends Comparable<T>> List<T> ascending(String key, Reader<T> reader) {
    List<T> quantities = quantities(key, reader);
    for (int i = 1; i < quantities.size(); i++) {
      boolean rises = quantities.get(i - 1).compareTo(quantities.get(i)) < 0;
      require(rises, key, "each quantity above the one before");
    }
    return quantities;
  }

  /** Two quantities: the lowest and the highest allowed. */
  <T extends Comparable<T>> Bounds<T> bounds(String key, Reader<T> reader, T standIn) {
    List<T> two = quantities(key, reader);
    if (two.size() == 2 && two.get(0).compareTo(two.get(1)) < 0) {
      return new Bounds<>(two.get(0), two.get(1));
    }
    fault(key, "two quantities, the lowest and the highest allowed");
    return new Bounds<>(standIn, standIn);
  }

  private <T> List<T> quantities(String key, Reader<T> reader) {
    List<T> quantities = new ArrayList<>();
    if (!(value(key) instanceof TomlArray array) || array.isEmpty()) {
      fault(key, "a list of quantities in quotes, with their unit");
      return quantities;
    }
    for (int i = 0; i < array.size(); i++) {
      T next = quantityOrNull(key, array.get(i), reader);
      if (next != null) {
        quantities.add(next);
      }
    }
    return quantities;
  }

  /** A table of its own; null if the key is absent. */
  @Nullable LibraryTable tableOrNull(String key) {
    return value(key) == null ? null : table(key);
  }

  /** A table of its own. */
  LibraryTable table(String key) {
    if (value(key) instanceof TomlTable found) {
      LibraryTable child = new LibraryTable(file, at(key), found, faults);
      children.add(child);
      return child;
    }
    fault(key, "a table [" + key + "]");
    // Reads on from an empty one: what is missing in it is no news.
    return new LibraryTable(file, at(key), Toml.parse(""), new ArrayList<>());
  }

  /** The tables of an array of tables; none if the key is absent. */
  public List<LibraryTable> tables(String key) {
    List<LibraryTable> tables = new ArrayList<>();
    Object value = value(key);
    if (value == null) {
      return tables;
    }
    if (value instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof TomlTable element) {
          tables.add(new LibraryTable(file, at(key) + "[" + i + "]", element, faults));
        }
      }
      children.addAll(tables);
      require(tables.size() == array.size(), key, "only tables [[" + key + "]]");
    } else {
      fault(key, "tables [[" + key + "]]");
    }
    return tables;
  }

  /** To be called when every known key was read: any other key is a fault. */
  public void done() {
    for (String key : table.keySet()) {
      if (!read.contains(key)) {
        fault(key, "no such key");
      }
    }
  }

  /** Whether nothing was wrong with this table so far, nor with any in it. */
  boolean sound() {
    return sound && children.stream().allMatch(LibraryTable::sound);
  }

  /** Adds a fault of that key unless the condition holds. */
  public void require(boolean condition, String key, String expected) {
    if (!condition) {
      fault(key, expected);
    }
  }

  private <T> @Nullable T quantityOrNull(String key, @Nullable Object value, Reader<T> reader) {
    if (!(value instanceof String text)) {
      fault(key, "a quantity in quotes, with its unit");
      return null;
    }
    try {
      return reader.read(at(key), text);
    } catch (QuantityFormatException e) {
      fault(key, text, e.expected());
      return null;
    }
  }

  private @Nullable Object value(String key) {
    read.add(key);
    return table.get(List.of(key));
  }

  private void fault(String key, String expected) {
    fault(key, shown(key), expected);
  }

  private void fault(String key, String found, String expected) {
    sound = false;
    faults.add(new LibraryFault(file, at(key), found, expected));
  }

  private String shown(String key) {
    Object value = table.get(List.of(key));
    return switch (value) {
      case null -> "missing";
      case TomlArray array -> array.toJson().replaceAll("\\s+", "");
      case TomlTable ignored -> "a table";
      default -> value.toString();
    };
  }

  private String at(String key) {
    // A key of the file's own making is written by anybody: one line, whatever it holds.
    String shown = BARE_KEY.matcher(key).matches() ? key : Quoted.of(key);
    return path.isEmpty() ? shown : path + "." + shown;
  }
}

package org.tenuto.dose;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tenuto.library.ShippedLibrary;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** The shipped figures as they stand in the files, read past the library's own reader. */
final class RawLibrary {

  private final List<TomlTable> drugs = new ArrayList<>();

  RawLibrary() {
    for (String file : List.of("ketamine.toml", "demo.toml")) {
      try (InputStream in = ShippedLibrary.class.getResourceAsStream(file)) {
        byte[] toml = Objects.requireNonNull(in).readAllBytes();
        tables(Toml.parse(new String(toml, StandardCharsets.UTF_8)), "drug").forEach(drugs::add);
      } catch (IOException e) {
        throw new AssertionError(file, e);
      }
    }
  }

  TomlTable drug(String id) {
    return withId(drugs, id);
  }

  static TomlTable protocol(TomlTable drug, String id) {
    return withId(tables(drug, "protocol"), id);
  }

  private static TomlTable withId(List<TomlTable> tables, String id) {
    return tables.stream()
        .filter(table -> id.equals(table.getString("id")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id + " in the files"));
  }

  private static List<TomlTable> tables(TomlTable parent, String key) {
    TomlArray array = Objects.requireNonNull(parent.getArray(key));
    List<TomlTable> tables = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      tables.add(array.getTable(i));
    }
    return tables;
  }

  /** A quantity; times in seconds, all else in its own unit. */
  static Fraction figure(TomlTable table, String key) {
    return figure(Objects.requireNonNull(table.getString(key)));
  }

  /** Lowest (0) or highest (1) of two. */
  static Fraction end(TomlTable table, String key, int end) {
    return figure(Objects.requireNonNull(table.getArray(key)).getString(end));
  }

  static List<Fraction> figures(TomlTable table, String key) {
    TomlArray array = Objects.requireNonNull(table.getArray(key));
    List<Fraction> figures = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      figures.add(figure(array.getString(i)));
    }
    return figures;
  }

  static @Nullable TomlTable tableOrNull(TomlTable table, String key) {
    return table.getTable(key);
  }

  private static Fraction figure(String text) {
    String[] parts = text.split(" ", -1);
    Fraction number = Fraction.of(new BigDecimal(parts[0]));
    return switch (parts[1]) {
      case "h" -> number.times(Fraction.of(3_600));
      case "min" -> number.times(Fraction.of(60));
      default -> number;
    };
  }
}

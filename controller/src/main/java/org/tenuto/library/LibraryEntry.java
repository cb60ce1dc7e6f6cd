package org.tenuto.library;

import java.util.List;

/**
 * A drug, protocol or syringe of a library, laid out for people.
 *
 * @param kind {@code drug}, {@code protocol} or {@code syringe}
 * @param id as in orders
 * @param title name for people
 * @param items in the order of the file
 */
public record LibraryEntry(String kind, String id, String title, List<LibraryItem> items) {

  public LibraryEntry {
    items = List.copyOf(items);
  }

  /** What it is called in reports, e.g. {@code protocol DEP-RACEMIC-40}. */
  public String name() {
    return kind + " " + id;
  }
}

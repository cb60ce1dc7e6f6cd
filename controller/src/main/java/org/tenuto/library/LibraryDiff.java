package org.tenuto.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Evidence;
import org.tenuto.library.LibraryChange.Kind;

/** What a clinical lead must see before one drug library takes the place of another. */
public final class LibraryDiff {

  private final List<LibraryChange> changes = new ArrayList<>();

  private LibraryDiff() {}

  /** Every difference, in the order of the files; empty if they say the same. */
  public static List<LibraryChange> of(DrugLibrary before, DrugLibrary after) {
    LibraryDiff diff = new LibraryDiff();
    diff.plain("library", before.title(), after.title(), Kind.CHANGED);
    diff.each(LibraryOutline.of(before), LibraryOutline.of(after), LibraryEntry::name, diff::entry);
    return List.copyOf(diff.changes);
  }

  /** Something in both, in one only of which the other is null. */
  private interface Pair<T> {
    void compare(String name, @Nullable T before, @Nullable T after);
  }

  private <T> void each(List<T> before, List<T> after, Function<T, String> name, Pair<T> pair) {
    Map<String, T> old = byName(before, name);
    Map<String, T> young = byName(after, name);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(young.keySet());
    names.forEach(each -> pair.compare(each, old.get(each), young.get(each)));
  }

  private static <T> Map<String, T> byName(List<T> list, Function<T, String> name) {
    Map<String, T> map = new LinkedHashMap<>();
    list.forEach(each -> map.put(name.apply(each), each));
    return map;
  }

  private void entry(String name, @Nullable LibraryEntry before, @Nullable LibraryEntry after) {
    if (before == null || after == null) {
      addedOrRemoved(
          name, before == null ? null : before.title(), after == null ? null : after.title());
      return;
    }
    each(
        before.items(),
        after.items(),
        LibraryItem::name,
        (item, old, young) -> item(name + ": " + item, old, young));
  }

  private void item(String where, @Nullable LibraryItem before, @Nullable LibraryItem after) {
    if (before == null || after == null) {
      addedOrRemoved(where, text(before), text(after));
      return;
    }
    each(
        before.figures(),
        after.figures(),
        Figure::name,
        (name, old, young) -> figure(where + ": " + name, old, young));
    plain(where, text(before.evidence()), text(after.evidence()), Kind.EVIDENCE);
    plain(where, before.source(), after.source(), Kind.SOURCE);
  }

  private static @Nullable String text(@Nullable LibraryItem item) {
    return item == null
        ? null
        : String.join(
            ", ",
            item.figures().stream().map(figure -> figure.name() + " " + figure.text()).toList());
  }

  private static String text(@Nullable Evidence evidence) {
    return evidence == null ? "" : evidence.name();
  }

  private void addedOrRemoved(String where, @Nullable String before, @Nullable String after) {
    changes.add(
        new LibraryChange(
            before == null ? Kind.ADDED : Kind.REMOVED,
            where,
            before == null ? "" : before,
            after == null ? "" : after));
  }

  private void figure(String where, @Nullable Figure before, @Nullable Figure after) {
    if (before != null && after != null) {
      if (!before.equals(after)) {
        changes.add(new LibraryChange(meaning(before, after), where, before.text(), after.text()));
      }
    } else if (after != null) {
      changes.add(new LibraryChange(appeared(after), where, "", after.text()));
    } else if (before != null) {
      changes.add(new LibraryChange(gone(before), where, before.text(), ""));
    }
  }

  private static Kind meaning(Figure before, Figure after) {
    boolean more = after.value() > before.value();
    return switch (after.side()) {
      case LOWEST -> more ? Kind.NARROWED : Kind.WIDENED;
      case HIGHEST -> more ? Kind.WIDENED : Kind.NARROWED;
      case ENABLED -> after.text().equals("yes") ? Kind.ENABLED : Kind.DISABLED;
      case ALLOWED, CHECKED, PLAIN -> Kind.CHANGED;
    };
  }

  private static Kind appeared(Figure figure) {
    return switch (figure.side()) {
      case ALLOWED -> Kind.WIDENED;
      case CHECKED -> Kind.NARROWED;
      case LOWEST, HIGHEST, ENABLED, PLAIN -> Kind.ADDED;
    };
  }

  private static Kind gone(Figure figure) {
    return switch (figure.side()) {
      case ALLOWED -> Kind.NARROWED;
      case CHECKED -> Kind.WIDENED;
      case LOWEST, HIGHEST, ENABLED, PLAIN -> Kind.REMOVED;
    };
  }

  private void plain(String where, String before, String after, Kind kind) {
    if (!before.equals(after)) {
      changes.add(new LibraryChange(kind, where, before, after));
    }
  }
}

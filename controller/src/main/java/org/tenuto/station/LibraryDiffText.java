package org.tenuto.station;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.tenuto.library.LibraryChange;

/** The differences of two drug libraries, for people or as JSON. */
@NullMarked
final class LibraryDiffText {

  private LibraryDiffText() {}

  static String text(List<LibraryChange> changes) {
    if (changes.isEmpty()) {
      return "no difference in any figure\n";
    }
    StringBuilder text = new StringBuilder();
    for (LibraryChange change : changes) {
      text.append("%-9s %s: %s%n".formatted(change.kind(), change.where(), values(change)));
    }
    return text.toString();
  }

  private static String values(LibraryChange change) {
    return switch (change.kind()) {
      case ADDED -> change.after();
      case REMOVED -> change.before();
      default -> shown(change.before()) + " -> " + shown(change.after());
    };
  }

  private static String shown(String value) {
    return value.isEmpty() ? "none" : value.strip().replaceAll("\\s+", " ");
  }

  static String json(List<LibraryChange> changes) {
    JsonText json = new JsonText().number("changes", Integer.toString(changes.size()));
    for (LibraryChange change : changes) {
      json.open(change.kind() + " " + change.where())
          .text("kind", change.kind().name())
          .text("where", change.where())
          .text("before", change.before())
          .text("after", change.after())
          .close();
    }
    return json.end();
  }
}

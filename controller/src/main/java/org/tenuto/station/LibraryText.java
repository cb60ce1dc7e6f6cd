package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.library.Figure;
import org.tenuto.library.LibraryEntry;
import org.tenuto.library.LibraryItem;
import org.tenuto.library.LibraryOutline;

/** A whole drug library, for people or as JSON. */
@NullMarked
final class LibraryText {

  private static final int NAME_WIDTH = 20;
  private static final int SOURCE_WIDTH = 76;
  private static final String INDENT = " ".repeat(NAME_WIDTH + 2);
  private static final String LOWEST = " lowest";

  private final DrugLibrary library;
  private final String signer;

  /**
   * @param signer name of the key it is signed with, or {@code none}
   */
  LibraryText(DrugLibrary library, String signer) {
    this.library = library;
    this.signer = signer;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(library.title()).append(", sha256 ").append(library.hash()).append('\n');
    text.append("signed with shipped key: ").append(signer).append('\n');
    for (LibraryEntry entry : LibraryOutline.of(library)) {
      text.append("\n%s  %s%n".formatted(entry.name(), entry.title()));
      entry.items().forEach(item -> append(text, item));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, LibraryItem item) {
    String evidence = item.evidence() == null ? "" : "  [" + item.evidence() + "]";
    String name = ("%-" + NAME_WIDTH + "s").formatted(item.name());
    String first = "  " + name + String.join(" · ", figures(item.figures())) + evidence;
    text.append(first.stripTrailing()).append('\n');
    for (String line : wrapped(item.source())) {
      text.append(INDENT).append(line).append('\n');
    }
  }

  /** Each figure with its name; two bounds as one. */
  private static List<String> figures(List<Figure> figures) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      if (figure.side() == Figure.Side.LOWEST && figure.name().endsWith(LOWEST)) {
        String name = figure.name().substring(0, figure.name().length() - LOWEST.length());
        i++;
        texts.add(name + " " + figure.text() + " to " + figures.get(i).text());
      } else if (figure.side() == Figure.Side.ALLOWED) {
        texts.add(figure.name());
      } else if (figure.side() == Figure.Side.CHECKED) {
        texts.add(figure.text());
      } else {
        texts.add(figure.name() + " " + figure.text());
      }
    }
    return texts;
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > SOURCE_WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** Keyed by entry, item and figure. */
  String json() {
    JsonText json =
        new JsonText()
            .text("title", library.title())
            .text("sha256", library.hash())
            .text("signed_with", signer)
            .open("entries");
    for (LibraryEntry entry : LibraryOutline.of(library)) {
      json.open(entry.name()).text("title", entry.title());
      for (LibraryItem item : entry.items()) {
        json.open(item.name());
        item.figures().forEach(figure -> json.text(key(figure.name()), figure.text()));
        if (item.evidence() != null) {
          json.text("evidence", item.evidence().name());
        }
        if (!item.source().isEmpty()) {
          json.text("source", item.source().strip().replaceAll("\\s+", " "));
        }
        json.close();
      }
      json.close();
    }
    return json.close().end();
  }

  private static String key(String name) {
    return name.replace(' ', '_').toLowerCase(Locale.ROOT);
  }
}

package org.tenuto.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.Evidence;

/**
 * What stands together in a drug library: a limit, a program, a syringe's measures.
 *
 * @param name as its key in the file, e.g. {@code dose_rate}
 * @param figures in the order of the file
 * @param evidence how well it is founded; null where the file says nothing of it
 * @param source where it is from; empty where the entry's own source holds
 */
public record LibraryItem(
    String name, List<Figure> figures, @Nullable Evidence evidence, String source) {

  public LibraryItem {
    figures = List.copyOf(figures);
  }
}

package org.tenuto.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.Cap;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.proto.journal.ReadBack;
import org.tenuto.quantity.PlasmaConcentration;

/**
 * The limits that were in force. The record has only the library's hash: they can be shown if it is
 * that of a library that comes with Tenuto, for then its content is the same.
 */
final class LimitTable {

  private LimitTable() {}

  /** The drug's ceilings; null if the library is not one of ours. */
  static @Nullable Cap<PlasmaConcentration> ceiling(@Nullable ReadBack readBack) {
    DrugEntry drug = readBack == null ? null : drug(readBack);
    return drug == null ? null : drug.ceiling();
  }

  /** Writes them, or why they can't be written. */
  static void write(Html html, ReadBack readBack) {
    html.subheading("Limits in force");
    List<LimitRow> rows = LimitRow.of(readBack);
    if (rows.isEmpty()) {
      html.note(
          "Those of drug library "
              + readBack.getOrder().getLibraryHash()
              + ", which does not come with this version: not shown.");
      return;
    }
    html.table("limits", "of", "soft", "hard", "source");
    for (LimitRow row : rows) {
      html.row("", row.name(), row.soft().text(), row.hard().text(), row.source());
    }
    html.end();
    html.note("A soft limit needs a reason and a second person, a hard one refuses.");
  }

  /** Its drug as the library had it; null if that is not one of ours. */
  static @Nullable DrugEntry drug(ReadBack readBack) {
    for (DrugLibrary one : Ours.LIBRARIES) {
      if (one.hash().equals(readBack.getOrder().getLibraryHash())) {
        return one.drug(readBack.getOrder().getDrugId());
      }
    }
    return null;
  }

  /** Loaded once, when first asked for. */
  private static final class Ours {
    private static final DrugLibrary[] LIBRARIES = {load(false), load(true)};

    private static DrugLibrary load(boolean demo) {
      try {
        return ShippedLibrary.load(demo);
      } catch (LibraryRefusedException e) {
        throw new IllegalStateException("the shipped library is verified by the build", e);
      }
    }
  }
}

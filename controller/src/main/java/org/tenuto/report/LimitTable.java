package org.tenuto.report;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.Cap;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.Limit;
import org.tenuto.dose.Protocol;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.proto.journal.ReadBack;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.DrugAmount;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.InfusionTime;
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
    DrugEntry drug = drug(readBack);
    Protocol protocol = drug == null ? null : drug.protocol(readBack.getOrder().getProtocolId());
    if (drug == null || protocol == null) {
      html.note(
          "Those of drug library "
              + readBack.getOrder().getLibraryHash()
              + ", which does not come with this version: not shown.");
      return;
    }
    html.table("limits", "of", "soft", "hard", "source");
    limit(html, "dose of the order", protocol.dose(), DosePerWeight::text);
    limit(html, "dose rate", protocol.doseRate(), DoseRate::text);
    if (protocol.bolus() != null) {
      limit(html, "dose of a bolus", protocol.bolus().dose(), DosePerWeight::text);
      limit(html, "dose rate of a bolus", protocol.bolus().rate(), DoseRate::text);
    }
    limit(html, "infusion time", protocol.time(), InfusionTime::text);
    cap(html, "drug of the order", protocol.total(), DrugAmount::text);
    cap(html, "dose of the session", protocol.session(), DosePerWeight::text);
    cap(html, "dose of 24 h", protocol.day(), DosePerWeight::text);
    limit(html, "body weight", drug.weight(), BodyWeight::text);
    limit(html, "flow rate", drug.flow(), FlowRate::text);
    cap(html, "predicted concentration", drug.ceiling(), PlasmaConcentration::text);
    html.end();
    html.note("A soft limit needs a reason and a second person, a hard one refuses.");
  }

  private static <T extends Comparable<T>> void limit(
      Html html, String name, Limit<T> limit, Function<T, String> text) {
    html.row(
        "",
        name,
        text.apply(limit.soft().lowest()) + " to " + text.apply(limit.soft().highest()),
        text.apply(limit.hard().lowest()) + " to " + text.apply(limit.hard().highest()),
        limit.source());
  }

  private static <T extends Comparable<T>> void cap(
      Html html, String name, Cap<T> cap, Function<T, String> text) {
    html.row(
        "",
        name,
        "at most " + text.apply(cap.soft()),
        "at most " + text.apply(cap.hard()),
        cap.source());
  }

  private static @Nullable DrugEntry drug(ReadBack readBack) {
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

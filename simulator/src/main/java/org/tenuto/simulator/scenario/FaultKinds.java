package org.tenuto.simulator.scenario;

import java.io.PrintWriter;
import java.util.Locale;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.Span;

/** Every kind of fault with its meaning, for people. */
final class FaultKinds {

  private FaultKinds() {}

  static void print(PrintWriter out) {
    for (FaultKind kind : FaultKind.values()) {
      out.printf(
          Locale.ROOT,
          "%-24s %-8s %-8s %s (%s)%n",
          kind.text(),
          kind.boundary().name().toLowerCase(Locale.ROOT),
          kind.span() == Span.LASTING ? "lasting" : "at once",
          kind.meaning(),
          kind.unit().range());
    }
  }
}

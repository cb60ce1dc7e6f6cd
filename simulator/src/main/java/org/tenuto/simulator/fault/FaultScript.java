package org.tenuto.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that goes wrong in one session, by time. Immutable. */
public record FaultScript(List<Fault> faults) {

  /** Nothing goes wrong. */
  public static final FaultScript EMPTY = new FaultScript(List.of());

  /** Sorts them. */
  public FaultScript {
    faults = faults.stream().sorted().toList();
  }

  /**
   * Reads faults joined by {@code ;}, in any order; empty text is an empty script.
   *
   * @throws IllegalArgumentException with one line that names the fault and what was expected
   */
  public static FaultScript parse(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    return new FaultScript(Stream.of(text.split(";", -1)).map(Fault::parse).toList());
  }

  /** The same script but for one fault, to find out which of them matter. */
  public FaultScript without(int index) {
    List<Fault> rest = new ArrayList<>(faults);
    rest.remove(index);
    return new FaultScript(rest);
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return faults.stream().map(Fault::text).collect(Collectors.joining(";"));
  }

  @Override
  public String toString() {
    return text();
  }
}

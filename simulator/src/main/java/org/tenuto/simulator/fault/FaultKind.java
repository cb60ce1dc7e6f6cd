package org.tenuto.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What goes wrong. */
public enum FaultKind {
  /** The line is cut; the pump lives on, alone. */
  LINE_CUT,
  /** A cut line is there again, as a new one; the pump knows nothing of it. */
  LINE_BACK,
  /** The pump hears, and no longer replies. */
  MUTE,
  /** The pump neither hears nor replies. */
  DEAF,
  /** The plunger is blocked; the motor stalls at its next step. */
  STALL,
  /** The pump loses power for an instant. */
  RESET;

  static @Nullable FaultKind of(String name) {
    for (FaultKind kind : values()) {
      if (kind.text().equals(name)) {
        return kind;
      }
    }
    return null;
  }

  static String all() {
    return Arrays.stream(values()).map(FaultKind::text).collect(Collectors.joining(", "));
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

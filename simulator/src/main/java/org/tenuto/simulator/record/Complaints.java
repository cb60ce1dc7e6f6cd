package org.tenuto.simulator.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tenuto.simulator.oracle.Violation;

/** What was found wrong: of each check the first. One session, one thread. */
public final class Complaints {

  private final Map<String, Violation> found = new LinkedHashMap<>();
  private long nowNs;

  /** It is that late. */
  void at(long now) {
    nowNs = now;
  }

  /**
   * Something is wrong.
   *
   * @param check who found it
   * @param text one line
   */
  void add(Object check, String text) {
    String name = check.getClass().getSimpleName();
    found.putIfAbsent(name, new Violation(name, nowNs, text));
  }

  /** Tells what was found. */
  void tell(Consumer<Violation> to) {
    found.values().forEach(to);
  }
}

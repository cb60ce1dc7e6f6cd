package org.tenuto.simulator.fault;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong. Written {@code serial-loss@83s+2s:30}: kind, when, for how long, how
 * much.
 *
 * @param atNs when it begins, ns since the session began
 * @param forNs how long it stays, ns; 0 for what is over at once
 * @param size how much, in the kind's own unit and range; 0 for a kind without
 */
public record Fault(FaultKind kind, long atNs, long forNs, long size) implements Comparable<Fault> {

  private static final String EXPECTED =
      "expected KIND@AT+FOR:SIZE, e.g. serial-loss@83s+2s:30 (ns, us, ms, s or min)";

  private static final Pattern FORM =
      Pattern.compile(
          "([a-z-]+)@(" + FaultTime.FORM + ")(?:\\+(" + FaultTime.FORM + "))?(?::(-?\\d{1,9}))?");

  private static final Comparator<Fault> BY_TIME =
      Comparator.comparingLong(Fault::atNs)
          .thenComparing(Fault::kind)
          .thenComparingLong(Fault::forNs)
          .thenComparingLong(Fault::size);

  /**
   * Checks it against its kind.
   *
   * @throws IllegalArgumentException with one line that names the value and what was expected
   */
  public Fault {
    boolean lasting = kind.span() == Span.LASTING;
    if (atNs < 0 || forNs < 0 || atNs > Long.MAX_VALUE - forNs) {
      throw refused(kind, "begins at " + atNs + " ns for " + forNs + " ns", "times from 0 on");
    }
    if (lasting != forNs > 0) {
      String expected = lasting ? "a time that it stays, e.g. +2s" : "none, it is over at once";
      throw refused(kind, "stays " + FaultTime.text(forNs), expected);
    }
    if (!kind.unit().allows(size)) {
      throw refused(kind, "size " + size, kind.unit().range());
    }
  }

  /**
   * Reads one fault.
   *
   * @throws IllegalArgumentException with one line that names the value and what was expected
   */
  public static Fault parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("fault '" + text + "': " + EXPECTED);
    }
    FaultKind kind = FaultKind.of(matcher.group(1));
    if (kind == null) {
      throw new IllegalArgumentException(
          "fault '" + text + "': unknown kind, expected one of " + FaultKind.all());
    }
    String size = matcher.group(4);
    try {
      return new Fault(
          kind,
          FaultTime.parse(matcher.group(2)),
          timeOrNone(matcher.group(3)),
          size == null ? 0 : Long.parseLong(size));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "fault '" + text + "': expected times in whole ns, at most 292 years", e);
    }
  }

  private static long timeOrNone(@Nullable String text) {
    return text == null ? 0 : FaultTime.parse(text);
  }

  private static IllegalArgumentException refused(FaultKind kind, String found, String expected) {
    return new IllegalArgumentException(
        "fault '" + kind.text() + "': " + found + ", expected " + expected);
  }

  /** When it is over, ns since the session began. */
  public long endNs() {
    return atNs + forNs;
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return kind.text()
        + "@"
        + FaultTime.text(atNs)
        + (forNs == 0 ? "" : "+" + FaultTime.text(forNs))
        + (size == 0 ? "" : ":" + size);
  }

  /** By time, then by kind. */
  @Override
  public int compareTo(Fault other) {
    return BY_TIME.compare(this, other);
  }

  @Override
  public String toString() {
    return text();
  }
}

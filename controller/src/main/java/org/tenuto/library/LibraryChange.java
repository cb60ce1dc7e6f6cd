package org.tenuto.library;

/**
 * One difference between two drug libraries.
 *
 * @param kind what it means
 * @param where the figure, e.g. {@code protocol DEP-RACEMIC-40: dose: hard highest}
 * @param before as it was; empty if it was not there
 * @param after as it is; empty if it is no more
 */
public record LibraryChange(Kind kind, String where, String before, String after) {

  /** What a difference means. */
  public enum Kind {
    /** A drug, protocol, syringe or limit that was not there. */
    ADDED,
    /** One that is no more. */
    REMOVED,
    /** More may be given, or less is checked. */
    WIDENED,
    /** Less may be given, or more is checked. */
    NARROWED,
    /** Could not be ordered, and can. */
    ENABLED,
    /** Could be ordered, and can't. */
    DISABLED,
    /** Is founded otherwise. */
    EVIDENCE,
    /** Is from elsewhere. */
    SOURCE,
    /** Any other figure or name. */
    CHANGED
  }
}

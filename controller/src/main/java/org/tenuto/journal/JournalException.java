package org.tenuto.journal;

/** The record could not be kept or read: no new infusion may start, a running one is to stop. */
public final class JournalException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public JournalException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public JournalException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why. */
  public enum Reason {
    /** No such file. */
    MISSING,
    /** There is a file, and it is something else. */
    NOT_A_JOURNAL,
    /** Another process appends to it. */
    IN_USE,
    DISK_FULL,
    READ_ONLY,
    /** The file is damaged or its chain broken. */
    CORRUPT,
    /** The disk failed, or something not foreseen. */
    IO
  }
}

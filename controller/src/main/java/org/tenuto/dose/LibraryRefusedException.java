package org.tenuto.dose;

import java.util.List;
import java.util.stream.Collectors;

/** A drug library that may not be used, with everything that was found wrong with it. */
public final class LibraryRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<LibraryFault> faults;

  LibraryRefusedException(List<LibraryFault> faults) {
    super(faults.stream().map(LibraryFault::text).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** Everything found wrong, at least one; the message has one line for each. */
  public List<LibraryFault> faults() {
    return faults;
  }
}

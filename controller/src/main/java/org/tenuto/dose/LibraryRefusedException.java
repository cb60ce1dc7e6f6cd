package org.tenuto.dose;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A drug library that may not be used, with everything that was found wrong with it. */
public final class LibraryRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<LibraryFault> faults;

  LibraryRefusedException(List<LibraryFault> faults) {
    super(faults.stream().map(LibraryFault::text).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** One line for each fault. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** Everything found wrong, at least one. */
  public List<LibraryFault> faults() {
    return faults;
  }
}

package org.tenuto.dose;

/** How well the numbers of a protocol or a limit are founded. */
public enum Evidence {
  /** Located in the named source. */
  SOURCED,
  /** Located only in a text about the named source. */
  SECONDARY,
  /** An engineering proposal; a clinical lead must own it. */
  PROPOSED,
  /** From memory, source not opened: can't be ordered. */
  UNVERIFIED
}

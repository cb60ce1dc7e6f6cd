package org.tenuto.dose;

/** How well the numbers of a protocol are founded. */
public enum Evidence {
  /** Located in the named source. */
  SOURCED,
  /** An engineering proposal; a clinical lead must own it. */
  PROPOSED,
  /** From memory, source not opened: can't be ordered. */
  UNVERIFIED
}

package org.tenuto.dose;

import org.tenuto.quantity.Quoted;

/**
 * One thing wrong with a library file.
 *
 * @param file file name
 * @param key where in the file, e.g. {@code drug[0].protocol[1].dose}; the thing as a whole else
 * @param value what was found
 * @param expected what should have been there
 */
public record LibraryFault(String file, String key, String value, String expected) {

  /** One line for a person. */
  public String text() {
    return file + ": " + key + " " + Quoted.of(value) + ": expected " + expected;
  }
}

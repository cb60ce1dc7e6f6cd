package org.tenuto.station;

import org.tenuto.config.CommandRunner;

/** {@code tenuto library}: the drug library at the command line. */
public final class LibraryMain {

  private LibraryMain() {}

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new LibraryCommand(), args));
  }
}

package org.tenuto.station;

import org.tenuto.config.CommandRunner;

/** {@code tenuto journal}: the record of a device, checked or shown. */
public final class JournalMain {

  private JournalMain() {}

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new JournalCommand(), args));
  }
}

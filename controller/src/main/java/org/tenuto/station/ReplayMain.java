package org.tenuto.station;

import org.tenuto.config.CommandRunner;

/** {@code tenuto replay}: the executors of a record once more. */
public final class ReplayMain {

  private ReplayMain() {}

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new ReplayCommand(), args));
  }
}

package org.tenuto.simulator.accuracy;

import org.tenuto.config.CommandRunner;

/** {@code tenuto accuracy}: the accuracy test of IEC 60601-2-24 on the simulated system. */
public final class AccuracyMain {

  private AccuracyMain() {}

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new AccuracyCommand(), args));
  }
}

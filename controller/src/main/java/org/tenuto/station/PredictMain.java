package org.tenuto.station;

import org.tenuto.config.CommandRunner;

/** {@code tenuto predict}: what population models predict for a program, on paper. */
public final class PredictMain {

  private PredictMain() {}

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new PredictCommand(), args));
  }
}

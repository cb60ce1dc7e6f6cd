package org.tenuto.report;

import org.tenuto.config.CommandRunner;

/** {@code tenuto report}: one order of a record on paper. */
public final class ReportMain {

  private ReportMain() {}

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new ReportCommand(), args));
  }
}

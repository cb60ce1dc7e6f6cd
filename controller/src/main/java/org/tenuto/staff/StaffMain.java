package org.tenuto.staff;

import org.tenuto.config.CommandRunner;

/** {@code tenuto staff}: the register of staff. */
public final class StaffMain {

  private StaffMain() {}

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new StaffCommand(), args));
  }
}

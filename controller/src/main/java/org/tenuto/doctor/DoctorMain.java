package org.tenuto.doctor;

import org.tenuto.config.CommandRunner;

/** {@code tenuto doctor}: what this board can hold. */
public final class DoctorMain {

  private DoctorMain() {}

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new DoctorCommand(), args));
  }
}

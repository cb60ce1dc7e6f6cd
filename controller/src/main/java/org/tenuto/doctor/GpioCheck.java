package org.tenuto.doctor;

import java.util.List;

/** The board's GPIO chips, where an e-stop line would be read. */
record GpioCheck(KernelFiles files) implements Check {

  private static final String THING = "GPIO";

  @Override
  public Finding look() {
    List<String> chips = files.names("dev", "gpiochip*");
    return chips.isEmpty()
        ? Finding.degraded(
            THING,
            "no /dev/gpiochip*",
            "No e-stop line can be read: --bench only, with nothing connected.")
        : Finding.ok(THING, "/dev/" + String.join(", /dev/", chips));
  }
}

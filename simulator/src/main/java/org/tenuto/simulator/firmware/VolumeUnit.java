package org.tenuto.simulator.firmware;

/** Units of volumes, named as on the line. */
enum VolumeUnit {
  UL(1),
  ML(1_000);

  private static final long UL_UP_TO_UM = 14_000;

  /** One thousandth of the unit, nL. */
  final long milliNl;

  VolumeUnit(long milliNl) {
    this.milliNl = milliNl;
  }

  /** What the pump chooses for a syringe: µL up to 14.00 mm, mL above. */
  static VolumeUnit defaultFor(long diameterUm) {
    return diameterUm <= UL_UP_TO_UM ? UL : ML;
  }
}

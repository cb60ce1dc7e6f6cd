package org.tenuto.simulator.virtual;

/**
 * What kind of pump a device has, and what is loaded.
 *
 * @param sensing whether the pump has sensors for pressure, air and plunger; an NE-1000 has none
 * @param widerUm by how much the loaded barrel is wider than the one that is ordered, µm
 */
public record Load(boolean sensing, long widerUm) {

  /** As it is on the bench: an NE-1000 with the syringe that is ordered. */
  public static final Load USUAL = new Load(false, 0);
}

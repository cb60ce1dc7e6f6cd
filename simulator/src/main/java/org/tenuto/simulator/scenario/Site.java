package org.tenuto.simulator.scenario;

import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.simulator.virtual.DeviceParts;
import org.tenuto.simulator.virtual.PumpKind;

/**
 * What all sessions share and none changes: the drug library, read and verified once, and what
 * devices are built of. Any thread.
 */
public record Site(DrugLibrary library, DeviceParts device) {

  /** With the drug libraries that are shipped, the one for demonstrations among them. */
  public static Site shipped() {
    return shipped(PumpKind.NE1000);
  }

  /** The same with devices that drive another pump. */
  public static Site shipped(PumpKind pump) {
    try {
      DrugLibrary library = ShippedLibrary.load(true);
      return new Site(library, DeviceParts.of(library, pump));
    } catch (LibraryRefusedException e) {
      throw new IllegalStateException("the shipped library is verified by the build", e);
    }
  }
}

package org.tenuto.dose;

import java.math.BigDecimal;
import org.tenuto.quantity.Volume;
import org.tenuto.quantity.WardUnit;

/** Reads one syringe of a library file. */
final class SyringeReader {

  private static final int UM_PER_MM_POWER = 3;

  private SyringeReader() {}

  static Syringe read(LibraryTable table) {
    String id = table.id("id");
    String name = table.text("name");
    BigDecimal diameterMm = table.quantity("inner_diameter", WardUnit.MM::parse, BigDecimal.ZERO);
    Volume capacity = table.quantity("capacity", Volume::parse, new Volume(0));
    boolean approximate = table.flag("approximate");
    String source = table.text("source");
    if (table.sound()) {
      table.require(diameterMm.signum() > 0, "inner_diameter", "more than 0 mm");
      table.require(capacity.nl() > 0, "capacity", "more than 0 mL");
    }
    table.done();
    int diameterUm = diameterMm.movePointRight(UM_PER_MM_POWER).intValueExact();
    return new Syringe(id, name, diameterUm, capacity, approximate, source);
  }
}

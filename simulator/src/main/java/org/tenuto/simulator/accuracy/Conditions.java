package org.tenuto.simulator.accuracy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.tenuto.quantity.Volume;
import org.tenuto.simulator.parameter.Parameter;
import org.tenuto.simulator.world.Barrel;
import org.tenuto.simulator.world.Drive;
import org.tenuto.simulator.world.Line;

/**
 * What is tested, and how.
 *
 * @param specimen pump, syringe and line
 * @param purge what the pump pushes into the open line before it is connected, 0 for nothing
 * @param backPressureMmHg what the line's end is put above or below the vein by, mmHg
 */
record Conditions(Specimen specimen, Volume purge, int backPressureMmHg) {

  /** A number of the world, as it was. */
  record Setting(Parameter parameter, double value) {}

  /** Every number of pump, syringe and line. */
  List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    add(settings, Drive.PARAMETERS, specimen.drive());
    add(settings, Barrel.PARAMETERS, specimen.barrel());
    add(settings, Line.PARAMETERS, specimen.line());
    return settings;
  }

  /** The world lists the parameters of a part in the order of its components. */
  private static void add(List<Setting> settings, List<Parameter> parameters, Record part) {
    RecordComponent[] components = part.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      settings.add(new Setting(parameters.get(i), value(part, components[i])));
    }
  }

  private static double value(Record part, RecordComponent component) {
    try {
      return ((Number) component.getAccessor().invoke(part)).doubleValue();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + ": can't be read", e);
    }
  }
}

package org.tenuto.simulator.world;

import java.util.List;
import java.util.Locale;
import org.tenuto.simulator.firmware.StepperMotor;
import org.tenuto.simulator.parameter.Parameter;
import org.tenuto.simulator.patient.Effects;
import org.tenuto.simulator.patient.Kinetics;
import org.tenuto.simulator.patient.VitalSigns;
import org.tenuto.simulator.patient.Vitality;
import org.tenuto.simulator.power.Battery;
import org.tenuto.simulator.sensor.GaugeKind;

/** {@code docs/world.md} as the code has it. */
final class WorldDoc {

  private static final String HEAD =
      """
      # The simulated world

      Written from the code by `WorldDocTest`; change the code, then:

      ```
      {regenerate}
      ```

      What stands around the pump in the simulator, and every number of it. The model is described
      in the notes of the rooms `world`, `sensor`, `patient`, `power` and `firmware` of the
      simulator. A value out of its range is refused when the part is made; *none* is the value
      that says there is no such thing. Nothing here was measured on a pump, a syringe or a person.

      """;

  private static final String STALL =
      """

      ## A closed line on an NE-1000

      An NE-1000 has no pressure sensor: in a closed line it pushes on until its motor stalls. The
      figures are those of this simulation (its firmware, a primed 50 mL syringe, line closed while
      it delivers, opened after the stall), not of a real pump, and stand on the motor force above,
      which is unverified. With a pressure sensor and the controller's own limit it looks
      different: `OcclusionTest`.

      | flow rate mL/h | compliance mL/bar | stalls after | at mmHg | comes out on release mL |
      |---|---|---|---|---|
      """;

  private static final double PA_PER_MMHG = 133.322;

  private WorldDoc() {}

  /**
   * The whole page.
   *
   * @param howToRegenerate the command that writes it anew
   */
  static String text(String howToRegenerate) {
    StringBuilder page = new StringBuilder(HEAD.replace("{regenerate}", howToRegenerate));
    part(page, "Drive", "", Drive.PARAMETERS);
    part(page, "Syringe", "", Barrel.PARAMETERS);
    part(page, "Line and vein", "", Line.PARAMETERS);
    for (GaugeKind kind : GaugeKind.ALL) {
      String name = kind.text();
      String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      part(page, title, "Shows " + kind.rangeText() + ".\n\n", kind.parameters());
    }
    part(page, "Stepper mechanism", "", StepperMotor.PARAMETERS);
    part(page, "Power", "", Battery.PARAMETERS);
    part(page, "Where the drug goes", "For 70 kg.\n\n", Kinetics.PARAMETERS);
    part(page, "The person", "", Vitality.PARAMETERS);
    part(page, "What the drug does", "", Effects.PARAMETERS);
    part(page, "What nothing explains", "", VitalSigns.PARAMETERS);
    return page.append(STALL.substring(1)).append(stalls()).toString();
  }

  private static void part(
      StringBuilder page, String title, String remark, List<Parameter> parameters) {
    page.append("## ").append(title).append("\n\n").append(remark);
    page.append("| parameter | unit | usual | range | none | origin | note |\n");
    page.append("|---|---|---|---|---|---|---|\n");
    for (Parameter parameter : parameters) {
      row(
          page,
          parameter.name(),
          parameter.unit(),
          Parameter.text(parameter.usual()),
          parameter.rangeText(),
          none(parameter.none()),
          parameter.origin().text(),
          parameter.note());
    }
    page.append('\n');
  }

  private static String none(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return Double.isInfinite(value) ? "∞" : Parameter.text(value);
  }

  private static String stalls() {
    StringBuilder table = new StringBuilder();
    for (String rate : List.of("52.50", "5.250")) {
      for (double compliance : new double[] {0.9, 1.2, 2.1}) {
        ClosedLine run = new ClosedLine(rate, compliance);
        row(
            table,
            Parameter.text(Double.parseDouble(rate)),
            Parameter.text(compliance),
            String.format(Locale.ROOT, "%.1f min", run.stalledAfterS / 60),
            String.format(Locale.ROOT, "%.0f", run.stallPa / PA_PER_MMHG),
            String.format(Locale.ROOT, "%.2f", run.bolusMl));
      }
    }
    return table.toString();
  }

  private static void row(StringBuilder table, String... cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}

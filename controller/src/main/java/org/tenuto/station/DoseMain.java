package org.tenuto.station;

import org.tenuto.config.CommandRunner;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraResolution;

/** {@code tenuto dose}: an order on paper, for the pump the device drives. */
public final class DoseMain {

  private DoseMain() {}

  public static void main(String[] args) {
    var command =
        new DoseCommand(
            syringe -> new NewEraResolution(NewEraModel.NE_1000, syringe.innerDiameterUm()));
    System.exit(CommandRunner.run(command, args));
  }
}

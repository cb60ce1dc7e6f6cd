package org.tenuto.simulator;

import java.io.PrintWriter;
import java.util.Arrays;
import org.tenuto.simulator.fleet.FleetCommand;
import picocli.CommandLine;

/** Starts the simulator as a process of its own. */
public final class SimulatorMain {

  private static final int BAD_USAGE = 2;

  private SimulatorMain() {}

  public static void main(String[] args) {
    CommandLine command = new CommandLine(command(args));
    command.setParameterExceptionHandler(
        (e, arguments) -> {
          PrintWriter err = e.getCommandLine().getErr();
          err.println("simulator: " + e.getMessage() + " (--help shows what there is)");
          err.flush();
          return BAD_USAGE;
        });
    System.exit(command.execute(args));
  }

  /** One pump on a line, or many devices on a broker: they share nothing but their name. */
  private static Object command(String[] args) {
    boolean fleet = Arrays.stream(args).anyMatch(arg -> arg.split("=", 2)[0].equals("--fleet"));
    return fleet ? new FleetCommand() : new SimulatorCommand();
  }
}

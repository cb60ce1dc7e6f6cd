package org.tenuto.simulator;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Starts the simulator as a process of its own. */
public final class SimulatorMain {

  private static final int BAD_USAGE = 2;

  private SimulatorMain() {}

  public static void main(String[] args) {
    CommandLine command = new CommandLine(new SimulatorCommand());
    command.setParameterExceptionHandler(
        (e, arguments) -> {
          PrintWriter err = e.getCommandLine().getErr();
          err.println("simulator: " + e.getMessage() + " (--help shows what there is)");
          err.flush();
          return BAD_USAGE;
        });
    System.exit(command.execute(args));
  }
}

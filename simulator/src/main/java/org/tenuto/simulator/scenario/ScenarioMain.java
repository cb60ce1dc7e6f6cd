package org.tenuto.simulator.scenario;

import ch.qos.logback.classic.Level;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tenuto simulate} and {@code tenuto storm}. */
@Command(
    name = "tenuto",
    subcommands = {SimulateCommand.class, StormCommand.class})
public final class ScenarioMain {

  private static final int BAD_USAGE = 2;

  private ScenarioMain() {}

  public static void main(String[] args) {
    silence();
    System.exit(commandLine().execute(args));
  }

  /** Thousands of stations would log what goes wrong; the trace tells it. */
  private static void silence() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.OFF);
    }
  }

  static CommandLine commandLine() {
    CommandLine command = new CommandLine(new ScenarioMain());
    command.setParameterExceptionHandler(
        (e, arguments) -> {
          PrintWriter err = e.getCommandLine().getErr();
          String name = e.getCommandLine().getCommandName();
          err.println(name + ": " + e.getMessage() + " (--help shows what there is)");
          err.flush();
          return BAD_USAGE;
        });
    return command;
  }
}

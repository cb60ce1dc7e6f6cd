package org.tenuto.config;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a command line: bad usage is one line on standard error and exit code 2. */
public final class CommandRunner {

  /** Of the help, characters: descriptions are broken by hand below it. */
  private static final int HELP_WIDTH = 100;

  private CommandRunner() {}

  /** Runs a picocli command; its exit code. */
  public static int run(Object command, String... args) {
    return new CommandLine(command)
        .setUsageHelpWidth(HELP_WIDTH)
        .setParameterExceptionHandler(
            (bad, given) -> {
              CommandSpec spec = bad.getCommandLine().getCommandSpec();
              bad.getCommandLine()
                  .getErr()
                  .println(spec.name() + ": " + bad.getMessage() + "; try --help");
              return ExitCode.USAGE;
            })
        .execute(args);
  }
}

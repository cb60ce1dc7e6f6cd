package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a benchmark command speaks, and one line for whatever goes wrong; mixed into it. */
@Command // without options of its own: only then picocli takes it as a mixin
public final class Console {

  /** Exit code: could not be measured. */
  static final int FAILED = 1;

  /** Exit code: bad usage or input. */
  static final int BAD_INPUT = 2;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /** What a command does once its options are good. */
  interface Work {

    /** Does it; answers the exit code. */
    int run() throws IOException, InterruptedException;
  }

  /**
   * Refuses, or works.
   *
   * @param refusal what is wrong with the options, one line; null if nothing is
   * @return exit code
   */
  int run(@Nullable String refusal, Work work) {
    if (refusal != null) {
      return complain(BAD_INPUT, refusal);
    }
    try {
      return work.run();
    } catch (IOException e) {
      return complain(FAILED, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return complain(FAILED, "interrupted");
    }
  }

  /** Has figures written if they were asked for; answers the exit code. */
  int written(JsonFile json, Results results) {
    String failure = json.write(results);
    return failure == null ? 0 : complain(BAD_INPUT, failure);
  }

  /** Says in one line what is wrong; answers that exit code. */
  int complain(int code, String what) {
    CommandLine line = line();
    line.getErr().println("bench " + line.getCommandName() + ": " + what);
    line.getErr().flush();
    return code;
  }

  PrintWriter out() {
    return line().getOut();
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}

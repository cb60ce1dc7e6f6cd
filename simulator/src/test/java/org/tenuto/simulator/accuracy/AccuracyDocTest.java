package org.tenuto.simulator.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The runs on the page about the command are what the command prints. */
class AccuracyDocTest {

  private static final Path PAGE = Path.of("..", "docs", "accuracy.md");

  private static final String REGENERATE =
      "./mvnw verify -pl simulator -am -Dtest=AccuracyDocTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dtenuto.regenerate=true";

  /** A command line and all that stands below it in its block. */
  private static final Pattern RUN =
      Pattern.compile("^(\\$ ./tenuto accuracy(.*)\\n)(?s:.*?)^```$", Pattern.MULTILINE);

  @Test
  void everyRunIsWhatTheCommandPrints() throws IOException {
    String page = Files.readString(PAGE);
    String expected =
        RUN.matcher(page)
            .replaceAll(run -> Matcher.quoteReplacement(run.group(1) + printed(run) + "```"));
    if (Boolean.getBoolean("tenuto.regenerate")) {
      Files.writeString(PAGE, expected);
    }

    assertThat(RUN.matcher(page).results().count()).isEqualTo(4);
    assertThat(PAGE)
        .as("to write it anew: %s", REGENERATE)
        .usingCharset(StandardCharsets.UTF_8)
        .hasContent(expected);
  }

  private static String printed(MatchResult run) {
    StringWriter out = new StringWriter();
    String options = run.group(2).strip();
    int code =
        new CommandLine(new AccuracyCommand())
            .setOut(new PrintWriter(out))
            .execute(options.isEmpty() ? new String[0] : options.split(" ", -1));
    assertThat(code).as(options).isZero();
    return out.toString();
  }
}

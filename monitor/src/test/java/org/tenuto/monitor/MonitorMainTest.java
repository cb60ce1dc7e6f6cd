package org.tenuto.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MonitorMainTest {

  @ParameterizedTest
  @CsvSource({
    "--web, not yet",
    "--broker=http://x:1, expected mqtt://host:port",
    "--broker=mqtt://, expected mqtt://host:port",
    "--broker=mqtt://a b, expected mqtt://host:port",
    "--site=a/b, --site 'a/b': expected 1 to 64 letters",
    "--device=#, --device '#': expected 1 to 64 letters",
    "--publish, Unknown option: '--publish'"
  })
  void badInputIsNamedAndExitsWithTwo(String argument, String message) {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new MonitorMain()).setErr(new PrintWriter(err));
    assertThat(command.execute(argument)).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }
}

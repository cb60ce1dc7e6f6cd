package org.tenuto.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FleetCommandTest {

  @ParameterizedTest
  @CsvSource({
    "--fleet=0, '--fleet 0: expected 1 to 2000'",
    "--fleet=2001, '--fleet 2001: expected 1 to 2000'",
    "--fleet=1 --sessions=0, '--sessions 0: expected 1 to 50'",
    "--fleet=1 --clock-spread=-1, '--clock-spread -1.0: expected 0 to 3600 seconds'",
    "--fleet=1 --clock-spread=NaN, '--clock-spread NaN: expected 0 to 3600 seconds'",
    "--fleet=1 --broker=tcp://x, 'broker ''tcp://x'': expected mqtt://host:port'",
    "--fleet=1 --site=a/b, 'site ''a/b'': expected 1 to 64 letters'"
  })
  void badInputIsNamedAndExitsWithTwo(String arguments, String message) {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new FleetCommand()).setErr(new PrintWriter(err));
    assertThat(command.execute(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }
}

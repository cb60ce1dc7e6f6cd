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
    "--port=80, --port '80': expected only with --web",
    "--bind=0.0.0.0, --bind '0.0.0.0': expected only with --web",
    "--web --port=65536, --port '65536': expected 0 to 65535",
    "--web --port=-1, --port '-1': expected 0 to 65535",
    "--web --bind=localhost, --bind 'localhost': expected an address in digits",
    "--web --port=x, --port",
    "--broker=http://x:1, expected mqtt://host:port",
    "--broker=mqtt://, expected mqtt://host:port",
    "--broker=mqtt://a b, expected mqtt://host:port",
    "--broker=mqtts://x:1, '--broker ''mqtts://x:1'': expected --authority, --certificate and --key'",
    "--key=x.pem, certificates go with mqtts:// and with nothing else",
    "--broker=mqtts://x --authority=none.pem --certificate=c --key=k, none.pem: no such file",
    "--site=a/b, --site 'a/b': expected 1 to 64 letters",
    "--device=#, --device '#': expected 1 to 64 letters",
    "--publish, Unknown option: '--publish'"
  })
  void badInputIsNamedAndExitsWithTwo(String arguments, String message) {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new MonitorMain()).setErr(new PrintWriter(err));
    assertThat(command.execute(arguments.split(" (?=--)"))).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }
}

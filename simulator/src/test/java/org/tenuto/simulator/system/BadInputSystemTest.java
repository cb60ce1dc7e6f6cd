package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input to a command: exit code 2 and one line on standard error that names what is wrong. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BadInputSystemTest {

  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo --loud",
        "executor --config x --loud",
        "station --config x --loud",
        "simulator --pty x --loud",
        "monitor --loud",
        "journal --loud",
        "replay x --loud",
        "report --loud",
        "dose --loud",
        "certs --loud",
        "aot --loud",
      })
  void unknownFlag(String line) throws Exception {
    refused("--loud", line.split(" "));
  }

  @Test
  void unknownCommand() throws Exception {
    refused("frobnicate", "frobnicate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"executor", "station"})
  void missingConfigFile(String process) throws Exception {
    String file = dir.resolve("none.toml").toString();
    refused(file, process, "--config", file, "--demo");
  }

  @Test
  void missingPty() throws Exception {
    try (Device device = new Device(dir)) {
      String config = device.executorConfig().toString();
      refused(dir.resolve("pump").toString(), "executor", "--config", config, "--demo");
    }
  }

  @Test
  void aLineThatIsNone() throws Exception {
    try (Device device = new Device(dir)) {
      replace(device.executorConfig(), "\"pump\"", "\"/dev/null\"");
      String config = device.executorConfig().toString();
      refused("/dev/null: is not a serial line", "executor", "--config", config, "--demo");
    }
  }

  @Test
  void unknownKeyInTheExecutorsConfig() throws Exception {
    try (Device device = new Device(dir)) {
      replace(device.executorConfig(), "line =", "baud = 1\nline =");
      String config = device.executorConfig().toString();
      refused("pump.baud = 1: expected a whole number", "executor", "--config", config, "--demo");
    }
  }

  @Test
  void unknownKeyInTheStationsConfig() throws Exception {
    try (Device device = new Device(dir)) {
      replace(device.stationConfig(), "port =", "hort =");
      refused("web.hort", "station", "--config", device.stationConfig().toString(), "--demo");
    }
  }

  @Test
  void aDemoLibraryWithoutADemo() throws Exception {
    try (Device device = new Device(dir)) {
      replace(device.stationConfig(), ", \"drill.toml\"", ""); // one is enough: a line for each
      refused("demo", "station", "--config", device.stationConfig().toString());
    }
  }

  @Test
  void anAlteredDrugLibrary() throws Exception {
    try (Device device = new Device(dir)) {
      replace(dir.resolve("ketamine.toml"), "1.5 mg/kg/h", "9.5 mg/kg/h");
      String config = device.stationConfig().toString();
      refused("ketamine.toml", "station", "--config", config, "--demo");
      device.startSimulator();
      String executor = device.executorConfig().toString();
      refused("ketamine.toml", "executor", "--config", executor, "--demo");
    }
  }

  @Test
  void busyPort() throws Exception {
    try (Device device = new Device(dir);
        ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(busy.getLocalPort());
      replace(device.stationConfig(), "port = 0", "port = " + port);
      refused(port, "station", "--config", device.stationConfig().toString(), "--demo");
    }
  }

  @Test
  void aSecondExecutorOnTheSameLine() throws Exception {
    try (Device device = new Device(dir)) {
      device.startSimulator();
      device.startExecutor();
      String config = device.executorConfig().toString();
      refused("pump", "executor", "--config", config, "--demo");
    }
  }

  @Test
  void aSecondStationOnTheSameJournal() throws Exception {
    try (Device device = new Device(dir)) {
      device.startStation();
      refused("journal.db", "station", "--config", device.stationConfig().toString(), "--demo");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sing@3s", "line-cut", "line-cut@-1s"})
  void badFault(String fault) throws Exception {
    refused(fault, "simulator", "--pty", dir.resolve("pump").toString(), "--fault", fault);
  }

  @Test
  void badBroker() throws Exception {
    refused("nonsense", "monitor", "--broker", "nonsense");
  }

  @Test
  void noJournal() throws Exception {
    refused("none.db", "journal", "verify", dir.resolve("none.db").toString());
  }

  @Test
  void badDose() throws Exception {
    refused(
        "0kg",
        "dose",
        "--weight",
        "0kg",
        "--protocol",
        "DEP-RACEMIC-40",
        "--concentration",
        "1mg/mL");
  }

  private static void replace(Path file, String what, String with) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replace(what, with));
  }

  private void refused(String naming, String... command) throws Exception {
    Tenuto.Ended ended = Tenuto.run(dir, command);
    assertThat(ended.exitCode()).as("%s", ended).isEqualTo(2);
    assertThat(ended.err()).singleElement().asString().contains(naming);
  }
}

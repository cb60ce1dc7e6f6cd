package org.tenuto.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Starts the guest that has real GPIO chips, and in it, with this class path and this JDK, every
 * test named {@code ...OnGpioSim}. Part of -Pgpio-sim alone.
 */
class GpioSimRun {

  private static final Path MODULE = Path.of("").toAbsolutePath();

  @Test
  void everyTestOnGpioSimPasses() throws IOException, InterruptedException {
    Path share = MODULE.resolve("target/gpio-sim");
    List<String> guest = List.of(MODULE + "/src/test/gpio-sim/run", share.toString());
    List<String> java =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-XX:-UsePerfData",
            "-XX:ErrorFile=/mnt/hs_err.log",
            "-Djava.io.tmpdir=/dev/shm",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            absolute(System.getProperty("java.class.path")));
    List<String> tests =
        List.of(
            "org.junit.platform.console.ConsoleLauncher",
            "execute",
            "--scan-classpath=" + MODULE.resolve("target/test-classes"),
            "--include-classname=.*OnGpioSim",
            "--include-engine=junit-jupiter",
            "--fail-if-no-tests",
            "--details=tree",
            "--details-theme=ascii",
            "--disable-ansi-colors",
            "--disable-banner");
    Process process =
        new ProcessBuilder(Stream.of(guest, java, tests).flatMap(List::stream).toList())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(output);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        List.of(classPath.split(File.pathSeparator)).stream()
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }
}

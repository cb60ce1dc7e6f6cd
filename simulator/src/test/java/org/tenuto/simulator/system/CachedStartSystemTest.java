package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The caches executor and station start from, in an installation of its own: the launcher, and the
 * jars of this build. Whatever is wrong with one, the start is one without it, and silent.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CachedStartSystemTest {

  private static final List<String> PROCESSES = List.of("executor", "station");

  @TempDir private static Path home;
  private static Tenuto.Ended made;

  @TempDir private Path dir;

  /** What may have become of a file. */
  enum Damage {
    /** A byte of the code's own data, far behind the header: the JVM finds it only if told to look. */
    ONE_BYTE_IN_THE_MIDDLE {
      @Override
      void doTo(Path cache) throws IOException {
        try (var file = new RandomAccessFile(cache.toFile(), "rw")) {
          file.seek(file.length() / 2);
          int was = file.read();
          file.seek(file.length() / 2);
          file.write(~was);
        }
      }
    },
    HALF_OF_IT {
      @Override
      void doTo(Path cache) throws IOException {
        try (var file = new RandomAccessFile(cache.toFile(), "rw")) {
          file.setLength(file.length() / 2);
        }
      }
    },
    EMPTY {
      @Override
      void doTo(Path cache) throws IOException {
        Files.write(cache, new byte[0]);
      }
    },
    SOMETHING_ELSE {
      @Override
      void doTo(Path cache) throws IOException {
        Files.writeString(cache, "not a cache\n".repeat(1_000));
      }
    };

    abstract void doTo(Path cache) throws IOException;
  }

  @BeforeAll
  static void makesCaches() throws Exception {
    Files.copy(Tenuto.home().resolve("tenuto"), home.resolve("tenuto"));
    for (String module : List.of("controller", "simulator")) {
      Path target = Files.createDirectories(home.resolve(module).resolve("target"));
      Path built = Tenuto.home().resolve(module).resolve("target");
      Files.createSymbolicLink(target.resolve("lib"), built.resolve("lib"));
      String jar = "tenuto-" + module + "-0.1.0.jar";
      Files.copy(built.resolve(jar), target.resolve(jar), StandardCopyOption.COPY_ATTRIBUTES);
    }
    made = Tenuto.runAt(home, home, Map.of(), "aot");
  }

  /** The one folder there is, named by the jars and the JDK. */
  private static Path aot() throws IOException {
    try (Stream<Path> folders = Files.list(home.resolve("controller/target/aot"))) {
      List<Path> all = folders.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  @Test
  void aSessionMakesThemAndLeavesNothingElse() throws IOException {
    assertThat(made.exitCode()).as("%s", made).isZero();
    assertThat(made.err()).isEmpty();
    try (Stream<Path> files = Files.list(aot())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("executor.aot", "station.aot");
    }
  }

  @Test
  void bothStartFromThem() throws Exception {
    for (String process : PROCESSES) {
      assertThat(started(home, Map.of(), process).fromCache).as(process).isTrue();
    }
  }

  @Test
  void neitherDoesWhenToldNotTo() throws Exception {
    for (String process : PROCESSES) {
      assertThat(started(home, Map.of("TENUTO_AOT", "off"), process).fromCache).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void aDamagedOneIsNotUsed(Damage damage) throws Exception {
    for (String process : PROCESSES) {
      Path cache = aot().resolve(process + ".aot");
      Path whole = Files.copy(cache, dir.resolve("whole"), StandardCopyOption.REPLACE_EXISTING);
      damage.doTo(cache);
      try {
        assertThat(started(home, Map.of(), process).fromCache).as(process).isFalse();
      } finally {
        Files.move(whole, cache, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void thatOfAnotherBuildIsNotUsed() throws Exception {
    Path jar = home.resolve("controller/target/tenuto-controller-0.1.0.jar");
    FileTime was = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(was.toMillis() - 60_000));
    try {
      for (String process : PROCESSES) {
        assertThat(started(home, Map.of(), process).fromCache).as(process).isFalse();
      }
    } finally {
      Files.setLastModifiedTime(jar, was);
    }
  }

  @Test
  void whereNoneCanBeKeptOneIsToldAndNothingIsLeft() throws Exception {
    Path other = Files.createDirectories(dir.resolve("other"));
    Files.copy(home.resolve("tenuto"), other.resolve("tenuto"));
    Path target = Files.createDirectories(other.resolve("controller/target"));
    for (String name : List.of("lib", "tenuto-controller-0.1.0.jar")) {
      Files.createSymbolicLink(
          target.resolve(name), home.resolve("controller/target").resolve(name));
    }
    Files.createSymbolicLink(other.resolve("simulator"), home.resolve("simulator"));
    Files.writeString(target.resolve("aot"), "a file, not a folder");

    Tenuto.Ended ended = Tenuto.runAt(other, dir, Map.of(), "aot");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).singleElement().asString().startsWith("aot: ").contains("/aot");
    assertThat(started(other, Map.of(), "executor").fromCache).isFalse();
  }

  /** What a process was when it was ready. */
  private record Started(boolean fromCache) {}

  /** Starts one until it is ready; it says nothing that it would not say without a cache. */
  private Started started(Path installation, Map<String, String> environment, String process)
      throws Exception {
    Path folder = Files.createTempDirectory(dir, "device-");
    try (Device device = new Device(folder)) {
      device.startSimulator();
      String config =
          (process.equals("executor") ? device.executorConfig() : device.stationConfig())
              .toString();
      try (Tenuto running =
          Tenuto.startAt(
              installation, folder, environment, process, "--config", config, "--demo")) {
        running.awaitLine(process + " ready");
        boolean mapped = maps(running.pid()).contains(process + ".aot");
        assertThat(Stream.concat(running.out().stream(), running.err().stream()))
            .noneMatch(CachedStartSystemTest::isOfTheCache);
        return new Started(mapped);
      }
    }
  }

  private static boolean isOfTheCache(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return lower.contains("aot") || lower.contains("cds") || lower.contains("shared");
  }

  private static String maps(long pid) throws IOException {
    return Files.readString(Path.of("/proc", Long.toString(pid), "maps"));
  }
}

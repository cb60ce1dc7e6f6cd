package org.tenuto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real processes with the real SQLite, of which a single write or sync of the journal's files goes
 * wrong: killed before it, in the middle of it, after it, or it fails. What was said to be on disk is
 * there, a batch or a pruning is there as a whole or not at all, and the next one goes on. Every
 * eleventh call; {@code -Dtenuto.crash.calls=1} takes every one.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class CrashSweepTest {

  private static final int STEP = Integer.getInteger("tenuto.crash.calls", 11);

  @TempDir private static Path built;
  @TempDir private Path dir;
  private Path file = Path.of("");

  @BeforeAll
  static void build() throws Exception {
    Path source = built.resolve("crash.c");
    try (InputStream in = CrashSweepTest.class.getResourceAsStream("crash.c")) {
      Files.copy(Objects.requireNonNull(in), source);
    }
    Process gcc;
    try {
      gcc =
          new ProcessBuilder(
                  "gcc", "-shared", "-fPIC", "-o", shim(), source.toString(), "-ldl", "-lpthread")
              .inheritIO()
              .start();
    } catch (IOException e) {
      if ("true".equals(System.getenv("CI"))) {
        fail("needs gcc", e);
      }
      abort("needs gcc");
      return;
    }
    assertThat(gcc.waitFor()).as("gcc").isZero();
  }

  private static String shim() {
    return built.resolve("crash.so").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "torn", "after", "fail"})
  void whatWasSaidToBeOnDiskIsThereAndTheRestIsWhole(String how) throws Exception {
    file = dir.resolve("count.journal");
    long calls = count("append");
    assertThat(calls).isGreaterThan(20);
    for (long call = 1L + how.length() % STEP; call <= calls; call += STEP) {
      file = dir.resolve(how + call + ".journal");
      List<String> said = run("append", call, how);
      long last =
          said.stream().filter(line -> !line.equals("failed")).mapToLong(Long::parseLong).max()
              .orElse(0);
      try (Journal journal = Journal.open(file);
          JournalReader reader = JournalReader.open(file)) {
        Verification found = reader.verify();
        assertThat(found.breaks()).as("%s call %d", how, call).isEmpty();
        assertThat(found.records()).as("%s call %d", how, call).isGreaterThanOrEqualTo(last);
        assertThat(found.records() % CrashingWriter.BATCH).isZero();
        assertThat(journal.cursor(Journal.PUBLISHED)).isLessThanOrEqualTo(journal.lastWireSeq());
        journal.append(Sample.entry(3));
        assertThat(reader.verify().breaks()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "torn", "after", "fail"})
  void aPruningIsThereAsAWholeOrNotAtAll(String how) throws Exception {
    Path whole = dir.resolve("whole.journal");
    writeOld(whole);
    file = dir.resolve("count.journal");
    Files.copy(whole, file);
    long calls = count("prune");
    assertThat(calls).isGreaterThan(5);
    for (long call = 1L + how.length() % STEP; call <= calls; call += STEP) {
      file = dir.resolve(how + call + ".journal");
      Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
      boolean said = run("prune", call, how).stream().anyMatch(line -> !line.equals("failed"));
      try (OldJournal journal = new OldJournal(file);
          JournalReader reader = JournalReader.open(file)) {
        Verification found = reader.verify();
        assertThat(found.breaks()).as("%s call %d", how, call).isEmpty();
        boolean pruned = found.firstSeq() == 72;
        assertThat(pruned || found.firstSeq() == 1).as("%s call %d", how, call).isTrue();
        assertThat(reader.lastOf("JournalPruned").isPresent()).isEqualTo(pruned);
        assertThat(pruned || !said).as("%s call %d: it said so", how, call).isTrue();
        if (!pruned) {
          JournalRecord _ = journal.prune(CrashingWriter.planOf(journal));
        }
        assertThat(reader.verify().breaks()).isEmpty();
        assertThat(reader.anchor().firstSeq()).isEqualTo(72);
      }
    }
  }

  private static void writeOld(Path whole) throws JournalException {
    try (OldJournal old = new OldJournal(whole)) {
      old.daysAgo(101);
      old.started();
      for (int nonce = 1; nonce <= 10; nonce++) {
        old.daysAgo(110 - 10 * nonce);
        old.order(nonce);
      }
      old.daysAgo(5);
      old.started();
      old.published();
    }
  }

  /** How many calls there are if nothing goes wrong. */
  private long count(String what) throws Exception {
    assertThat(run(what, 0, "before")).doesNotContain("failed").isNotEmpty();
    return Long.parseLong(Files.readString(dir.resolve("count")).strip());
  }

  private List<String> run(String what, long call, String how) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingWriter.class.getName(),
            what,
            file.toString());
    builder
        .environment()
        .putAll(
            Map.of(
                "LD_PRELOAD", shim(),
                "TENUTO_CRASH_FILE", file.toString(),
                "TENUTO_CRASH_AT", Long.toString(call),
                "TENUTO_CRASH_HOW", how,
                "TENUTO_CRASH_COUNT", dir.resolve("count").toString()));
    Process process = builder.redirectError(dir.resolve("err").toFile()).start();
    List<String> said = process.inputReader().lines().toList();
    int exit = process.waitFor();
    boolean killed = call > 0 && !how.equals("fail");
    assertThat(exit)
        .as("%s call %d: %s", how, call, Files.readString(dir.resolve("err")))
        .isEqualTo(killed ? 137 : 0);
    return said;
  }
}

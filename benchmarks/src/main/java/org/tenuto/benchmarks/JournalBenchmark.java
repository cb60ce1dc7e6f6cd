package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalRecord;

/** What it costs the station to put one event on record: chained, and on disk when it returns. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JournalBenchmark {

  private static final Path TMPFS = Path.of("/dev/shm");

  /** Not in memory, by the Filesystem Hierarchy Standard 3.0, 5.15. */
  private static final Path DISK = Path.of("/var/tmp");

  /** A record of its own, removed at the end. */
  public abstract static class OwnJournal {

    private @Nullable Path folder;
    private @Nullable Journal journal;
    private long monoNs;

    /** Where it is kept. */
    abstract Path place();

    @Setup(Level.Trial)
    public void open() throws IOException, JournalException {
      Path usual = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
      Path parent = Files.isWritable(place()) ? place() : usual;
      Path made = Files.createTempDirectory(parent, "tenuto-bench");
      folder = made;
      journal = Journal.open(made.resolve("journal.db"));
    }

    @TearDown(Level.Trial)
    public void close() throws IOException, JournalException {
      Objects.requireNonNull(journal).close();
      List<Path> all;
      try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder))) {
        all = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path one : all) {
        Files.deleteIfExists(one);
      }
    }

    JournalRecord append() throws JournalException {
      monoNs++;
      var live = LiveState.infusing();
      Entry entry = Entry.confined(BenchDevice.BOOT, monoNs, Instant.EPOCH, live.getStatus());
      return Objects.requireNonNull(journal).append(entry);
    }
  }

  /** On a disk, as on a device. */
  @State(Scope.Thread)
  public static class OnDisk extends OwnJournal {
    @Override
    Path place() {
      return DISK;
    }
  }

  /** In memory: the same work without the disk. */
  @State(Scope.Thread)
  public static class InMemory extends OwnJournal {
    @Override
    Path place() {
      return TMPFS;
    }
  }

  @Benchmark
  public JournalRecord onDisk(OnDisk own) throws JournalException {
    return own.append();
  }

  @Benchmark
  public JournalRecord inMemory(InMemory own) throws JournalException {
    return own.append();
  }
}

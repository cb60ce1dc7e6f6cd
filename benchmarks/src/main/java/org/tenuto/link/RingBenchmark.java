package org.tenuto.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
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
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.AlarmRaised;
import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.infusion.InfusionState;

/**
 * What goes from one process to the other, both ends in one thread: no core waits for another's
 * cache here. In the link's own room, of which the outside sees no slots.
 */
@NullMarked
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RingBenchmark {

  private static final long EXECUTOR_BOOT = 4711;
  private static final long STATION_BOOT = 78;
  private static final Path TMPFS = Path.of("/dev/shm");

  private static AlarmRaised event(long seq) {
    var stamp = new Stamp(seq, seq, seq, InfusionState.INFUSING, 1, 2, 3, 4);
    return new AlarmRaised(stamp, AlarmCondition.NEAR_COMPLETION);
  }

  /** Two files in memory where there is a tmpfs, removed at the end. */
  @State(Scope.Thread)
  public static class Ends {

    private @Nullable Path folder;
    private @Nullable StationLink station;
    private @Nullable ExecutorLink executor;
    private long seq;

    @Setup(Level.Trial)
    public void open() throws IOException {
      Path usual = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
      Path made = Files.createTempDirectory(Files.isWritable(TMPFS) ? TMPFS : usual, "tenuto-bench");
      folder = made;
      StationLink opened = StationLink.open(made, STATION_BOOT);
      executor = ExecutorLink.open(made, EXECUTOR_BOOT);
      opened.attach();
      station = opened;
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
      executor().close();
      List<Path> all;
      try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder))) {
        all = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path one : all) {
        Files.deleteIfExists(one);
      }
    }

    StationLink station() {
      return Objects.requireNonNull(station);
    }

    ExecutorLink executor() {
      return Objects.requireNonNull(executor);
    }

    /** Fails if it is not taken: that would cost less. */
    void offer(ExecutorEvent event) {
      if (!executor().offer(event)) {
        throw new IllegalStateException("event " + seq + " was not taken: expected room for it");
      }
    }
  }

  /** One slot, built before, and the memory of a ring. */
  @State(Scope.Thread)
  public static class Slots {

    private final SlotWriter writer = new SlotWriter(LinkLayout.EVENT_BYTES);
    private final SlotReader reader = new SlotReader(LinkLayout.EVENT_BYTES);
    private @Nullable LinkFile file;
    private long seq;

    @Setup(Level.Trial)
    public void open(Ends ends) throws IOException {
      Path made = Objects.requireNonNull(ends.folder).resolve("slots");
      FreshEnd fresh = LinkPlace.folder(made).make(LinkEnd.EXECUTOR, EXECUTOR_BOOT);
      file = fresh.putInPlace();
      EventCodec.encode(event(1), writer);
    }

    LinkFile file() {
      return Objects.requireNonNull(file);
    }
  }

  /** A slot checked, copied in and released; acquired, copied out and checked. */
  @Benchmark
  public long handOver(Slots slots) {
    long seq = ++slots.seq;
    LinkFile file = slots.file();
    Ring.EVENTS.put(file, slots.writer, seq);
    boolean there = Ring.EVENTS.written(file, 0) == seq;
    if (!there || !Ring.EVENTS.take(file, slots.reader, seq)) {
      throw new IllegalStateException("slot " + seq + " did not come: expected it whole");
    }
    return slots.reader.sequence();
  }

  /** An event encoded and handed up; decoded by the station, and said to be durable. */
  @Benchmark
  public ExecutorEvent event(Ends ends) {
    ends.offer(event(++ends.seq));
    ExecutorEvent heard = Objects.requireNonNull(ends.station().pollEvent());
    ends.station().eventsDurableTo(ends.seq);
    return heard;
  }
}

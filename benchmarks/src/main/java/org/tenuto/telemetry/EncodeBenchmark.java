package org.tenuto.telemetry;

import com.google.protobuf.ByteString;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tenuto.benchmarks.LiveState;
import org.tenuto.proto.telemetry.Live;

/**
 * What it costs the station to make bytes of a state, once a second. In the telemetry's own room,
 * of which the outside sees no envelopes.
 */
@NullMarked
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EncodeBenchmark {

  private Live live = LiveState.infusing();

  /** Another number each time, as in each second: nothing of the last bytes is used again. */
  @Benchmark
  public ByteString live() {
    live = live.toBuilder().setSeq(live.getSeq() + 1).build();
    return Envelope.live(live).payload();
  }
}

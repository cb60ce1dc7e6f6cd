package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tenuto.control.WakeSink;

/**
 * Wake-ups of one loop in a file that both sides map: at 0 how many there are, from 64 on 16 bytes
 * each, deadline and error, ns, longs in the machine's byte order. The loop alone writes, and
 * allocates nothing; whoever read the count sees what it counts. When it is full no more is kept.
 */
final class WakeLog implements WakeSink {

  private static final int HEADER_BYTES = 64;
  private static final int RECORD_BYTES = 16;
  private static final int PAGE_BYTES = 4_096;
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final MappedByteBuffer memory;
  private final int capacity;
  private int count;

  private WakeLog(MappedByteBuffer memory) {
    this.memory = memory;
    capacity = (memory.capacity() - HEADER_BYTES) / RECORD_BYTES;
  }

  /**
   * Makes the file, every page of it there already.
   *
   * @param wakes how many it holds
   */
  static void create(Path file, int wakes) throws IOException {
    int bytes = Math.addExact(HEADER_BYTES, Math.multiplyExact(wakes, RECORD_BYTES));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int at = 0; at < bytes; at += PAGE_BYTES) {
        channel.write(ByteBuffer.allocate(Math.min(PAGE_BYTES, bytes - at)), at);
      }
    }
  }

  /** The loop's end of it, mapped and touched. */
  static WakeLog open(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var log = new WakeLog(channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size()));
      for (int at = 0; at < log.memory.capacity(); at += PAGE_BYTES) {
        log.memory.put(at, log.memory.get(at)); // a page first written to later would be a fault
      }
      return log;
    }
  }

  @Override
  public void woke(long deadlineNs, long errorNs) {
    if (count == capacity) {
      return;
    }
    int at = HEADER_BYTES + count * RECORD_BYTES;
    LONG.set(memory, at, deadlineNs);
    LONG.set(memory, at + Long.BYTES, errorNs);
    LONG.setRelease(memory, 0, (long) ++count);
  }

  /**
   * What was written of a stretch of time, by whatever program.
   *
   * @param fromNs first deadline that counts, monotonic ns
   * @param untilNs first one that does not any more
   * @throws IOException if the file is no such log
   */
  static Wakes read(Path file, long fromNs, long untilNs) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer log = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      long count = log.capacity() < HEADER_BYTES ? -1 : (long) LONG.getAcquire(log, 0);
      if (count < 0 || count > (log.capacity() - HEADER_BYTES) / RECORD_BYTES) {
        throw new IOException(file + ": expected a log of wake-ups");
      }
      var wakes = new Wakes(fromNs);
      for (int i = 0; i < count; i++) {
        int at = HEADER_BYTES + i * RECORD_BYTES;
        long deadlineNs = (long) LONG.get(log, at);
        if (deadlineNs >= fromNs && deadlineNs < untilNs) {
          wakes.add(deadlineNs, (long) LONG.get(log, at + Long.BYTES));
        }
      }
      return wakes;
    }
  }
}

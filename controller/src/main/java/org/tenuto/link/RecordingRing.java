package org.tenuto.link;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a recording in the executor's file: the writer goes round and waits for nobody, and
 * a position is the number of bytes written since boot. Allocates nothing in writing.
 */
final class RecordingRing {

  private static final int SIZE = LinkLayout.RECORDING_BYTES;

  private RecordingRing() {}

  /**
   * Copies the bytes into their place, then says that they are there.
   *
   * @param position bytes written before
   * @param length at most {@link LinkLayout#RECORDING_PART_BYTES}
   * @return bytes written now
   */
  static long put(LinkFile own, long position, byte[] bytes, int length) {
    int at = (int) (position % SIZE);
    int untilEnd = Math.min(length, SIZE - at);
    try {
      VarHandle.storeStoreFence(); // the position of the part before is there first
      copyIn(bytes, 0, own, at, untilEnd);
      copyIn(bytes, untilEnd, own, 0, length - untilEnd);
      own.store(LinkLayout.RECORDING_WRITTEN, position + length);
      own.surface();
    } catch (InternalError e) {
      own.foundCut();
    }
    return position + length;
  }

  private static void copyIn(byte[] bytes, int from, LinkFile own, int at, int count) {
    MemorySegment.copy(
        bytes, from, own.memory(), ValueLayout.JAVA_BYTE, LinkLayout.RECORDING + at, count);
  }

  /** Bytes written; {@code otherwise} if the file was cut short. */
  static long written(LinkFile other, long otherwise) {
    return other.get(LinkLayout.RECORDING_WRITTEN, otherwise);
  }

  /** The oldest byte that the writer, who may be at work, leaves alone. */
  static long oldest(long written) {
    return Math.max(0, written - SIZE + LinkLayout.RECORDING_PART_BYTES);
  }

  /** Copies bytes out; null if they were overwritten meanwhile, or the file was cut short. */
  static byte @Nullable [] take(LinkFile other, long from, int length) {
    byte[] taken = new byte[length];
    int at = (int) (from % SIZE);
    int untilEnd = Math.min(length, SIZE - at);
    try {
      copyOut(other, at, taken, 0, untilEnd);
      copyOut(other, 0, taken, untilEnd, length - untilEnd);
      VarHandle.loadLoadFence();
      other.surface();
    } catch (InternalError e) {
      other.foundCut();
    }
    long written = written(other, Long.MAX_VALUE);
    return oldest(written) <= from ? taken : null;
  }

  private static void copyOut(LinkFile other, int at, byte[] taken, int to, int count) {
    MemorySegment.copy(
        other.memory(), ValueLayout.JAVA_BYTE, LinkLayout.RECORDING + at, taken, to, count);
  }
}

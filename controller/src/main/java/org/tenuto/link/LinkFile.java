package org.tenuto.link;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * One of the two files, mapped: our own to write ({@link OwnFile}), or the other side's to read
 * ({@link PeerFile}). The mapping lives as long as this object.
 *
 * <p>A file that is cut short under its mapping is noticed at the next access and is {@link #isCut}
 * from then on: it reads as what the reader says, what is written to it is lost. Only {@link #load}
 * and {@link #store} throw, for callers that guard several at once.
 */
final class LinkFile {

  private static final ValueLayout.OfLong LAYOUT =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle WORD = LAYOUT.varHandle();

  private final MemorySegment memory;
  private final long bootId;
  private final Object key;
  private final boolean mapped;
  private volatile boolean cut;

  LinkFile(MemorySegment memory, long bootId, Object key) {
    this.memory = memory;
    this.bootId = bootId;
    this.key = key;
    this.mapped = memory.isMapped();
  }

  /** What tells one file of this name from the next; null if there is none. */
  static @Nullable Object key(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Whether this is the file that stands at {@code path} now. */
  boolean standsAt(Path path) throws IOException {
    return key.equals(key(path));
  }

  /** Boot id of the side that writes it. */
  long bootId() {
    return bootId;
  }

  MemorySegment memory() {
    return memory;
  }

  /** Whether it was found shorter than its mapping. Any thread. */
  boolean isCut() {
    return cut;
  }

  /** Says that an access to it has failed. */
  void foundCut() {
    cut = true;
  }

  /**
   * After an access, before what was read is used.
   *
   * @throws InternalError if the file was cut short
   */
  void surface() {
    if (mapped) {
      Fault.surface();
    }
  }

  /**
   * Reads a word and all that was written before it.
   *
   * @throws InternalError here or later, at the next {@link #surface}, if the file is cut
   */
  long load(int offset) {
    return (long) WORD.getAcquire(memory, (long) offset);
  }

  /**
   * Writes a word after all that was written before it.
   *
   * @throws InternalError as {@link #load}
   */
  void store(int offset, long value) {
    WORD.setRelease(memory, (long) offset, value);
  }

  /** Reads a word and all that was written before it; {@code otherwise} if the file is cut. */
  long get(int offset, long otherwise) {
    if (cut) {
      return otherwise;
    }
    try {
      long value = load(offset);
      surface();
      return value;
    } catch (InternalError e) {
      cut = true;
      return otherwise;
    }
  }

  /** Writes a word after all that was written before it. */
  void set(int offset, long value) {
    try {
      store(offset, value);
      surface();
    } catch (InternalError e) {
      cut = true;
    }
  }

  /** Adds 1 to a word; any thread of the writing side. */
  void increment(int offset) {
    try {
      long _ = (long) WORD.getAndAdd(memory, (long) offset, 1L);
      surface();
    } catch (InternalError e) {
      cut = true;
    }
  }

  /** Writes a position and the boot it counts; never readable as another boot's position. */
  void setPosition(int offset, long ofBootId, long position) {
    set(offset + Long.BYTES, 0);
    set(offset, position);
    set(offset + Long.BYTES, ofBootId);
  }

  /** The position if it counts that boot, else -1. */
  long position(int offset, long ofBootId) {
    if (get(offset + Long.BYTES, 0) != ofBootId) {
      return -1;
    }
    long position = get(offset, -1);
    return get(offset + Long.BYTES, 0) == ofBootId ? position : -1;
  }
}

package org.tenuto.link;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One of the two files, mapped: our own to write, or the other side's to read. The channel is
 * closed once the mapping stands (an interrupted thread would close it); the mapping lives as long
 * as this object.
 */
final class LinkFile {

  private static final ValueLayout.OfLong LAYOUT =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle WORD = LAYOUT.varHandle();

  private final MemorySegment memory;
  private final long bootId;
  private final Object key;

  private LinkFile(MemorySegment memory, long bootId, Object key) {
    this.memory = memory;
    this.bootId = bootId;
    this.key = key;
  }

  /**
   * Makes a new file and puts it in place of what is there. All its memory is allocated first, so a
   * full file system is an exception here and not a SIGBUS later.
   */
  static LinkFile create(Path directory, String name, long magic, int size, long bootId)
      throws IOException {
    Files.createDirectories(directory);
    Path fresh = directory.resolve(name + "." + Long.toHexString(bootId) + ".new");
    try {
      MemorySegment memory = write(fresh, header(magic, size, bootId), size);
      Object key = key(fresh);
      Files.move(fresh, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return new LinkFile(memory, bootId, Objects.requireNonNull(key));
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw new IOException("link " + directory.resolve(name) + ": can't be made (" + e + ")", e);
    }
  }

  private static MemorySegment write(Path fresh, ByteBuffer header, int size) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      ByteBuffer chunk = ByteBuffer.allocate(LinkLayout.RING).put(header).clear();
      for (int written = 0; written < size; written += chunk.capacity()) {
        channel.write(chunk.clear(), written);
        chunk.put(0, new byte[LinkLayout.HEADER_BYTES]); // all but the first are zero
      }
      MemorySegment memory = channel.map(MapMode.READ_WRITE, 0, size, Arena.ofAuto());
      memory.load(); // the page faults are taken here, not in the loop
      return memory;
    }
  }

  private static ByteBuffer header(long magic, int size, long bootId) {
    ByteBuffer header = ByteBuffer.allocate(LinkLayout.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(magic).putInt(LinkLayout.VERSION).putInt(size).putLong(bootId);
    return header.putLong(crc(header.array())).flip();
  }

  /**
   * Maps the other side's file, read-only, and checks that it is one.
   *
   * @return null if there is none
   * @throws IOException one line: the file, what is wrong with it, what was expected
   */
  static @Nullable LinkFile open(Path path, long magic, int size) throws IOException {
    if (!Files.exists(path)) {
      return null;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      Object key = key(path);
      expect(path, "size", channel.size(), size);
      MemorySegment memory = channel.map(MapMode.READ_ONLY, 0, size, Arena.ofAuto());
      long bootId = check(path, memory, magic, size);
      memory.load();
      // Renamed over in between: the key is the newer file's, so look again.
      if (key == null || !key.equals(key(path))) {
        throw new IOException("link " + path + ": was just replaced");
      }
      return new LinkFile(memory, bootId, key);
    }
  }

  private static long check(Path path, MemorySegment memory, long magic, int size)
      throws IOException {
    ByteBuffer header = ByteBuffer.allocate(LinkLayout.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put(memory.asSlice(0, LinkLayout.HEADER_BYTES).asByteBuffer()).flip();
    expect(path, "magic", header.getLong(LinkLayout.MAGIC), magic);
    expect(path, "version", header.getInt(LinkLayout.VERSION_AND_SIZE), LinkLayout.VERSION);
    expect(path, "stated size", header.getInt(LinkLayout.VERSION_AND_SIZE + Integer.BYTES), size);
    expect(path, "CRC", header.getLong(LinkLayout.HEADER_CRC), crc(header.array()));
    long bootId = header.getLong(LinkLayout.BOOT_ID);
    if (bootId == 0) {
      throw new IOException("link " + path + ": boot id is 0, expected any other");
    }
    return bootId;
  }

  private static void expect(Path path, String what, long value, long expected) throws IOException {
    if (value != expected) {
      throw new IOException(
          "link " + path + ": " + what + " is " + value + ", expected " + expected);
    }
  }

  private static long crc(byte[] header) {
    CRC32C crc = new CRC32C();
    crc.update(header, 0, LinkLayout.HEADER_CRC);
    return crc.getValue();
  }

  /** What tells one file of this name from the next; null if there is none. */
  static @Nullable Object key(Path path) throws IOException {
    return Files.exists(path)
        ? Files.readAttributes(path, BasicFileAttributes.class).fileKey()
        : null;
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

  /** Reads a word and all that was written before it. */
  long get(int offset) {
    return (long) WORD.getAcquire(memory, (long) offset);
  }

  /** Writes a word after all that was written before it. */
  void set(int offset, long value) {
    WORD.setRelease(memory, (long) offset, value);
  }

  /** Adds 1 to a word; any thread of the writing side. */
  void increment(int offset) {
    long _ = (long) WORD.getAndAdd(memory, (long) offset, 1L);
  }

  /** Writes a position and the boot it counts; never readable as another boot's position. */
  void setPosition(int offset, long ofBootId, long position) {
    set(offset + Long.BYTES, 0);
    set(offset, position);
    set(offset + Long.BYTES, ofBootId);
  }

  /** The position if it counts that boot, else -1. */
  long position(int offset, long ofBootId) {
    if (get(offset + Long.BYTES) != ofBootId) {
      return -1;
    }
    long position = get(offset);
    return get(offset + Long.BYTES) == ofBootId ? position : -1;
  }
}

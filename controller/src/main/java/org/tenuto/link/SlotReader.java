package org.tenuto.link;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Copies one slot out of the file, checks it, and takes it apart. What it copied can't change under
 * it any more. Never throws: the first thing that is wrong marks the slot as bad, and every value
 * from then on is a harmless one, to be thrown away. Allocates only text. One thread.
 */
final class SlotReader {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] slot;
  private final CRC32C crc = new CRC32C();
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder(); // reports bad bytes
  private int position;
  private int end;
  private boolean good;

  SlotReader(int slotBytes) {
    slot = new byte[slotBytes];
  }

  /** Copies a slot out and checks its length and CRC. */
  boolean take(MemorySegment file, long offset) {
    MemorySegment.copy(file, ValueLayout.JAVA_BYTE, offset, slot, 0, LinkLayout.SLOT_HEADER_BYTES);
    int length = (int) INT.get(slot, 8);
    good = length >= 0 && length <= slot.length - LinkLayout.SLOT_HEADER_BYTES;
    if (!good) {
      return false;
    }
    position = LinkLayout.SLOT_HEADER_BYTES;
    end = position + length;
    MemorySegment.copy(file, ValueLayout.JAVA_BYTE, offset + position, slot, position, length);
    crc.reset();
    crc.update(slot, 0, 12);
    crc.update(slot, position, length);
    good = (int) crc.getValue() == (int) INT.get(slot, 12);
    return good;
  }

  /** Sequence number of the slot taken. */
  long sequence() {
    return (long) LONG.get(slot, 0);
  }

  int u8() {
    return room(1) ? slot[position++] & 0xFF : 0;
  }

  long i64() {
    if (!room(Long.BYTES)) {
      return 0;
    }
    long value = (long) LONG.get(slot, position);
    position += Long.BYTES;
    return value;
  }

  /** A number from 0 to {@code max}. */
  int count(int max) {
    int value = u8();
    if (value > max) {
      good = false;
      return 0;
    }
    return value;
  }

  /** Yes or no; nothing but 1 or 0. */
  boolean flag() {
    return count(1) == 1;
  }

  /** One of an enum's values. */
  <E> E one(E[] values) {
    return values[count(values.length - 1)];
  }

  String text(int maxBytes) {
    int length = u8() | (u8() << 8);
    if (length > maxBytes || !room(length)) {
      good = false;
      return "";
    }
    try {
      String value = utf8.decode(ByteBuffer.wrap(slot, position, length)).toString();
      position += length;
      return value;
    } catch (CharacterCodingException e) {
      good = false; // counted by the caller as any other malformed slot
      return "";
    }
  }

  private boolean room(int bytes) {
    good &= position + bytes <= end;
    return good;
  }

  /** Whether nothing was wrong so far. */
  boolean isGood() {
    return good;
  }

  /** Whether all was good and exactly so many bytes are left. */
  boolean leaves(int bytes) {
    return good && end - position == bytes;
  }

  /** Whether all was good and nothing is left over. */
  boolean complete() {
    return leaves(0);
  }
}

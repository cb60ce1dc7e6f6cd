package org.tenuto.link;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Builds one slot in scratch memory, then copies it into the file. Allocates nothing unless it
 * refuses. One thread.
 *
 * <p>A value that does not fit makes the whole slot refused, with a reason; only free text is
 * shortened.
 */
final class SlotWriter {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int ELLIPSIS = '\u2026'; // 3 bytes of UTF-8
  private static final int ELLIPSIS_BYTES = 3;
  private static final int BAD_TEXT = -1;

  private final byte[] slot;
  private final CRC32C crc = new CRC32C();
  private int end;
  private @Nullable String refusal;

  SlotWriter(int slotBytes) {
    slot = new byte[slotBytes];
  }

  void begin() {
    end = LinkLayout.SLOT_HEADER_BYTES;
    refusal = null;
  }

  void u8(int value) {
    if (room(1)) {
      slot[end++] = (byte) value;
    }
  }

  void i64(long value) {
    if (room(Long.BYTES)) {
      LONG.set(slot, end, value);
      end += Long.BYTES;
    }
  }

  void flag(boolean value) {
    u8(value ? 1 : 0);
  }

  /** The length of a list, whose items follow. */
  void count(String things, int count, int max) {
    if (count > max) {
      refuse(count + " " + things + ", expected at most " + max);
    }
    u8(count);
  }

  /** An enum value, by its ordinal. */
  void one(Enum<?> value) {
    u8(value.ordinal());
  }

  /** Text that must arrive whole: an id, a hash, a name, a figure. */
  void id(String name, String value, int maxBytes) {
    int bytes = utf8Bytes(value);
    if (bytes == BAD_TEXT) {
      refuse(name + " is not well-formed text");
    } else if (bytes > maxBytes) {
      refuse(name + " has " + bytes + " bytes, expected at most " + maxBytes);
    } else if (room(2 + bytes)) {
      length(bytes);
      utf8(value, value.length());
    }
  }

  /** Text for people, cut with an ellipsis if it is too long; at least 3 bytes must be allowed. */
  void text(String value, int maxBytes) {
    int bytes = utf8Bytes(value);
    if (bytes == BAD_TEXT) {
      refuse("text is not well-formed");
      return;
    }
    if (bytes <= maxBytes) {
      if (room(2 + bytes)) {
        length(bytes);
        utf8(value, value.length());
      }
      return;
    }
    cut(value, maxBytes - ELLIPSIS_BYTES);
  }

  private void cut(String value, int maxBytes) {
    int bytes = 0;
    int chars = 0;
    while (true) {
      int codePoint = value.codePointAt(chars);
      if (bytes + utf8Bytes(codePoint) > maxBytes) {
        break;
      }
      bytes += utf8Bytes(codePoint);
      chars += Character.charCount(codePoint);
    }
    if (room(2 + bytes + ELLIPSIS_BYTES)) {
      length(bytes + ELLIPSIS_BYTES);
      utf8(value, chars);
      utf8(ELLIPSIS);
    }
  }

  private void length(int bytes) {
    slot[end++] = (byte) bytes;
    slot[end++] = (byte) (bytes >> 8);
  }

  private void utf8(String value, int chars) {
    for (int i = 0; i < chars; ) {
      int codePoint = value.codePointAt(i);
      utf8(codePoint);
      i += Character.charCount(codePoint);
    }
  }

  private void utf8(int codePoint) {
    int bytes = utf8Bytes(codePoint);
    if (bytes == 1) {
      slot[end++] = (byte) codePoint;
      return;
    }
    int mark = 0xF00 >> bytes; // as many leading ones as there are bytes
    slot[end++] = (byte) (mark | (codePoint >> (6 * (bytes - 1))));
    for (int left = bytes - 2; left >= 0; left--) {
      slot[end++] = (byte) (0x80 | ((codePoint >> (6 * left)) & 0x3F));
    }
  }

  private static int utf8Bytes(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  private static int utf8Bytes(String value) {
    int bytes = 0;
    for (int i = 0; i < value.length(); ) {
      int codePoint = value.codePointAt(i);
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        return BAD_TEXT; // half a pair
      }
      bytes += utf8Bytes(codePoint);
      i += Character.charCount(codePoint);
    }
    return bytes;
  }

  private boolean room(int bytes) {
    if (end + bytes <= slot.length) {
      return true;
    }
    refuse("longer than a slot of " + slot.length + " bytes");
    return false;
  }

  /** Gives the slot up; the first reason stays. */
  void refuse(String reason) {
    if (refusal == null) {
      refusal = reason;
    }
  }

  /** Why the slot can't be written; null if it can. */
  @Nullable String refusal() {
    return refusal;
  }

  /** Bytes of the slot as it stands. */
  int length() {
    return end;
  }

  /** Completes the slot and copies it to the file. It is not published by this. */
  void write(MemorySegment file, long offset, long sequence) {
    LONG.set(slot, 0, sequence);
    INT.set(slot, 8, end - LinkLayout.SLOT_HEADER_BYTES);
    crc.reset();
    crc.update(slot, 0, 12);
    crc.update(slot, LinkLayout.SLOT_HEADER_BYTES, end - LinkLayout.SLOT_HEADER_BYTES);
    INT.set(slot, 12, (int) crc.getValue());
    MemorySegment.copy(slot, 0, file, ValueLayout.JAVA_BYTE, offset, end);
  }
}

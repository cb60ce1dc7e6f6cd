package org.tenuto.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** What stands first in both files and says whose file of which boot and version it is. */
final class LinkHeader {

  private LinkHeader() {}

  /** The header of a new file. */
  static ByteBuffer of(long magic, int size, long bootId) {
    ByteBuffer header = empty();
    header.putLong(magic).putInt(LinkLayout.VERSION).putInt(size).putLong(bootId);
    return header.putLong(crc(header)).flip();
  }

  /** Room for a header. */
  static ByteBuffer empty() {
    return ByteBuffer.allocate(LinkLayout.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Checks the header of a file that is there.
   *
   * @return boot id of the side that made it
   * @throws IOException one line: the file, what is wrong with it, what was expected
   */
  static long check(Path path, ByteBuffer header, long magic, int size) throws IOException {
    expect(path, "magic", header.getLong(LinkLayout.MAGIC), magic);
    expect(path, "version", header.getInt(LinkLayout.VERSION_AND_SIZE), LinkLayout.VERSION);
    expect(path, "stated size", header.getInt(LinkLayout.VERSION_AND_SIZE + Integer.BYTES), size);
    expect(path, "CRC", header.getLong(LinkLayout.HEADER_CRC), crc(header));
    long bootId = header.getLong(LinkLayout.BOOT_ID);
    if (bootId == 0) {
      throw refusal(path, "boot id is 0, expected any other");
    }
    return bootId;
  }

  /** Refuses a value that is not the one expected. */
  static void expect(Path path, String what, long value, long expected) throws IOException {
    if (value != expected) {
      throw refusal(path, what + " is " + value + ", expected " + expected);
    }
  }

  /** One line about a file that is not taken. */
  static IOException refusal(Path path, String reason) {
    return new IOException("link " + path + ": " + reason);
  }

  private static long crc(ByteBuffer header) {
    CRC32C crc = new CRC32C();
    crc.update(header.slice(0, LinkLayout.HEADER_CRC));
    return crc.getValue();
  }
}

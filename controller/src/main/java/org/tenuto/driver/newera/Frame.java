package org.tenuto.driver.newera;

/**
 * One command as bytes on the line. Fixed frames are made once; those that carry a figure are
 * rewritten in place for each program, so that programming allocates nothing.
 */
final class Frame {

  static final int CAPACITY = 32;
  static final byte STX = 0x02;
  static final byte ETX = 0x03;

  private static final byte CR = 0x0D;
  private static final int TEXT_AT = 2;

  /** The length byte counts itself, the text, two bytes of check and ETX. */
  static final int OVERHEAD = 4;

  private final byte[] bytes = new byte[CAPACITY];
  private int length;

  /** A command as a safe packet: STX, length, text, check high, check low, ETX. */
  static Frame safe(String text) {
    Frame frame = new Frame();
    frame.tell(text, "");
    return frame;
  }

  /** A command as basic text, with a CR before it that ends whatever was half sent. */
  static Frame basic(String text) {
    Frame frame = new Frame();
    frame.length = 0;
    frame.put(CR);
    frame.put(text);
    frame.put(CR);
    return frame;
  }

  /** Makes this the safe packet of a command and its argument. */
  void tell(String command, String argument) {
    length = TEXT_AT;
    put(command);
    put(argument);
    seal();
  }

  /** Makes this the safe packet of a command with a tellable number and a unit code. */
  void tell(String command, long thousandths, String unitCode) {
    length = TEXT_AT;
    put(command);
    NewEraNumber.write(thousandths, bytes, length);
    length += NewEraNumber.LENGTH;
    put(unitCode);
    seal();
  }

  /** Copies the frame; returns its length in bytes. */
  int copyTo(byte[] target) {
    System.arraycopy(bytes, 0, target, 0, length);
    return length;
  }

  private void seal() {
    int textLength = length - TEXT_AT;
    int crc = Crc.of(bytes, TEXT_AT, textLength);
    bytes[0] = STX;
    bytes[1] = (byte) (textLength + OVERHEAD);
    put((byte) (crc >>> Byte.SIZE));
    put((byte) crc);
    put(ETX);
  }

  private void put(String text) {
    for (int i = 0; i < text.length(); i++) {
      put((byte) text.charAt(i));
    }
  }

  private void put(byte b) {
    bytes[length++] = b;
  }
}

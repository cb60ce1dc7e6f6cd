package org.tenuto.driver.newera;

/**
 * Turns bytes from the line into replies, one byte at a time. Takes safe packets always and basic
 * replies, which carry no check, only while it has not been told otherwise. Anything else is
 * dropped: the request it answered then times out.
 */
final class ReplyDecoder {

  /** Longer silence inside a packet means that the rest was lost. A byte takes 0.5 ms. */
  private static final long INTER_BYTE_NS = 50_000_000;

  /** Address, prompt and the packet's own bytes. */
  private static final int SHORTEST = 3 + Frame.OVERHEAD;

  private enum Awaiting {
    START,
    LENGTH,
    PACKET,
    BASIC_END
  }

  private final Reply reply = new Reply();
  private Awaiting awaiting = Awaiting.START;
  private boolean basicAccepted = true;
  private int wanted;
  private int count;
  private long lastByteNs;

  /** Whether a reply without a check is taken; only while the pump's mode is not known. */
  void acceptBasic(boolean accepted) {
    basicAccepted = accepted;
  }

  /** The reply that the last byte completed. */
  Reply reply() {
    return reply;
  }

  /** Takes one byte; true if it completes a valid reply. */
  boolean accept(byte b, long nowNs) {
    if (nowNs - lastByteNs > INTER_BYTE_NS) {
      awaiting = Awaiting.START;
    }
    lastByteNs = nowNs;
    return switch (awaiting) {
      case START -> start(b);
      case LENGTH -> begin(b);
      case PACKET -> collectPacket(b);
      case BASIC_END -> collectBasic(b);
    };
  }

  private boolean start(byte b) {
    awaiting = b == Frame.STX ? Awaiting.LENGTH : Awaiting.START;
    return false;
  }

  /** A safe packet goes on with its length, a basic reply with a digit of the pump's address. */
  private boolean begin(byte b) {
    count = 0;
    if (b >= SHORTEST && b < '0') {
      wanted = b - 1;
      awaiting = Awaiting.PACKET;
    } else if (basicAccepted && b == '0') {
      reply.text[count++] = b;
      awaiting = Awaiting.BASIC_END;
    } else {
      start(b);
    }
    return false;
  }

  private boolean collectPacket(byte b) {
    reply.text[count++] = b;
    if (count < wanted) {
      return false;
    }
    awaiting = Awaiting.START;
    int textLength = count - Frame.OVERHEAD + 1;
    int check = (reply.text[textLength] & 0xFF) << 8 | (reply.text[textLength + 1] & 0xFF);
    return b == Frame.ETX
        && check == Crc.of(reply.text, 0, textLength)
        && reply.read(textLength, true);
  }

  private boolean collectBasic(byte b) {
    if (b == Frame.ETX) {
      awaiting = Awaiting.START;
      return reply.read(count, false);
    }
    if (b == Frame.STX || count == Reply.CAPACITY) {
      return start(b);
    }
    reply.text[count++] = b;
    return false;
  }
}

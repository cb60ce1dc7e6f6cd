package org.tenuto.driver.newera;

/**
 * What the pump said: a prompt letter and data, or an alarm. One object, reused for every reply,
 * valid until the next byte is decoded.
 */
final class Reply {

  /** Prompt: stopped. */
  static final byte STOPPED = 'S';

  /** Prompt: infusing. */
  static final byte INFUSING = 'I';

  static final int CAPACITY = 48;

  private static final String PROMPTS = "IWSPTUX";
  private static final int ADDRESS_LENGTH = 2;
  private static final int ALARM_LENGTH = 3;

  final byte[] text = new byte[CAPACITY];

  private int dataAt;
  private int dataLength;
  private byte prompt;
  private byte alarm;
  private boolean safe;

  /**
   * Reads the first {@code length} bytes of {@link #text}.
   *
   * @param safe whether it came as a packet with a valid check
   * @return false if this is no reply of the pump at address 0
   */
  boolean read(int length, boolean safe) {
    if (length <= ADDRESS_LENGTH || text[0] != '0' || text[1] != '0') {
      return false;
    }
    this.safe = safe;
    byte status = text[ADDRESS_LENGTH];
    boolean alarming = status == 'A';
    int statusLength = alarming ? ALARM_LENGTH : 1;
    dataAt = ADDRESS_LENGTH + statusLength;
    dataLength = length - dataAt;
    if (dataLength < 0 || (alarming && text[ADDRESS_LENGTH + 1] != '?')) {
      return false;
    }
    prompt = alarming ? 0 : status;
    alarm = alarming ? text[dataAt - 1] : 0;
    return alarming || PROMPTS.indexOf(status) >= 0;
  }

  /** Whether it came as a packet with a valid check. */
  boolean safe() {
    return safe;
  }

  /** The prompt letter; 0 if this is an alarm. */
  byte prompt() {
    return prompt;
  }

  /** Whether this is an alarm; the command it answers was not executed. */
  boolean isAlarm() {
    return alarm != 0;
  }

  /** The letter after {@code A?}; 0 if this is no alarm. */
  byte alarm() {
    return alarm;
  }

  /** Whether there is nothing after the prompt: a command was carried out. */
  boolean isEmpty() {
    return dataLength == 0;
  }

  /** Whether the pump did not carry out the command. */
  boolean isError() {
    return dataLength > 0 && text[dataAt] == '?';
  }

  /** Where the data begins in {@link #text}. */
  int dataAt() {
    return dataAt;
  }

  /** Bytes of data after the prompt. */
  int dataLength() {
    return dataLength;
  }

  /** Whether the data is exactly this. */
  boolean dataIs(String expected) {
    return dataLength == expected.length() && dataStartsWith(expected);
  }

  /** Whether the data begins with this. */
  boolean dataStartsWith(String expected) {
    return dataLength >= expected.length() && contains(expected, 0);
  }

  /** Whether {@code expected} stands at {@code offset} of the data. */
  boolean contains(String expected, int offset) {
    if (offset < 0 || offset + expected.length() > dataLength) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if (text[dataAt + offset + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

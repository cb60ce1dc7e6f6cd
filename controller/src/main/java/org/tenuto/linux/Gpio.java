package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * Numbers and layouts of the kernel's interface to GPIO lines, version 2 (Linux 5.10 and later):
 * include/uapi/linux/gpio.h of Linux 6.12. Made by the kernel to be the same on 32 and 64 bits, and
 * so on x86-64 and arm64; a test compares them with the compiler's where there is one.
 *
 * <p>Offsets are bytes within their structure; {@code ..._BYTES} is its size.
 */
final class Gpio {

  /** _IOR(0xB4, 0x01, struct gpiochip_info). */
  static final long GET_CHIPINFO = 0x8044B401L;

  /** _IOWR(0xB4, 0x05, struct gpio_v2_line_info). */
  static final long GET_LINEINFO = 0xC100B405L;

  /** _IOWR(0xB4, 0x07, struct gpio_v2_line_request). */
  static final long GET_LINE = 0xC250B407L;

  /** _IOWR(0xB4, 0x0E, struct gpio_v2_line_values). */
  static final long GET_VALUES = 0xC010B40EL;

  /** _IOWR(0xB4, 0x0F, struct gpio_v2_line_values). */
  static final long SET_VALUES = 0xC010B40FL;

  static final int NAME_BYTES = 32;
  static final int LINES_MAX = 64;
  static final int ATTRS_MAX = 10;

  /** Events the kernel keeps for a request at most: GPIO_V2_LINES_MAX * 16, gpiolib-cdev.c. */
  static final int EVENTS_MAX = 1024;

  // enum gpio_v2_line_flag
  static final long USED = 1;
  static final long ACTIVE_LOW = 1 << 1;
  static final long INPUT = 1 << 2;
  static final long OUTPUT = 1 << 3;
  static final long EDGE_RISING = 1 << 4;
  static final long EDGE_FALLING = 1 << 5;
  static final long PULL_UP = 1 << 8;
  static final long PULL_DOWN = 1 << 9;
  static final long BIAS_DISABLED = 1 << 10;

  // enum gpio_v2_line_attr_id
  static final int ATTR_FLAGS = 1;
  static final int ATTR_OUTPUT_VALUES = 2;
  static final int ATTR_DEBOUNCE = 3;

  // enum gpio_v2_line_event_id
  static final int RISING_EDGE = 1;
  static final int FALLING_EDGE = 2;

  // struct gpiochip_info
  static final int CHIP_BYTES = 68;
  static final int CHIP_NAME = 0;
  static final int CHIP_LABEL = 32;
  static final int CHIP_LINES = 64;

  // struct gpio_v2_line_info
  static final int INFO_BYTES = 256;
  static final int INFO_NAME = 0;
  static final int INFO_CONSUMER = 32;
  static final int INFO_OFFSET = 64;
  static final int INFO_FLAGS = 72;

  // struct gpio_v2_line_request
  static final int REQUEST_BYTES = 592;
  static final int REQUEST_OFFSETS = 0;
  static final int REQUEST_CONSUMER = 256;
  static final int REQUEST_FLAGS = 288;
  static final int REQUEST_NUM_ATTRS = 296;
  static final int REQUEST_ATTRS = 320;
  static final int REQUEST_NUM_LINES = 560;
  static final int REQUEST_EVENT_BUFFER = 564;
  static final int REQUEST_FD = 588;

  // struct gpio_v2_line_config_attribute
  static final int ATTR_BYTES = 24;
  static final int ATTR_ID = 0;
  static final int ATTR_VALUE = 8;
  static final int ATTR_MASK = 16;

  // struct gpio_v2_line_values
  static final int VALUES_BYTES = 16;
  static final int VALUES_BITS = 0;
  static final int VALUES_MASK = 8;

  // struct gpio_v2_line_event
  static final int EVENT_BYTES = 48;
  static final int EVENT_NS = 0;
  static final int EVENT_ID = 8;
  static final int EVENT_OFFSET = 12;
  static final int EVENT_SEQNO = 16;
  static final int EVENT_LINE_SEQNO = 20;

  private Gpio() {}

  /** Bits of as many lines, from bit 0. */
  static long mask(int lines) {
    return -1L >>> (Long.SIZE - lines);
  }

  /** Text of a fixed field that ends with a zero byte or with the field. */
  static String name(MemorySegment struct, int offset) {
    byte[] bytes = struct.asSlice(offset, NAME_BYTES).toArray(JAVA_BYTE);
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}

package org.tenuto.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where everything stands in the two files. Offsets in bytes; words are 8 bytes, little-endian,
 * aligned. What different sides or paces write is 128 bytes apart (two cache lines: processors
 * fetch neighbours in pairs). Told for people in docs/link.md.
 *
 * <pre>
 * both files   0 magic · 8 version, size (4 bytes each) · 16 boot id · 24 CRC-32C of bytes 0 to 23
 * station.link    128 heartbeat · 256 stop counter · 264 pause counter
 *                 384 events durable to, 392 executor boot it counts · 512 commands written
 *                 640 cycle a page shows, 648 executor boot it counts
 *                 4096 command ring
 * executor.link   128 events written · 136 events dropped
 *                 256 commands read, 264 station boot it counts
 *                 384 snapshot version · 392 snapshot slot
 *                 1024 bytes of recording written
 *                 4096 event ring, after it the recording's ring
 * slot         0 sequence · 8 payload length, CRC-32C of the rest (4 bytes each) · 16 payload
 * </pre>
 */
final class LinkLayout {

  /** Raised with every change of this layout, of a codec, or of an enum that travels. */
  static final int VERSION = 6;

  static final String STATION_FILE = "station.link";
  static final String EXECUTOR_FILE = "executor.link";

  static final long STATION_MAGIC = magic("TENUTOST");
  static final long EXECUTOR_MAGIC = magic("TENUTOEX");

  static final int MAGIC = 0;
  static final int VERSION_AND_SIZE = 8;
  static final int BOOT_ID = 16;
  static final int HEADER_CRC = 24;
  static final int HEADER_BYTES = 32;

  static final int HEARTBEAT = 128;
  static final int STOPS = 256;
  static final int PAUSES = 264;
  static final int EVENTS_DURABLE = 384;
  static final int COMMANDS_WRITTEN = 512;
  static final int PAGE_SHOWS = 640;

  static final int EVENTS_WRITTEN = 128;
  static final int EVENTS_DROPPED = 136;
  static final int COMMANDS_READ = 256;
  static final int SNAPSHOT_VERSION = 384;
  static final int SNAPSHOT = 392;

  static final int RECORDING_WRITTEN = 1024;

  static final int RING = 4096;

  /** Bytes before a slot's payload. */
  static final int SLOT_HEADER_BYTES = 16;

  /**
   * Takes 326 bytes with three models: 16 of the slot's header, 6 of enums and phases, 8 for each
   * of 32 numbers, 16 for each model.
   */
  static final int SNAPSHOT_BYTES = 512;

  /**
   * A proposal, the longest command, takes at most 3619 bytes: 16 of the slot's header, 41 of the
   * command's, 3562 of the order. These are 396 for 6 ids of 66 (2 for the length, 64 of text), 25
   * for the patient, 1 each for weight basis and attestation, 16 for concentration and loaded
   * volume, and three lists after a byte for their length: 8 phases of 18, 16 earlier doses of 92
   * (an id, 3 numbers, 2 flags) and 8 overrides of 188 (an id, and 2 and 120 for the reason).
   */
  static final int COMMAND_BYTES = 4096;

  static final int COMMANDS = 64;

  /**
   * A read-back, the longest event, takes at most 13,074 bytes with three models: 16 of the slot's
   * header, 58 of type and stamp, 16 of the command it answers, 3562 of the order, 390 for 3 names
   * of 130, 40 for the progress, 88 for 11 numbers, 66 for the hash, and three lists after a byte for their length: 8
   * phases of 117 (a byte, 6 numbers, 2 texts of 34), a prediction of 33 for each model, and 24
   * findings of 325 (an id, a byte, a text of 258).
   */
  static final int EVENT_BYTES = 16_384;

  /** 60 s at 16 events a second before the reserve begins; 16 MiB. */
  static final int EVENTS = 1024;

  /**
   * The last slots, for what ends the delivery when the ring runs full: its alarm, the stop, the
   * pump coming to rest. A fault and a stop together make fewer than ten.
   */
  static final int EVENTS_RESERVE = 64;

  static final int STATION_BYTES = RING + COMMANDS * COMMAND_BYTES;

  /** Minutes of what the executor was told, for a station that is away. */
  static final int RECORDING_BYTES = 1 << 20;

  /** At most so much of it is written at once: what is read is that far from the writer. */
  static final int RECORDING_PART_BYTES = 1 << 16;

  static final int RECORDING = RING + EVENTS * EVENT_BYTES;
  static final int EXECUTOR_BYTES = RECORDING + RECORDING_BYTES;

  private LinkLayout() {}

  private static long magic(String text) {
    return ByteBuffer.wrap(text.getBytes(US_ASCII)).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }
}

package org.tenuto.link;

import java.lang.foreign.MemorySegment;

/**
 * A small file in the heap, with the real layout's header and a ring of two slots, so that very many
 * can be made anew a second. What is stressed is the room's own code: only the place is another one.
 */
final class StressedFile {

  static final int SLOTS = 2;
  static final int SLOT_BYTES = 64;

  /** Right behind the words and the snapshot. */
  private static final int FIRST = LinkLayout.SNAPSHOT + LinkLayout.SNAPSHOT_BYTES;

  static final Ring RING = new Ring(LinkLayout.COMMANDS_WRITTEN, FIRST, SLOTS, SLOT_BYTES);

  private static final int WORDS = 5;
  private static final long FACTOR = 0x0101_0101_0101_0101L;

  private StressedFile() {}

  static LinkFile of(long bootId) {
    long[] words = new long[(FIRST + SLOTS * SLOT_BYTES) / Long.BYTES];
    return new LinkFile(MemorySegment.ofArray(words), bootId, new Object());
  }

  /** Builds a slot whose every byte tells its number. */
  static void build(SlotWriter slot, int number) {
    slot.begin();
    for (int i = 0; i < WORDS; i++) {
      slot.i64(number * FACTOR);
    }
  }

  /** The number that a slot's every byte tells; -1 if they differ. */
  static int number(SlotReader slot) {
    long first = slot.i64();
    boolean same = first % FACTOR == 0;
    for (int i = 1; i < WORDS; i++) {
      same &= slot.i64() == first;
    }
    return same && slot.complete() ? (int) (first / FACTOR) : -1;
  }
}

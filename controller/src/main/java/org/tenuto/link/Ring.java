package org.tenuto.link;

/**
 * One of the two rings: where in its writer's file the slots and the writer's position stand. A
 * position is the sequence number written last, from 1. One writer, one reader; the reader's
 * position is in the reader's file, and whoever calls minds that no slot is used again before it
 * was read. Allocates nothing.
 *
 * @param written where the writer's position stands
 * @param first where the first slot stands
 * @param slots how many there are
 * @param slotBytes size of each
 */
record Ring(int written, int first, int slots, int slotBytes) {

  static final Ring COMMANDS =
      new Ring(
          LinkLayout.COMMANDS_WRITTEN,
          LinkLayout.RING,
          LinkLayout.COMMANDS,
          LinkLayout.COMMAND_BYTES);

  static final Ring EVENTS =
      new Ring(
          LinkLayout.EVENTS_WRITTEN, LinkLayout.RING, LinkLayout.EVENTS, LinkLayout.EVENT_BYTES);

  /**
   * Copies a slot that has been built into its place, then says that it is there.
   *
   * @return false if our file was cut short: nobody will read it
   */
  boolean put(LinkFile own, SlotWriter slot, long seq) {
    try {
      slot.write(own.memory(), offset(seq), seq);
      own.store(written, seq);
      own.surface();
    } catch (InternalError e) {
      own.foundCut();
    }
    return !own.isCut();
  }

  /** The writer's position; {@code otherwise} if its file was cut short. */
  long written(LinkFile other, long otherwise) {
    return other.get(written, otherwise);
  }

  /** Copies that slot out; false if it is damaged or another one's. */
  boolean take(LinkFile other, SlotReader slot, long seq) {
    try {
      boolean good = slot.take(other.memory(), offset(seq)) && slot.sequence() == seq;
      other.surface();
      return good;
    } catch (InternalError e) {
      other.foundCut();
      return false;
    }
  }

  private long offset(long seq) {
    return first + (seq - 1) % slots * slotBytes;
  }
}

package org.tenuto.link;

import org.jspecify.annotations.Nullable;

/**
 * Reads the recordings of one executor after the other, each to its end. What was overwritten
 * before it was read is passed over: the next part says so by its position. Command thread only.
 */
final class RecordingReader {

  private @Nullable LinkFile former;
  private long formerRead;
  private @Nullable LinkFile current;
  private long read;

  /** An executor was attached, in place of the one before. */
  void follow(LinkFile executor) {
    former = current;
    formerRead = read;
    current = executor;
    read = 0;
  }

  /** Goes on there with the executor that is attached. */
  void resumeAt(long position) {
    read = position;
  }

  /** The next part; null if there is none now. */
  @Nullable RecordedPart poll() {
    LinkFile ended = former;
    if (ended != null) {
      former = null;
      RecordedPart rest = part(ended, formerRead);
      if (rest != null) {
        return rest;
      }
    }
    LinkFile from = current;
    RecordedPart next = from == null ? null : part(from, read);
    if (next != null) {
      read = next.from() + next.bytes().length;
    }
    return next;
  }

  private static @Nullable RecordedPart part(LinkFile from, long position) {
    long written = RecordingRing.written(from, position);
    long start = Math.max(position, RecordingRing.oldest(written));
    if (written <= start) {
      return null;
    }
    byte[] bytes = RecordingRing.take(from, start, Math.toIntExact(written - start));
    return bytes == null ? null : new RecordedPart(from.bootId(), start, bytes);
  }
}

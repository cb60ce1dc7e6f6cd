package org.tenuto.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.telemetry.EventBody;

/** Entries to write in tests. */
final class Sample {

  static final long BOOT = 0x0123_4567_89ab_cdefL;

  private Sample() {}

  /** Every third one publishable. */
  static Entry entry(long n) {
    Instant wall = Instant.ofEpochMilli(1_767_225_600_000L + n);
    Checkpoint checkpoint =
        Checkpoint.newBuilder().setExecutorBootId(BOOT).setCycle(n).setState("INFUSING").build();
    return n % 3 == 0
        ? Entry.publishable(
            BOOT, n * 1_000, wall, checkpoint, EventBody.newBuilder().setMonoNs(n).build())
        : Entry.confined(BOOT, n * 1_000, wall, checkpoint);
  }

  static List<Entry> entries(int count) {
    List<Entry> entries = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      entries.add(entry(n));
    }
    return entries;
  }
}

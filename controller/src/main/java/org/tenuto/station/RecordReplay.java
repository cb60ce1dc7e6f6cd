package org.tenuto.station;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.replay.Replay;

/**
 * Has every executor of a record decide once more, and holds each event against the one on record,
 * bit for bit. What was decided between two events is held against the sums in the recording. One
 * thread; writes nothing.
 */
public final class RecordReplay {

  private static final int PAGE = 500;
  private static final String HOLE = "the recording has a hole, and ";
  private static final long CYCLES_PER_S = 1_000;

  private final Function<String, @Nullable DrugLibrary> libraries;

  /**
   * Replays with these libraries.
   *
   * @param libraries the drug library of a hash; null if there is none
   */
  public RecordReplay(Function<String, @Nullable DrugLibrary> libraries) {
    this.libraries = libraries;
  }

  /** Every boot of an executor in the record, in the order they began. */
  public List<ReplayedBoot> all(JournalReader journal) throws JournalException {
    var kept = new KeptBoots();
    long seq = 0;
    List<JournalRecord> page = journal.readAfter(seq, PAGE);
    while (!page.isEmpty()) {
      for (JournalRecord record : page) {
        seq = record.seq();
        kept.take(record);
      }
      page = journal.readAfter(seq, PAGE);
    }
    return replayAll(kept);
  }

  /** The same of records that are at hand, by rising sequence. */
  public List<ReplayedBoot> all(List<JournalRecord> records) throws JournalException {
    var kept = new KeptBoots();
    for (JournalRecord record : records) {
      kept.take(record);
    }
    return replayAll(kept);
  }

  private List<ReplayedBoot> replayAll(KeptBoots kept) {
    return kept.boots().stream()
        .filter(boot -> boot.events() > 0)
        .map(boot -> replay(boot, kept.pruned(boot)))
        .toList();
  }

  private ReplayedBoot replay(RecordedBoot boot, @Nullable String pruned) {
    var comparison = new Comparison(boot);
    if (pruned != null && !boot.hasHole()) {
      return result(boot, "", "", 0, comparison, null).notComparable(pruned);
    }
    byte[] told = boot.told();
    if (told.length == 0) {
      return result(boot, "", "", 0, comparison, "what it was told is not on record");
    }
    if (!boot.isToldFromTheBeginning()) {
      String more = pruned == null ? "the beginning of the recording is lost" : HOLE + pruned;
      return result(boot, "", "", 0, comparison, more);
    }
    try {
      return replay(boot, new Replay(told), comparison);
    } catch (IllegalArgumentException e) {
      return result(boot, "", "", 0, comparison, e.getMessage());
    }
  }

  private ReplayedBoot replay(RecordedBoot boot, Replay replay, Comparison comparison) {
    var setUp = replay.setUp();
    String hash = setUp.boot().libraryHash();
    DrugLibrary library = libraries.apply(hash);
    String difference;
    if (library == null) {
      difference = "drug library " + hash + " is not here: expected it by --library";
    } else {
      replay.play(library, comparison::take);
      difference = difference(boot, replay, comparison);
    }
    return result(
        boot,
        setUp.boot().build(),
        setUp.capability().model(),
        replay.cycles(),
        comparison,
        difference);
  }

  private static @Nullable String difference(
      RecordedBoot boot, Replay replay, Comparison comparison) {
    if (comparison.difference != null) {
      return comparison.difference;
    } else if (replay.difference() != null) {
      return "cycle " + replay.cycles() + ", " + time(replay.cycles()) + ": " + replay.difference();
    }
    return boot.hasHole()
        ? "the recording has a hole after cycle " + replay.cycles() + ", " + time(replay.cycles())
        : null;
  }

  private static String time(long cycles) {
    return cycles / CYCLES_PER_S + " s after its start";
  }

  private static ReplayedBoot result(
      RecordedBoot boot,
      String build,
      String pump,
      long cycles,
      Comparison comparison,
      @Nullable String difference) {
    return new ReplayedBoot(
        boot.bootId(),
        build,
        pump,
        boot.firstWallMs(),
        boot.lastWallMs(),
        cycles,
        comparison.same,
        Math.max(0, boot.lastSeq() - comparison.lastSeq),
        difference,
        null);
  }

  /** The boots of executors on record, and whether the beginning of one was pruned. */
  private static final class KeptBoots {

    private final Map<Long, RecordedBoot> boots = new LinkedHashMap<>();
    private final PrunedBeginning beginning = new PrunedBeginning();

    void take(JournalRecord record) throws JournalException {
      try {
        beginning.take(record);
        RecordedBoot boot = boots.computeIfAbsent(record.bootId(), RecordedBoot::new);
        boot.take(record);
        if (boot.isOfAnExecutor()) {
          beginning.begins(boot);
        }
      } catch (InvalidProtocolBufferException e) {
        throw new JournalException(Reason.CORRUPT, "record " + record.seq() + ": unreadable", e);
      }
    }

    Collection<RecordedBoot> boots() {
      return boots.values();
    }

    @Nullable String pruned(RecordedBoot boot) {
      return beginning.of(boot);
    }
  }

  /** Holds what is decided again against what is on record. */
  private static final class Comparison {

    private final RecordedBoot boot;
    private long same;
    private long lastSeq;
    private @Nullable String difference;

    Comparison(RecordedBoot boot) {
      this.boot = boot;
    }

    /** An event that is not on record was lost then, which is on record, or came after its end. */
    void take(ExecutorEvent event) {
      lastSeq = event.stamp().seq();
      RecordedBoot.Said said = boot.said(lastSeq);
      if (said == null || difference != null) {
        return;
      }
      var again = JournalForm.event(event);
      if (again.toByteString().equals(said.payload())) {
        same++;
      } else {
        difference = "record " + said.recordSeq() + " says " + words(said) + "; replayed: "
            + TextFormat.printer().emittingSingleLine(true).printToString(again);
      }
    }

    private static String words(RecordedBoot.Said said) {
      try {
        var event = org.tenuto.proto.journal.ExecutorEvent.parseFrom(said.payload());
        return TextFormat.printer().emittingSingleLine(true).printToString(event);
      } catch (InvalidProtocolBufferException e) {
        return "what can't be read (" + e.getMessage() + ")";
      }
    }
  }
}

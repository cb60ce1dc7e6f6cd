package org.tenuto.simulator.record;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.RecordStorage;
import org.tenuto.journal.Verification;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.simulator.oracle.Happening;
import org.tenuto.simulator.oracle.Violation;
import org.tenuto.telemetry.Envelope;

/**
 * Judges the record of a session: after each start of a station what has come since, at the end all
 * of it. What was durable once stays as it was; a torn end is noticed, and nothing is added to it.
 * One session, one thread.
 */
public final class RecordJudge {

  private static final int PAGE = 500;

  private final RecordStorage disk;
  private final LongSupplier tornSeq;
  private final PhysicalTruth truth = new PhysicalTruth();
  private final HeardEvents heard = new HeardEvents();
  private final Complaints complaints = new Complaints();
  private final IntentFirst intentFirst;
  private final NoIdentities identities;
  private final List<RecordCheck> checks;
  private long takenSeq;
  private ByteString takenHash = ByteString.EMPTY;

  /**
   * Nothing is on record yet.
   *
   * @param disk read from outside
   * @param durable whether the record with that number would survive a power cut
   * @param tornSeq the record a torn write left half of; 0 for none
   * @param received events as they came to the broker; grows
   * @param staffId what must not leave the device
   * @param digitNl finest digit of the pump's counter, nL
   */
  public RecordJudge(
      RecordStorage disk,
      LongPredicate durable,
      LongSupplier tornSeq,
      List<SealedEvent> received,
      String staffId,
      long digitNl) {
    this.disk = disk;
    this.tornSeq = tornSeq;
    identities = new NoIdentities(staffId, complaints);
    LongFunction<@Nullable Intent> intents =
        seq -> durable.test(seq) ? intent(seq) : null;
    intentFirst = new IntentFirst(intents, complaints);
    checks =
        List.of(
            new EventsWhole(heard, complaints),
            new IntentsClosed(heard, complaints),
            new BracketKept(truth, digitNl, complaints),
            new WireKept(received, complaints));
  }

  /** Staff did something. */
  public void happened(Happening happening) {
    truth.happened(happening);
  }

  /** Where the plunger is; see {@link PhysicalTruth#look}. Costs a comparison. */
  public void look(long nowNs, long pushedNl, long slippedNl) {
    truth.look(nowNs, pushedNl, slippedNl);
  }

  /** An executor said something. */
  public void heard(ExecutorEvent event) {
    complaints.at(event.stamp().monoNs());
    heard.heard(event);
    intentFirst.heard(event);
  }

  /** What it said last could not be handed on. */
  public void lost(ExecutorEvent event) {
    heard.lost(event);
  }

  /** A message has reached the broker. */
  public void published(Envelope envelope) {
    identities.look(envelope);
  }

  private @Nullable Intent intent(long seq) {
    try (JournalReader reader = JournalReader.open(disk)) {
      List<JournalRecord> one = reader.readAfter(seq - 1, 1);
      boolean isIntent = !one.isEmpty() && one.getFirst().type().equals("Intent");
      return isIntent ? Intent.parseFrom(one.getFirst().payload()) : null;
    } catch (JournalException | InvalidProtocolBufferException e) {
      complaints.add(this, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** A station has started and put that on record: everything before is durable. */
  public void stationStarted(Ending ending) {
    complaints.at(ending.nowNs());
    if (tornSeq.getAsLong() != 0) {
      complaints.add(this, "a station goes on with record " + tornSeq.getAsLong() + ", half of it");
    }
    read(ending);
  }

  /** A station did not start for the sake of its record. */
  public void refused(JournalException why, long nowNs) {
    if (why.reason() == JournalException.Reason.CORRUPT && tornSeq.getAsLong() == 0) {
      complaints.at(nowNs);
      complaints.add(this, "a sound record is refused: " + why.getMessage());
    }
  }

  /**
   * All is over.
   *
   * @param found told what is wrong
   */
  public void judge(Ending ending, Consumer<Violation> found) {
    complaints.at(ending.nowNs());
    read(ending);
    complaints.tell(found);
  }

  private void read(Ending ending) {
    try (JournalReader reader = JournalReader.open(disk)) {
      requireKept(reader);
      takeNew(reader);
      verify(reader);
      checks.forEach(check -> check.judge(ending));
    } catch (JournalException e) {
      if (e.reason() != JournalException.Reason.MISSING) {
        complaints.add(this, String.valueOf(e.getMessage()));
      }
    } catch (InvalidProtocolBufferException e) {
      complaints.add(this, "record " + (takenSeq + 1) + ": " + e.getMessage());
    }
  }

  /** What was taken last time is still there, and the same. */
  private void requireKept(JournalReader reader) throws JournalException {
    if (takenSeq > 0) {
      List<JournalRecord> last = reader.readAfter(takenSeq - 1, 1);
      if (last.isEmpty() || !last.getFirst().hash().equals(takenHash)) {
        complaints.add(this, "record " + takenSeq + " was durable and is gone or changed");
      }
    }
  }

  private void takeNew(JournalReader reader)
      throws JournalException, InvalidProtocolBufferException {
    List<JournalRecord> page = reader.readAfter(takenSeq, PAGE);
    while (!page.isEmpty()) {
      for (JournalRecord record : page) {
        Kept kept = Kept.of(record);
        checks.forEach(check -> check.take(kept));
        takenSeq = record.seq();
        takenHash = record.hash();
      }
      page = reader.readAfter(takenSeq, PAGE);
    }
  }

  private void verify(JournalReader reader) throws JournalException {
    Verification.Break broken = reader.verify().broken();
    long torn = tornSeq.getAsLong();
    if (torn == 0 && broken != null) {
      complaints.add(this, broken.text());
    } else if (torn != 0 && (broken == null || broken.seq() != torn)) {
      complaints.add(this, "record " + torn + " is half of itself, and nobody notices");
    }
    if (torn != 0 && takenSeq > torn) {
      complaints.add(this, "record " + takenSeq + " was added after " + torn + ", half of itself");
    }
  }
}

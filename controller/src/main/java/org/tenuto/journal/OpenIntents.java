package org.tenuto.journal;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.StationRecovered;

/**
 * What staff asked for and the record has no answer to: for a restarting station to close. Looks
 * back to the last {@code StationRecovered}, which closed everything before it.
 */
public final class OpenIntents {

  private static final int PAGE = 500;

  private final Map<Command, OpenIntent> open = new LinkedHashMap<>();

  private OpenIntents() {}

  /**
   * An intent without an answer.
   *
   * @param journalSeq its record
   * @param intent what was asked
   */
  public record OpenIntent(long journalSeq, Intent intent) {}

  private record Command(long stationBootId, long seq) {}

  /** Reads them from the record, oldest first. */
  public static List<OpenIntent> in(JournalReader journal) throws JournalException {
    OpenIntents intents = new OpenIntents();
    Optional<JournalRecord> recovered = journal.lastOf(StationRecovered.getDescriptor().getName());
    long seq = recovered.isPresent() ? recovered.get().seq() : 0;
    List<JournalRecord> page = journal.readAfter(seq, PAGE);
    while (!page.isEmpty()) {
      for (JournalRecord record : page) {
        intents.take(record);
        seq = record.seq();
      }
      page = journal.readAfter(seq, PAGE);
    }
    return new ArrayList<>(intents.open.values());
  }

  private void take(JournalRecord record) throws JournalException {
    try {
      switch (record.type()) {
        case "Intent" -> opened(record.seq(), Intent.parseFrom(record.payload()));
        case "ExecutorEvent" -> answered(ExecutorEvent.parseFrom(record.payload()));
        default -> {
          // says nothing about an intent
        }
      }
    } catch (InvalidProtocolBufferException e) {
      throw new JournalException(
          Reason.CORRUPT, "record " + record.seq() + ": unreadable " + record.type(), e);
    }
  }

  private void opened(long seq, Intent intent) {
    Command command = new Command(intent.getStationBootId(), intent.getCommandSeq());
    open.put(command, new OpenIntent(seq, intent));
  }

  private void answered(ExecutorEvent event) {
    if (event.hasAnswered()) {
      var answer = event.getAnswered();
      open.remove(new Command(answer.getStationBootId(), answer.getCommandSeq()));
    } else if (event.hasOrderReadBack()) {
      var readBack = event.getOrderReadBack();
      open.remove(new Command(readBack.getStationBootId(), readBack.getCommandSeq()));
    } else if (event.hasPrimingOffered()) {
      var offered = event.getPrimingOffered();
      open.remove(new Command(offered.getStationBootId(), offered.getCommandSeq()));
    }
  }
}

package org.tenuto.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;

/** The sessions of one journal. Reads it as often as is asked; one thread. */
public final class RecordedSessions {

  private static final int PAGE = 500;

  private final JournalReader journal;
  private final Soundness soundness;
  private final List<SessionSpan> spans;

  private RecordedSessions(JournalReader journal, Soundness soundness, List<SessionSpan> spans) {
    this.journal = journal;
    this.soundness = soundness;
    this.spans = spans;
  }

  /**
   * Checks a journal and finds its sessions, up to where it ends now.
   *
   * @throws JournalException if it can't be read; one that can and is not sound is no exception
   */
  public static RecordedSessions in(JournalReader journal) throws JournalException {
    Soundness soundness = Soundness.of(journal);
    SessionIndex index = new SessionIndex();
    each(journal, soundness.headSeq(), index::take);
    return new RecordedSessions(journal, soundness, index.sessions());
  }

  private static void each(JournalReader journal, long toSeq, Consumer<Kept> taker)
      throws JournalException {
    long seq = 0;
    List<JournalRecord> page = journal.readAfter(seq, PAGE);
    while (!page.isEmpty() && seq < toSeq) {
      for (JournalRecord record : page) {
        if (record.seq() <= toSeq) {
          taker.accept(Kept.of(record));
        }
        seq = record.seq();
      }
      page = journal.readAfter(seq, PAGE);
    }
  }

  /** How many orders were started. */
  public int count() {
    return spans.size();
  }

  /** Why the journal is not as it was written, one line; empty if it is. */
  public String broken() {
    return soundness.broken() == null ? "" : soundness.broken();
  }

  /**
   * The report of one.
   *
   * @param number from 1 to {@link #count}
   * @return an HTML file, well-formed as XML too
   */
  public String html(int number) throws JournalException {
    return SessionPage.of(facts(number), soundness);
  }

  /**
   * The same for programs.
   *
   * @param number from 1 to {@link #count}
   * @return one JSON object, its shape in docs/report.md
   */
  public String json(int number) throws JournalException {
    return SessionJson.of(facts(number), soundness);
  }

  /**
   * All of them, one in a line: number, start, records, drug and protocol, how it ended. Reads the
   * record once more, however many there are.
   */
  public List<String> lines() throws JournalException {
    List<Ending> endings = spans.stream().map(span -> new Ending(span.nonce())).toList();
    each(journal, soundness.headSeq(), kept -> take(endings, kept));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      lines.add(line(spans.get(i), endings.get(i)));
    }
    return lines;
  }

  /** What comes after the last record of an order is no news of it. */
  private void take(List<Ending> endings, Kept kept) {
    for (int i = 0; i < endings.size(); i++) {
      if (kept.seq() <= spans.get(i).toSeq()) {
        endings.get(i).take(kept);
      }
    }
  }

  private static String line(SessionSpan span, Ending ending) {
    return span.number()
        + "  "
        + Times.ofWall(span.startWallMs())
        + "  records "
        + span.fromSeq()
        + ".."
        + span.toSeq()
        + "  "
        + (span.drug().isEmpty() ? "read-back not on record" : span.drug())
        + "  "
        + ending.text();
  }

  SessionFacts facts(int number) throws JournalException {
    SessionFacts facts = new SessionFacts(spans.get(number - 1));
    each(journal, facts.span().toSeq(), facts::take);
    return facts;
  }
}

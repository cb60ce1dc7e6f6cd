package org.tenuto.station;

import java.util.List;
import org.tenuto.journal.Entry;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalRecord;

/** Whoever knows something by the record: told of each one as soon as it is durable, in order. */
interface RecordFollower {

  /**
   * A record became durable. Called by the keeper's thread.
   *
   * @throws JournalException if the record can't be read
   */
  void heard(JournalRecord record) throws JournalException;

  /**
   * Looks whether there is something to put on record by itself. Called by the keeper's thread once
   * a round, each 10 ms; never waits.
   *
   * @param entries gets what is to be put on record
   */
  default void look(long nowNs, List<Entry> entries) {}
}

package org.tenuto.journal;

import java.nio.file.Path;

/**
 * Where one record is kept for good, and how it is opened. Implemented on an SQLite file; a modelled
 * disk can stand in for it.
 */
public interface RecordStorage {

  /**
   * For the one who appends; makes an empty record if there is none. Until the store is closed, or
   * whoever opened it is dead, nobody else gets it for writing.
   *
   * @throws JournalException if another has it open for writing, if it can't be written, or if what
   *     is there is no record
   */
  RecordStore toWrite() throws JournalException;

  /**
   * For one of any number of readers, also while it is being written. It sees what {@link
   * RecordStore#append} returned from before it was asked; its {@code append} is never called.
   *
   * @throws JournalException if there is no record, or what is there is none
   */
  RecordStore toRead() throws JournalException;

  /** In an SQLite file; its directory must exist. */
  static RecordStorage in(Path file) {
    return new SqliteStorage(file);
  }
}

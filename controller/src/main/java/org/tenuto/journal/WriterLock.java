package org.tenuto.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tenuto.journal.JournalException.Reason;

/**
 * The right to append: held by one process at a time, gone when it dies. A file of its own beside
 * the journal, since closing any channel on the database file would drop SQLite's own POSIX locks.
 * It names the holder's process and is left behind: removing it would race with the next holder.
 */
final class WriterLock {

  private final FileChannel channel;

  private WriterLock(FileChannel channel) {
    this.channel = channel;
  }

  static WriterLock take(Path journal) throws JournalException {
    Path file = journal.resolveSibling(journal.getFileName() + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new JournalException(
            Reason.IN_USE, "journal " + journal + " is being written by process " + holder(file));
      }
      String pid = Long.toString(ProcessHandle.current().pid());
      channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
      return new WriterLock(channel);
    } catch (NoSuchFileException e) {
      throw new JournalException(
          Reason.MISSING, "journal " + journal + ": its directory does not exist", e);
    } catch (AccessDeniedException e) {
      throw new JournalException(
          Reason.READ_ONLY, "journal " + journal + ": no permission to write " + file, e);
    } catch (IOException e) {
      throw new JournalException(Reason.IO, "journal " + journal + ": " + e.getMessage(), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // this very process holds it
    }
  }

  private static String holder(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.US_ASCII).strip();
  }

  void release() throws JournalException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new JournalException(Reason.IO, "journal lock: " + e.getMessage(), e);
    }
  }
}

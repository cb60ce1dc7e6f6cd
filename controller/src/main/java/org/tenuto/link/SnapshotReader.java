package org.tenuto.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tenuto.control.StatusSnapshot;

/**
 * Reads the snapshot of the executor that has a folder, and takes no part in its link: the executor
 * can't tell that somebody looks. Stays with the executor it found. One thread.
 */
public final class SnapshotReader {

  private final LinkFile executor;
  private final SlotReader slot = new SlotReader(LinkLayout.SNAPSHOT_BYTES);

  private SnapshotReader(LinkFile executor) {
    this.executor = executor;
  }

  /**
   * Finds the executor.
   *
   * @param directory where both files of the link are
   * @throws IOException one line: the file, and that it is not there or what is wrong with it
   */
  public static SnapshotReader open(Path directory) throws IOException {
    Path path = directory.resolve(LinkEnd.EXECUTOR.fileName);
    LinkFile found =
        Files.isDirectory(directory)
            ? new PeerFile(path, LinkEnd.EXECUTOR, Files.getOwner(directory)).open()
            : null;
    if (found == null) {
      throw new IOException(path + ": no such file, expected that of an executor that runs");
    }
    return new SnapshotReader(found);
  }

  /**
   * Reads its present state; allocates nothing.
   *
   * @return false if there is none, or none whole after 3 tries: {@code into} is as it was
   */
  public boolean read(StatusSnapshot into) {
    return SequenceLock.read(executor, slot) && SnapshotCodec.decode(slot, into);
  }
}

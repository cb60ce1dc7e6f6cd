package org.tenuto.link;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the two ends of a link meet: a folder in memory that two processes share, or the memory of
 * the one process that has both.
 */
public abstract sealed class LinkPlace permits LinkFolder, LinkMemory {

  LinkPlace() {}

  /** Two files in a folder in memory (a tmpfs); made if missing. */
  public static LinkPlace folder(Path directory) {
    return new LinkFolder(directory);
  }

  /**
   * Makes an end whole, not yet in place.
   *
   * @throws IOException one line: the file and what is wrong
   */
  abstract FreshEnd make(LinkEnd end, long bootId) throws IOException;
}

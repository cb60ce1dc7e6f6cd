package org.tenuto.link;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The place where another process's end is. Never the loop's: file system work. */
interface PeerEnd {

  /** Whether that end may be gone, or be another one by now: not if it stands there as it was. */
  boolean mayHaveChanged(@Nullable LinkFile known) throws IOException;

  /**
   * Opens what is there, if it is an end.
   *
   * @return null if there is none
   * @throws IOException one line: the file, what is wrong with it, what was expected
   */
  @Nullable LinkFile open() throws IOException;
}

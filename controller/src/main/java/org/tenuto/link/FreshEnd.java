package org.tenuto.link;

import java.io.IOException;

/** An end that was made whole, beside what is in place. */
interface FreshEnd {

  /** Where the other side, or our own predecessor, is to be found. */
  PeerEnd peer(LinkEnd end);

  /**
   * Puts it in place of what is there.
   *
   * @throws IOException one line: the file and what is wrong
   */
  LinkFile putInPlace() throws IOException;
}

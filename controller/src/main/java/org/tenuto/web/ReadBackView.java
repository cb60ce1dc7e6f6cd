package org.tenuto.web;

import java.util.List;
import org.tenuto.dose.ReadBack;

/**
 * A read-back as it is put before staff.
 *
 * @param readBack the executor's own figures
 * @param secondsLeft how long it can still be started, s; 0 once it can't
 * @param notMonitored what no sensor watches on this device, in plain words
 */
public record ReadBackView(ReadBack readBack, long secondsLeft, List<String> notMonitored) {

  public ReadBackView {
    notMonitored = List.copyOf(notMonitored);
  }
}

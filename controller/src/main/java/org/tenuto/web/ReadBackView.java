package org.tenuto.web;

import java.util.List;
import java.util.Set;
import org.tenuto.dose.Finding;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.ReasonCode;

/**
 * A read-back as it is put before staff.
 *
 * @param readBack the executor's own figures
 * @param secondsLeft how long it can still be started, s; 0 once it can't
 * @param notMonitored what no sensor watches on this device, in plain words
 */
public record ReadBackView(ReadBack readBack, long secondsLeft, List<String> notMonitored) {

  private static final Set<String> PASSABLE =
      Set.of(
          ReasonCode.SOFT_LIMIT_NOT_OVERRIDDEN.name(), ReasonCode.SECOND_PERSON_MISSING.name());

  public ReadBackView {
    notMonitored = List.copyOf(notMonitored);
  }

  /** Whether only reasons and a second person are missing for it to be started. */
  public boolean passable() {
    List<String> hard =
        readBack.findings().stream()
            .filter(finding -> finding.severity() == Finding.Severity.HARD)
            .map(Finding::code)
            .toList();
    return !hard.isEmpty() && PASSABLE.containsAll(hard);
  }

  /** Whether a second person has not checked it yet who is to; what runs may always be slowed. */
  public boolean wantsSecond() {
    return wantsSecond(readBack);
  }

  /** The same of a read-back. */
  public static boolean wantsSecond(ReadBack readBack) {
    return readBack.order().secondStaffId().isBlank() && !slows(readBack);
  }

  private static boolean slows(ReadBack readBack) {
    int phase = readBack.progress().phase();
    return readBack.progress().isChange()
        && readBack.progress().rateNlPerH() > 0
        && phase < readBack.phases().size()
        && readBack.phases().get(phase).rateNlPerH() <= readBack.progress().rateNlPerH();
  }
}

package org.tenuto.staff;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Wrong PINs of each person, and for how long that locks them out: after five in a row for a minute,
 * after five more for two, then four, up to 64 minutes; a right PIN ends it. So six digits take
 * longer to guess than a lifetime. Ids nobody has are counted just the same, so that they can't be
 * told from others. Any thread.
 */
public final class Lockouts {

  /** Wrong PINs in a row that lock. */
  public static final int TRIES = 5;

  private static final long FIRST_NS = 60_000_000_000L;
  private static final int MOST_DOUBLINGS = 6;

  /** Persons, and ids of nobody; of the latter the oldest are forgotten. */
  private static final int REMEMBERED = 4 * StaffRegister.MOST;

  /**
   * How somebody stands.
   *
   * @param wrongInARow since the last right PIN or lockout
   * @param lockouts in a row since the last right PIN
   * @param untilNs locked until then, if {@code locked}
   */
  private record Standing(int wrongInARow, int lockouts, long untilNs, boolean locked) {}

  /**
   * What a wrong PIN came to.
   *
   * @param triesLeft before a lockout; 0 if it came to one
   * @param lockouts in a row, this one counted
   * @param lockedNs for how long, ns; 0 if it did not come to one
   */
  public record Wrong(int triesLeft, int lockouts, long lockedNs) {}

  private final Map<String, Standing> standings = new LinkedHashMap<>();
  private final Predicate<String> staff;

  /**
   * Nobody was wrong yet.
   *
   * @param staff whether somebody has an id: theirs are never forgotten
   */
  public Lockouts(Predicate<String> staff) {
    this.staff = staff;
  }

  /** For how long that person is still locked out, ns; 0 if not. */
  public synchronized long lockedNs(String id, long nowNs) {
    Standing one = standings.get(StaffRegister.key(id));
    return one == null || !one.locked() ? 0 : Math.max(0, one.untilNs() - nowNs);
  }

  /** A wrong PIN was given for that person, who was not locked out. */
  public synchronized Wrong wrong(String id, long nowNs) {
    Standing before = standings.getOrDefault(StaffRegister.key(id), new Standing(0, 0, 0, false));
    int wrong = before.wrongInARow() + 1;
    if (wrong < TRIES) {
      put(id, new Standing(wrong, before.lockouts(), 0, false));
      return new Wrong(TRIES - wrong, before.lockouts(), 0);
    }
    int lockouts = before.lockouts() + 1;
    long lockedNs = FIRST_NS << Math.min(lockouts - 1, MOST_DOUBLINGS);
    put(id, new Standing(0, lockouts, nowNs + lockedNs, true));
    return new Wrong(0, lockouts, lockedNs);
  }

  /** A right PIN was given. */
  public synchronized void right(String id) {
    standings.remove(StaffRegister.key(id));
  }

  /** From the record: so many wrong PINs in a row, none of which locked. */
  public synchronized void restoreWrong(String id, int wrongInARow) {
    Standing before = standings.getOrDefault(StaffRegister.key(id), new Standing(0, 0, 0, false));
    int wrong = Math.clamp(wrongInARow, 0, TRIES - 1);
    put(id, new Standing(wrong, before.lockouts(), before.untilNs(), before.locked()));
  }

  /** From the record: a lockout of which so much is left, ns. */
  public synchronized void restoreLocked(String id, int lockouts, long leftNs, long nowNs) {
    put(id, new Standing(0, Math.max(1, lockouts), nowNs + Math.max(0, leftNs), true));
  }

  private void put(String id, Standing standing) {
    String key = StaffRegister.key(id);
    standings.remove(key);
    standings.put(key, standing);
    if (standings.size() > REMEMBERED) {
      standings.keySet().stream()
          .filter(staff.negate())
          .findFirst()
          .ifPresent(standings::remove);
    }
  }
}

package org.tenuto.staff;

import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a PIN is somebody's. One PIN is tried at a time and few wait, so that no number
 * of tries takes the processor from the rest; a try more is told so at once. Nobody there, a wrong
 * PIN and a lockout can't be told apart by how long they take. Any thread; takes a good part of a
 * second.
 */
public final class PinCheck {

  private static final int WAITING_AT_MOST = 4;

  /** What a try came to. */
  public sealed interface Outcome {

    /** It is that person's PIN. */
    record Right(StaffMember member) implements Outcome {}

    /**
     * It is not, or there is no such person.
     *
     * @param member null if nobody has that id
     */
    record WrongPin(@Nullable StaffMember member, Lockouts.Wrong wrong) implements Outcome {}

    /** Nothing was tried. */
    record Locked(@Nullable StaffMember member, long leftNs) implements Outcome {}

    /** Nothing was tried: too many wait. */
    record Busy() implements Outcome {}
  }

  private final WatchedRegister register;
  private final Lockouts lockouts;
  private final SecureRandom random;
  private final LongSupplier nowNs;
  private final Semaphore places = new Semaphore(WAITING_AT_MOST);
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * The check against one register.
   *
   * @param nowNs the clock lockouts go by
   */
  public PinCheck(
      WatchedRegister register, Lockouts lockouts, SecureRandom random, LongSupplier nowNs) {
    this.register = register;
    this.lockouts = lockouts;
    this.random = random;
    this.nowNs = nowNs;
  }

  /** Tries a PIN. */
  public Outcome tryPin(String id, String pin) {
    if (!places.tryAcquire()) {
      return new Outcome.Busy();
    }
    try {
      turn.acquireUninterruptibly();
      try {
        return inTurn(id, pin);
      } finally {
        turn.release();
      }
    } finally {
      places.release();
    }
  }

  private Outcome inTurn(String id, String pin) {
    StaffRegister staff = register.current();
    StaffMember member = staff.find(id);
    long lockedNs = lockouts.lockedNs(id, nowNs.getAsLong());
    if (lockedNs > 0) {
      return new Outcome.Locked(member, lockedNs);
    }
    PinHash hash = member == null ? PinHash.ofNobody(random, staff.iterations()) : member.pin();
    boolean right = hash.matches(pin);
    if (right && member != null) {
      lockouts.right(id);
      return new Outcome.Right(member);
    }
    return new Outcome.WrongPin(member, lockouts.wrong(id, nowNs.getAsLong()));
  }
}

package org.tenuto.station;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.LockedOut;
import org.tenuto.proto.journal.SignInRefused;
import org.tenuto.staff.Lockouts;
import org.tenuto.staff.PinCheck;
import org.tenuto.staff.StaffMember;
import org.tenuto.web.Reply;

/** PINs that are tried, and what comes of it, put on record. Any thread. */
final class StaffPins {

  private final PinCheck check;
  private final StaffRecord record;

  StaffPins(PinCheck check, StaffRecord record) {
    this.check = check;
    this.record = record;
  }

  /** Whose PIN it is; refused alike whether it is wrong or nobody has that id. */
  Reply<StaffMember> tryPin(String staffId, String pin) {
    return switch (check.tryPin(staffId, pin)) {
      case PinCheck.Outcome.Right(StaffMember member) -> new Reply.Accepted<>(member);
      case PinCheck.Outcome.WrongPin(StaffMember member, Lockouts.Wrong wrong) ->
          wrong(member, wrong);
      case PinCheck.Outcome.Locked(StaffMember member, long leftNs) ->
          new Reply.Refused<>(
              "LOCKED", "Locked after wrong PINs: try again in " + words(leftNs) + ".");
      case PinCheck.Outcome.Busy() ->
          new Reply.Refused<>("BUSY", "Other PINs are being tried: try again.");
    };
  }

  private Reply<StaffMember> wrong(@Nullable StaffMember member, Lockouts.Wrong wrong) {
    String id = member == null ? "" : member.id();
    record.put(
        record
            .fact(id)
            .setSignInRefused(
                SignInRefused.newBuilder()
                    .setCause(member == null ? "UNKNOWN" : "WRONG_PIN")
                    .setWrongInARow(member == null ? 0 : Lockouts.TRIES - wrong.triesLeft())));
    if (member != null && wrong.lockedNs() > 0) {
      record.put(
          record
              .fact(id)
              .setLockedOut(
                  LockedOut.newBuilder()
                      .setLockouts(wrong.lockouts())
                      .setLockedMs(TimeUnit.NANOSECONDS.toMillis(wrong.lockedNs()))));
    }
    return new Reply.Refused<>("WRONG_PIN", "Name or PIN is wrong: " + consequence(wrong));
  }

  private static String consequence(Lockouts.Wrong wrong) {
    if (wrong.lockedNs() > 0) {
      return "locked for " + words(wrong.lockedNs()) + ".";
    }
    return wrong.triesLeft() == 1 ? "1 try left." : wrong.triesLeft() + " tries left.";
  }

  /** Rounded up. */
  private static String words(long ns) {
    long s = Math.ceilDiv(ns, TimeUnit.SECONDS.toNanos(1));
    return s > 60 ? Math.ceilDiv(s, 60) + " min" : s + " s";
  }
}

package org.tenuto.station;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.Finding;
import org.tenuto.dose.LimitOverride;
import org.tenuto.dose.ReadBack;
import org.tenuto.proto.journal.SecondCheckRefused;
import org.tenuto.proto.journal.SecondChecked;
import org.tenuto.staff.Duty;
import org.tenuto.staff.StaffMember;
import org.tenuto.staff.WatchedRegister;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.Reply;
import org.tenuto.web.SecondCheck;

/**
 * The second person. What they were shown is read back once more, now as checked by them, so that
 * the executor sees both ids and judges the soft limits the two pass; what starts then is that
 * read-back. Any thread; takes as long as a PIN does to try.
 */
final class SecondPerson {

  private final StationRequests requests;
  private final WatchedRegister register;
  private final StaffPins pins;
  private final StaffRecord record;
  private final StationClock clock;

  SecondPerson(
      StationRequests requests,
      WatchedRegister register,
      StaffPins pins,
      StaffRecord record,
      StationClock clock) {
    this.requests = requests;
    this.register = register;
    this.pins = pins;
    this.record = record;
    this.clock = clock;
  }

  /** Their check; the value is what may be started now. */
  CompletableFuture<Reply<ReadBackView>> check(SecondCheck check) {
    LastReadBack.Shown shown = requests.lastReadBack(check.nonce(), check.hash());
    if (shown == null) {
      return refused(check, "", "NOT_THIS_READ_BACK", "That is not what was read back last.");
    }
    if (clock.nowNs() > shown.readBack().expiresAtNs()) {
      return refused(check, "", "EXPIRED", "That read-back is over: have it read back again.");
    }
    return switch (pins.tryPin(check.staffId(), check.pin())) {
      case Reply.Refused<StaffMember>(String code, String text) ->
          CompletableFuture.completedFuture(new Reply.Refused<>(code, text));
      case Reply.Accepted<StaffMember>(StaffMember member) -> checked(check, shown, member);
    };
  }

  private CompletableFuture<Reply<ReadBackView>> checked(
      SecondCheck check, LastReadBack.Shown shown, StaffMember second) {
    ReadBack readBack = shown.readBack();
    String first = readBack.order().staffId();
    if (first.equalsIgnoreCase(second.id())) {
      return refused(
          check,
          second.id(),
          "SECOND_PERSON_IS_FIRST",
          "The second person has to be another than who ordered.");
    }
    if (!second.role().may(Duty.CHECK)) {
      return notAllowed(check, second, Duty.CHECK);
    }
    boolean found =
        check.overrides().stream().allMatch(one -> isSoftFinding(one.code(), readBack));
    if (!found) {
      return refused(
          check, second.id(), "NO_SUCH_FINDING", "A reason is for no soft limit that was shown.");
    }
    StaffMember firstMember = register.current().find(first);
    if (!check.overrides().isEmpty() && !mayOverride(firstMember)) {
      return refused(
          check, second.id(), "NOT_ALLOWED", "Who ordered may not " + Duty.OVERRIDE.words() + ".");
    }
    put(check, first, second);
    return requests.by(first).check(shown, second.id(), check.overrides());
  }

  private static boolean isSoftFinding(String code, ReadBack readBack) {
    return readBack.findings().stream()
        .anyMatch(one -> one.severity() == Finding.Severity.SOFT && one.code().equals(code));
  }

  private static boolean mayOverride(@Nullable StaffMember first) {
    return first != null && first.role().may(Duty.OVERRIDE);
  }

  private void put(SecondCheck check, String first, StaffMember second) {
    SecondChecked.Builder fact =
        SecondChecked.newBuilder().setNonce(check.nonce()).setReadBackHash(check.hash());
    for (LimitOverride one : check.overrides()) {
      fact.addOverrides(
          org.tenuto.proto.journal.LimitOverride.newBuilder()
              .setCode(one.code())
              .setReason(one.reason()));
    }
    record.put(record.fact(first).setSecondStaffId(second.id()).setSecondChecked(fact));
  }

  private CompletableFuture<Reply<ReadBackView>> notAllowed(
      SecondCheck check, StaffMember second, Duty duty) {
    String text = "As " + second.role().word() + " you may not " + duty.words() + ".";
    return refused(check, second.id(), "NOT_ALLOWED", text);
  }

  private CompletableFuture<Reply<ReadBackView>> refused(
      SecondCheck check, String second, String code, String text) {
    record.put(
        record
            .fact("")
            .setSecondStaffId(second)
            .setSecondCheckRefused(
                SecondCheckRefused.newBuilder().setNonce(check.nonce()).setCode(code)));
    return CompletableFuture.completedFuture(new Reply.Refused<>(code, text));
  }
}

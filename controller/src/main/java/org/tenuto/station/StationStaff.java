package org.tenuto.station;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.ConfigException;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.JournalException;
import org.tenuto.proto.journal.DutyRefused;
import org.tenuto.proto.journal.SignedIn;
import org.tenuto.proto.journal.SignedOut;
import org.tenuto.staff.Duty;
import org.tenuto.staff.Lockouts;
import org.tenuto.staff.PinCheck;
import org.tenuto.staff.SignIns;
import org.tenuto.staff.SignIns.Session;
import org.tenuto.staff.StaffMember;
import org.tenuto.staff.WatchedRegister;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.Reply;
import org.tenuto.web.SecondCheck;
import org.tenuto.web.StaffDesk;
import org.tenuto.web.StaffView;

/**
 * Who is signed in at the page and what they may do. Everything that comes of it is put on record;
 * a PIN nowhere. Any thread.
 */
final class StationStaff implements StaffDesk {

  private final StaffConfig config;
  private final WatchedRegister register;
  private final SignIns signIns;
  private final StaffPins pins;
  private final SecondPerson second;
  private final StaffRecord record;
  private final StationClock clock;
  private final BooleanSupplier underWay;

  private StationStaff(
      StaffConfig config,
      WatchedRegister register,
      SecureRandom random,
      Lockouts lockouts,
      StaffRecord record,
      StationClock clock,
      StationWork work) {
    this.config = config;
    this.register = register;
    this.record = record;
    this.clock = clock;
    signIns = new SignIns(random);
    pins = new StaffPins(new PinCheck(register, lockouts, random, clock::nowNs), record);
    second = new SecondPerson(work.requests(), register, pins, record, clock);
    underWay = () -> isUnderWay(work.live().state());
  }

  /** Reads the register, and from the record who is locked out. */
  static StationStaff of(StaffConfig config, StationSetup setup, StationWork work)
      throws ConfigException, JournalException {
    WatchedRegister register = new WatchedRegister(config.register());
    Lockouts lockouts = new Lockouts(id -> register.current().find(id) != null);
    WrongPins.restore(setup.journal(), setup.clock(), lockouts);
    StaffRecord record = new StaffRecord(work.keeper(), setup.clock(), setup.link().bootId());
    return new StationStaff(
        config, register, new SecureRandom(), lockouts, record, setup.clock(), work);
  }

  private static boolean isUnderWay(InfusionState state) {
    return state == InfusionState.INFUSING
        || state == InfusionState.PAUSED
        || state == InfusionState.PRIMING;
  }

  @Override
  public List<Person> people() {
    return config.list()
        ? register.current().members().stream().map(StationStaff::person).toList()
        : List.of();
  }

  private static Person person(StaffMember member) {
    return new Person(member.id(), member.name(), member.role().word());
  }

  @Override
  public Reply<Arrival> signIn(Presented presented, String staffId, String pin) {
    return switch (pins.tryPin(staffId, pin)) {
      case Reply.Refused<StaffMember>(String code, String text) ->
          new Reply.Refused<>(code, text);
      case Reply.Accepted<StaffMember>(StaffMember member) -> arrive(presented, member);
    };
  }

  private Reply<Arrival> arrive(Presented presented, StaffMember member) {
    Session before = signIns.controlling();
    SignIns.Ticket ticket = signIns.open(member, presented.token(), clock.nowNs());
    SignedIn.Builder fact = SignedIn.newBuilder().setRole(member.role().word());
    if (before != null && !before.page().equals(presented.page())) {
      fact.setTakenFrom(before.member().id());
    }
    record.put(record.fact(member.id()).setSignedIn(fact.setPage(ticket.page())));
    return new Reply.Accepted<>(new Arrival(ticket.token(), ticket.page(), person(member)));
  }

  @Override
  public void signOut(Presented presented) {
    Session session = signIns.close(presented.token());
    if (session != null) {
      out(session, "SIGNED_OUT");
    }
  }

  private void out(Session session, String cause) {
    record.put(
        record
            .fact(session.member().id())
            .setSignedOut(SignedOut.newBuilder().setCause(cause)));
  }

  @Override
  public Reply<String> permission(Presented presented, Duty duty) {
    settle();
    if (presented.token().isEmpty()) {
      return new Reply.Refused<>("NOT_SIGNED_IN", "Sign in first: only Stop and Pause need nobody.");
    }
    Session session = signIns.find(presented.token());
    if (session == null) {
      return new Reply.Refused<>("SIGN_IN_OVER", "Nobody is signed in here any more: sign in.");
    }
    if (!signIns.controls(session, presented.page())) {
      return new Reply.Refused<>("NOT_IN_CONTROL", whoControls());
    }
    if (!session.member().role().may(duty)) {
      return notAllowed(session.member(), duty);
    }
    if (session.pinAgain() && duty.needsFreshPin()) {
      return new Reply.Refused<>("PIN_AGAIN", "Nobody was here for long: PIN again, please.");
    }
    signIns.active(session, clock.nowNs());
    return new Reply.Accepted<>(session.member().id());
  }

  private String whoControls() {
    Session controlling = signIns.controlling();
    return controlling == null
        ? "This page does not control the device: sign in."
        : "Another page controls the device, signed in as "
            + controlling.member().name()
            + ": take control by PIN.";
  }

  private Reply<String> notAllowed(StaffMember member, Duty duty) {
    record.put(
        record
            .fact(member.id())
            .setDutyRefused(
                DutyRefused.newBuilder().setDuty(duty.name()).setRole(member.role().word())));
    return new Reply.Refused<>(
        "NOT_ALLOWED", "As " + member.role().word() + " you may not " + duty.words() + ".");
  }

  /** Signs out whoever was idle for too long, or is not in the register any more. */
  private void settle() {
    signIns.keepOnly(register.current()).forEach(one -> out(one, "REGISTER_CHANGED"));
    long idleNs = TimeUnit.MINUTES.toNanos(config.idleMin());
    signIns
        .age(clock.nowNs(), idleNs, underWay.getAsBoolean())
        .forEach(one -> out(one, "IDLE"));
  }

  @Override
  public String who(Presented presented) {
    Session session = signIns.find(presented.token());
    return session == null ? "" : session.member().id();
  }

  @Override
  public void active(Presented presented) {
    Session session = signIns.find(presented.token());
    if (session != null && signIns.controls(session, presented.page())) {
      signIns.active(session, clock.nowNs());
    }
  }

  @Override
  public Reply<ReadBackView> secondCheck(SecondCheck check) {
    return StationDesk.await(secondPerson(check));
  }

  /** The same, for who waits by other means. */
  CompletableFuture<Reply<ReadBackView>> secondPerson(SecondCheck check) {
    return second.check(check);
  }

  @Override
  public Reply<String> witness(String staffId, String pin, Duty duty) {
    return switch (pins.tryPin(staffId, pin)) {
      case Reply.Refused<StaffMember>(String code, String text) ->
          new Reply.Refused<>(code, text);
      case Reply.Accepted<StaffMember>(StaffMember member) ->
          member.role().may(duty)
              ? new Reply.Accepted<>(member.id())
              : notAllowed(member, duty);
    };
  }

  /** Whether a second person has to check that before it starts; so of one nobody here ever saw. */
  boolean secondPersonMissing(@Nullable ReadBack readBack) {
    return config.secondCheck() && (readBack == null || ReadBackView.wantsSecond(readBack));
  }

  @Override
  public void refused(String code) {
    record.refused(code);
  }

  @Override
  public StaffView view() {
    settle();
    Session session = signIns.controlling();
    return new StaffView(
        session == null
            ? null
            : new StaffView.Controls(
                person(session.member()), session.page(), session.pinAgain()),
        config.secondCheck(),
        record.tellRefused());
  }
}

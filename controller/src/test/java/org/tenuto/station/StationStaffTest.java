package org.tenuto.station;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.dose.LimitOverride;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.staff.Duty;
import org.tenuto.staff.PinHash;
import org.tenuto.staff.Role;
import org.tenuto.staff.StaffFile;
import org.tenuto.staff.StaffMember;
import org.tenuto.staff.StaffRegister;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.Reply;
import org.tenuto.web.SecondCheck;
import org.tenuto.web.StaffDesk.Arrival;
import org.tenuto.web.StaffDesk.Presented;

/** Staff at a device that is stepped by hand: real register, PINs and record. */
class StationStaffTest {

  private static final long MIN_NS = 60_000_000_000L;
  private static final Presented NOBODY = new Presented("", "");
  private static final String AN_PIN = "271828";
  private static final String RN_PIN = "314159";
  private static final String TECH_PIN = "141421";

  @TempDir private Path dir;
  private SteppedDevice device;
  private StaffConfig config;
  private StationStaff staff;

  @BeforeEach
  void begin() throws Exception {
    Path register = dir.resolve("staff.toml");
    StaffFile.write(
        register,
        new StaffRegister(
            List.of(
                member("an-1", Role.ANESTHETIST, AN_PIN),
                member("rn-1", Role.NURSE, RN_PIN),
                member("tech-1", Role.TECHNICIAN, TECH_PIN))));
    config = new StaffConfig(register, 10, true, true);
    device = new SteppedDevice(dir);
    staff = StationStaff.of(config, device.setup, device.work);
    device.await(InfusionState.IDLE);
  }

  @AfterEach
  void end() {
    device.pass(200 * HandClock.MS); // the broker is met first
    device.close();
  }

  private static StaffMember member(String id, Role role, String pin) {
    return new StaffMember(id, "Name of " + id, role, PinHash.of(pin, new SecureRandom()));
  }

  private Presented signIn(String id, String pin) {
    return signIn(NOBODY, id, pin);
  }

  private Presented signIn(Presented before, String id, String pin) {
    if (staff.signIn(before, id, pin) instanceof Reply.Accepted<Arrival>(Arrival arrival)) {
      return new Presented(arrival.token(), arrival.page());
    }
    throw new AssertionError("refused");
  }

  private static String code(Reply<?> reply) {
    return reply instanceof Reply.Refused<?>(String code, String text)
        ? code + " " + text
        : "accepted";
  }

  private List<SessionRecorded> onRecord() throws Exception {
    device.pass(50 * HandClock.MS);
    List<SessionRecorded> facts = new ArrayList<>();
    try (JournalReader reader = device.setup.journal().reader()) {
      for (JournalRecord one :
          reader.readOfTypesBefore(List.of("SessionRecorded"), Long.MAX_VALUE, 1_000).reversed()) {
        facts.add(parse(one));
      }
    }
    return facts;
  }

  private static SessionRecorded parse(JournalRecord one) throws InvalidProtocolBufferException {
    return SessionRecorded.parseFrom(one.payload());
  }

  @Test
  void eachRoleMayWhatItsTableSays() {
    Presented nurse = signIn("RN-1", RN_PIN);
    assertThat(code(staff.permission(nurse, Duty.START))).isEqualTo("accepted");
    assertThat(code(staff.permission(nurse, Duty.RECORD))).isEqualTo("accepted");
    assertThat(code(staff.permission(nurse, Duty.ORDER)))
        .isEqualTo("NOT_ALLOWED As nurse you may not order.");
    Presented technician = signIn("tech-1", TECH_PIN);
    assertThat(code(staff.permission(technician, Duty.RESET))).isEqualTo("accepted");
    assertThat(code(staff.permission(technician, Duty.START))).startsWith("NOT_ALLOWED");
    assertThat(code(staff.permission(technician, Duty.RECORD))).startsWith("NOT_ALLOWED");
    assertThat(code(staff.permission(nurse, Duty.START))).startsWith("NOT_IN_CONTROL");
    assertThat(code(staff.permission(NOBODY, Duty.START))).startsWith("NOT_SIGNED_IN");
    assertThat(code(staff.permission(new Presented("0".repeat(64), "0".repeat(16)), Duty.START)))
        .startsWith("SIGN_IN_OVER");
  }

  @Test
  void whoeverStandsForSomethingGivesTheirPinAndMayDoIt() throws Exception {
    assertThat(staff.witness("AN-1", AN_PIN, Duty.PRESCRIBE))
        .as("as the register has them")
        .isEqualTo(new Reply.Accepted<>("an-1"));
    assertThat(code(staff.witness("rn-1", RN_PIN, Duty.CHECK))).isEqualTo("accepted");
    assertThat(code(staff.witness("rn-1", RN_PIN, Duty.PRESCRIBE)))
        .isEqualTo(
            "NOT_ALLOWED As nurse you may not decide on a caution or a contraindication.");
    assertThat(code(staff.witness("an-1", RN_PIN, Duty.PRESCRIBE))).startsWith("WRONG_PIN");

    List<SessionRecorded> facts = onRecord();
    assertThat(facts)
        .extracting(SessionRecorded::getFactCase)
        .containsExactly(
            SessionRecorded.FactCase.DUTY_REFUSED, SessionRecorded.FactCase.SIGN_IN_REFUSED);
    assertThat(facts.getFirst().getStaffId()).isEqualTo("rn-1");
    assertThat(facts.getFirst().getDutyRefused().getDuty()).isEqualTo("PRESCRIBE");
  }

  @Test
  void wrongPinsOfAPrescriberLockThemOutEverywhere() {
    for (int i = 0; i < 5; i++) {
      assertThat(code(staff.witness("an-1", "999000", Duty.PRESCRIBE))).startsWith("WRONG_PIN");
    }
    assertThat(code(staff.witness("an-1", AN_PIN, Duty.PRESCRIBE))).startsWith("LOCKED");
    assertThat(code(staff.signIn(NOBODY, "an-1", AN_PIN))).startsWith("LOCKED");
  }

  @Test
  void aTokenOfAnotherBootIsNothing() throws Exception {
    Presented before = signIn("rn-1", RN_PIN);
    staff = StationStaff.of(config, device.setup, device.work);

    assertThat(code(staff.permission(before, Duty.START))).startsWith("SIGN_IN_OVER");
  }

  @Test
  void whoeverTakesControlIsOnRecordAndNoPinIsAnywhere() throws Exception {
    Presented nurse = signIn("rn-1", RN_PIN);
    staff.signIn(NOBODY, "an-1", "999000");
    Presented doctor = signIn("an-1", AN_PIN);
    staff.permission(nurse, Duty.START);
    staff.signOut(doctor);

    List<SessionRecorded> facts = onRecord();
    assertThat(facts)
        .extracting(SessionRecorded::getFactCase)
        .containsExactly(
            SessionRecorded.FactCase.SIGNED_IN,
            SessionRecorded.FactCase.SIGN_IN_REFUSED,
            SessionRecorded.FactCase.SIGNED_IN,
            SessionRecorded.FactCase.SIGNED_OUT);
    assertThat(facts.get(2).getSignedIn().getTakenFrom()).isEqualTo("rn-1");
    for (String file : List.of("journal.db", "journal.db-wal")) {
      String bytes = Files.readString(dir.resolve(file), StandardCharsets.ISO_8859_1);
      assertThat(bytes).doesNotContain(RN_PIN, AN_PIN, "999000", nurse.token(), doctor.token());
    }
  }

  @Test
  void fiveWrongPinsLockAlsoAfterARestartAndOthersAreFree() throws Exception {
    for (int left = 4; left >= 1; left--) {
      assertThat(code(staff.signIn(NOBODY, "rn-1", "999000")))
          .startsWith("WRONG_PIN Name or PIN is wrong: " + left);
      device.pass(20 * HandClock.MS);
      staff = StationStaff.of(config, device.setup, device.work);
    }
    assertThat(code(staff.signIn(NOBODY, "rn-1", "999000")))
        .isEqualTo("WRONG_PIN Name or PIN is wrong: locked for 60 s.");
    assertThat(code(staff.signIn(NOBODY, "rn-1", RN_PIN))).startsWith("LOCKED");
    assertThat(onRecord().getLast().getLockedOut().getLockedMs()).isEqualTo(60_000);

    staff = StationStaff.of(config, device.setup, device.work);
    assertThat(code(staff.signIn(NOBODY, "rn-1", RN_PIN))).startsWith("LOCKED");
    assertThat(code(staff.signIn(NOBODY, "an-1", AN_PIN))).isEqualTo("accepted");
    device.passWithoutExecutor(MIN_NS);
    assertThat(code(staff.signIn(NOBODY, "rn-1", RN_PIN))).isEqualTo("accepted");
  }

  @Test
  void anIdNobodyHasIsAnsweredLikeAWrongPinAndNotOnRecord() throws Exception {
    String known = code(staff.signIn(NOBODY, "rn-1", "999000"));
    assertThat(code(staff.signIn(NOBODY, "ghost-42", "999000"))).isEqualTo(known);
    for (int i = 0; i < 4; i++) {
      staff.signIn(NOBODY, "ghost-42", "999000");
    }
    assertThat(code(staff.signIn(NOBODY, "ghost-42", "999000"))).startsWith("LOCKED");
    assertThat(onRecord().toString()).doesNotContain("ghost-42").contains("UNKNOWN");
  }

  @Test
  void whoeverIsRemovedFromTheRegisterIsOutAtOnce() throws Exception {
    Presented nurse = signIn("rn-1", RN_PIN);
    StaffFile.write(config.register(), StaffRegister.EMPTY);

    assertThat(code(staff.permission(nurse, Duty.START))).startsWith("SIGN_IN_OVER");
    assertThat(staff.people()).isEmpty();
    assertThat(onRecord().getLast().getSignedOut().getCause()).isEqualTo("REGISTER_CHANGED");
  }

  @Test
  void idleForTenMinutesIsSignedOutAndOnRecord() throws Exception {
    Presented nurse = signIn("rn-1", RN_PIN);
    device.passWithoutExecutor(9 * MIN_NS);
    staff.active(nurse);
    device.passWithoutExecutor(9 * MIN_NS);
    assertThat(staff.view().controls()).isNotNull();
    device.passWithoutExecutor(MIN_NS);

    assertThat(staff.view().controls()).isNull();
    assertThat(code(staff.permission(nurse, Duty.START))).startsWith("SIGN_IN_OVER");
    assertThat(onRecord().getLast().getSignedOut().getCause()).isEqualTo("IDLE");
  }

  private SecondCheck by(String id, String pin, ReadBackView shown, LimitOverride... passed) {
    var readBack = shown.readBack();
    return new SecondCheck(id, pin, readBack.nonce(), readBack.hash(), List.of(passed));
  }

  @Test
  void anOrderStartsOnlyOnceAnotherPersonCheckedIt() throws Exception {
    signIn("an-1", AN_PIN);
    StationDesk desk = new StationDesk(device.work, staff);
    StationRequests requests = device.work.requests().by("an-1");
    ReadBackView shown = device.accepted(requests.propose(device.shortOrder()));
    long nonce = shown.readBack().nonce();

    assertThat(shown.readBack().refused()).isFalse();
    assertThat(code(desk.start(nonce, shown.readBack().hash()))).startsWith("SECOND_CHECK_MISSING");
    assertThat(code(staff.secondPerson(by("an-1", AN_PIN, shown)).join()))
        .startsWith("SECOND_PERSON_IS_FIRST");
    assertThat(code(staff.secondPerson(by("tech-1", TECH_PIN, shown)).join()))
        .startsWith("NOT_ALLOWED");
    assertThat(code(staff.secondPerson(by("rn-1", "999000", shown)).join()))
        .startsWith("WRONG_PIN");
    SecondCheck ofAnother =
        new SecondCheck("rn-1", RN_PIN, nonce, "0".repeat(64), List.of());
    assertThat(code(staff.secondPerson(ofAnother).join())).startsWith("NOT_THIS_READ_BACK");
    LimitOverride none = new LimitOverride("WEIGHT_UNUSUAL", "because");
    assertThat(code(staff.secondPerson(by("rn-1", RN_PIN, shown, none)).join()))
        .startsWith("NO_SUCH_FINDING");

    ReadBackView checked = device.accepted(staff.secondPerson(by("rn-1", RN_PIN, shown)));
    assertThat(checked.readBack().order().staffId()).isEqualTo("an-1");
    assertThat(checked.readBack().order().secondStaffId()).isEqualTo("rn-1");
    assertThat(checked.readBack().phases()).isEqualTo(shown.readBack().phases());
    assertThat(staff.secondPersonMissing(checked.readBack())).isFalse();
    assertThat(code(staff.secondPerson(by("rn-1", RN_PIN, shown)).join()))
        .as("a check is of what was read back last")
        .startsWith("NOT_THIS_READ_BACK");
    device.accepted(requests.start(checked.readBack().nonce(), checked.readBack().hash()));
    device.await(InfusionState.INFUSING);

    SessionRecorded fact =
        onRecord().stream().filter(SessionRecorded::hasSecondChecked).findFirst().orElseThrow();
    assertThat(fact.getStaffId()).isEqualTo("an-1");
    assertThat(fact.getSecondStaffId()).isEqualTo("rn-1");
    assertThat(fact.getSecondChecked().getReadBackHash()).isEqualTo(shown.readBack().hash());
  }

  /** The executor still offers what was read back to the station that died. */
  @Test
  void aStationThatCameBackStartsNothingItNeverSawChecked() throws Exception {
    ReadBackView shown =
        device.accepted(device.work.requests().by("an-1").propose(device.shortOrder()));
    device.killStation();
    staff = StationStaff.of(config, device.setup, device.work);
    device.pass(200 * HandClock.MS);
    StationDesk desk = new StationDesk(device.work, staff);

    long nonce = shown.readBack().nonce();
    var pending = CompletableFuture.supplyAsync(() -> desk.start(nonce, shown.readBack().hash()));
    while (!pending.isDone()) {
      device.pass(HandClock.MS);
    }
    assertThat(code(pending.join())).startsWith("SECOND_CHECK_MISSING");
    assertThat(code(desk.start(nonce + 1, shown.readBack().hash())))
        .as("of what nobody here ever saw, nobody knows who checked it")
        .startsWith("SECOND_CHECK_MISSING");
    device.pass(200 * HandClock.MS);
    assertThat(device.work.live().state()).isNotEqualTo(InfusionState.INFUSING);
  }

  @Test
  void aReadBackThatIsOverCantBeChecked() {
    ReadBackView shown =
        device.accepted(device.work.requests().by("an-1").propose(device.shortOrder()));
    device.passWithoutExecutor(61_000 * HandClock.MS);

    assertThat(code(staff.secondPerson(by("rn-1", RN_PIN, shown)).join())).startsWith("EXPIRED");
  }

  @Test
  void whileAnOrderRunsWhoeverIsIdleStaysButGivesThePinBeforeAResume() {
    Presented doctor = signIn("an-1", AN_PIN);
    StationRequests requests = device.work.requests().by("an-1");
    ReadBackView shown = device.accepted(requests.propose(device.shortOrder()));
    device.accepted(requests.start(shown.readBack().nonce(), shown.readBack().hash()));
    device.await(InfusionState.INFUSING);
    device.passWithoutExecutor(10 * MIN_NS);

    assertThat(code(staff.permission(doctor, Duty.RECORD))).isEqualTo("accepted");
    assertThat(code(staff.permission(doctor, Duty.START))).startsWith("PIN_AGAIN");
    assertThat(requireNonNull(staff.view().controls()).pinAgain()).isTrue();
    Presented again = signIn(doctor, "an-1", AN_PIN);
    assertThat(code(staff.permission(again, Duty.START))).isEqualTo("accepted");
    assertThat(code(staff.permission(doctor, Duty.START))).startsWith("SIGN_IN_OVER");
  }

  @Test
  void refusedRequestsAreOnRecordAtOnceAndThenOnceAMinute() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      staff.refused("ORIGIN");
    }
    device.passWithoutExecutor(MIN_NS);
    assertThat(staff.view().refused()).isEqualTo(1_000);

    List<Long> times =
        onRecord().stream()
            .filter(SessionRecorded::hasRequestsRefused)
            .map(one -> one.getRequestsRefused().getTimes())
            .toList();
    assertThat(times).containsExactly(1L, 999L);
  }
}

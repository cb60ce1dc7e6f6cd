package org.tenuto.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.staff.SignIns.Session;
import org.tenuto.staff.SignIns.Ticket;

class SignInsTest {

  private static final long IDLE_NS = 600_000_000_000L;

  private final SecureRandom random = new SecureRandom();
  private final SignIns signIns = new SignIns(random);
  private final StaffMember nurse = member("rn-1", Role.NURSE);
  private final StaffMember doctor = member("an-1", Role.ANESTHETIST);

  private StaffMember member(String id, Role role) {
    return new StaffMember(id, "Name of " + id, role, PinHash.of("135790", random, 1));
  }

  @Test
  void aTokenHas256RandomBitsAndOnlyItsHolderIsFound() {
    Ticket one = signIns.open(nurse, "", 0);
    Ticket other = signIns.open(doctor, "", 0);

    assertThat(one.token()).matches("[0-9a-f]{64}").isNotEqualTo(other.token());
    assertThat(signIns.find(one.token()).member()).isEqualTo(nurse);
    assertThat(signIns.find("0".repeat(64))).isNull();
    assertThat(signIns.find("")).isNull();
    assertThat(one.toString()).doesNotContain(one.token());
    assertThat(signIns.find(one.token()).tokenHash()).isNotEqualTo(one.token());
  }

  @Test
  void thePageSignedInLastControlsAndOnlyThatPage() {
    Ticket first = signIns.open(nurse, "", 0);
    Ticket second = signIns.open(doctor, "", 0);

    assertThat(signIns.controls(signIns.find(first.token()), first.page())).isFalse();
    assertThat(signIns.controls(signIns.find(second.token()), second.page())).isTrue();
    assertThat(signIns.controls(signIns.find(second.token()), first.page()))
        .as("another page with the same cookie")
        .isFalse();
    assertThat(signIns.controls(signIns.find(first.token()), second.page())).isFalse();
  }

  @Test
  void signingInAgainVoidsTheTokenBefore() {
    Ticket first = signIns.open(nurse, "", 0);
    Ticket again = signIns.open(nurse, first.token(), 0);

    assertThat(signIns.find(first.token())).isNull();
    assertThat(signIns.find(again.token())).isNotNull();
  }

  @Test
  void signedOutNobodyControls() {
    Ticket ticket = signIns.open(nurse, "", 0);

    assertThat(signIns.close(ticket.token()).member()).isEqualTo(nurse);
    assertThat(signIns.controlling()).isNull();
    assertThat(signIns.close(ticket.token())).isNull();
  }

  @Test
  void idleForTooLongIsSignedOutButNotWhileAnOrderIsUnderWay() {
    Ticket ticket = signIns.open(nurse, "", 0);

    assertThat(signIns.age(IDLE_NS - 1, IDLE_NS, false)).isEmpty();
    assertThat(signIns.age(IDLE_NS, IDLE_NS, true)).isEmpty();
    assertThat(signIns.find(ticket.token()).pinAgain()).isTrue();
    signIns.active(signIns.find(ticket.token()), IDLE_NS);
    assertThat(signIns.find(ticket.token()).pinAgain()).as("a touch is no PIN").isTrue();
    assertThat(signIns.age(2 * IDLE_NS - 1, IDLE_NS, false)).isEmpty();
    assertThat(signIns.age(2 * IDLE_NS, IDLE_NS, false))
        .extracting(Session::member)
        .containsExactly(nurse);
    assertThat(signIns.find(ticket.token())).isNull();
  }

  @Test
  void whoeverIsRemovedOrGetsAnotherRoleOrPinIsOut() {
    Ticket ticket = signIns.open(nurse, "", 0);
    assertThat(signIns.keepOnly(new StaffRegister(List.of(doctor, nurse)))).isEmpty();

    StaffMember promoted = new StaffMember("rn-1", "N", Role.ANESTHETIST, nurse.pin());
    assertThat(signIns.keepOnly(new StaffRegister(List.of(promoted)))).hasSize(1);
    assertThat(signIns.find(ticket.token())).isNull();

    signIns.open(nurse, "", 0);
    assertThat(signIns.keepOnly(new StaffRegister(List.of(member("rn-1", Role.NURSE))))).hasSize(1);
    signIns.open(nurse, "", 0);
    assertThat(signIns.keepOnly(StaffRegister.EMPTY)).hasSize(1);
    assertThat(signIns.controlling()).isNull();
  }

  @Test
  void onlyAFewPagesAreRemembered() {
    Ticket first = signIns.open(nurse, "", 0);
    for (int i = 0; i < 8; i++) {
      signIns.open(doctor, "", 0);
    }

    assertThat(signIns.find(first.token())).isNull();
  }
}

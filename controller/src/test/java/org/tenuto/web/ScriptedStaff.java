package org.tenuto.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tenuto.staff.Duty;
import org.tenuto.staff.Role;

/** A desk at which somebody is always signed in, unless a test says otherwise. */
final class ScriptedStaff implements StaffDesk {

  static final String PIN = "135790";
  static final String TOKEN = "ab".repeat(32);
  static final String PAGE = "cd".repeat(8);

  /** Wrong PINs in a row that lock a witness out. */
  static final int TRIES = 5;

  private static final Person NURSE = new Person("rn-1", "Rosa Nunez", "nurse");

  /** Whether no cookie is asked for. */
  volatile boolean open = true;

  volatile boolean secondCheck;
  volatile boolean pinAgain;
  volatile @Nullable SecondCheck checked;
  volatile @Nullable Presented presented;
  volatile Reply<ReadBackView> secondReply =
      new Reply.Refused<>("NOT_THIS_READ_BACK", "That is not what was read back last.");
  final AtomicInteger actives = new AtomicInteger();
  final List<Duty> asked = new ArrayList<>();
  final List<String> refusals = new ArrayList<>();
  private final Map<String, Integer> wrongInARow = new HashMap<>();
  private boolean signedIn = true;

  @Override
  public List<Person> people() {
    return List.of(NURSE, new Person("an-1", "Ada Nkemelu", "anesthetist"));
  }

  @Override
  public Reply<Arrival> signIn(Presented shown, String staffId, String pin) {
    presented = shown;
    if (!pin.equals(PIN)) {
      return new Reply.Refused<>("WRONG_PIN", "Name or PIN is wrong: 4 tries left.");
    }
    signedIn = true;
    return new Reply.Accepted<>(new Arrival(TOKEN, PAGE, NURSE));
  }

  @Override
  public void signOut(Presented shown) {
    presented = shown;
    signedIn = false;
  }

  @Override
  public Reply<String> permission(Presented shown, Duty duty) {
    presented = shown;
    asked.add(duty);
    boolean known = shown.token().equals(TOKEN) && shown.page().equals(PAGE);
    return open || known
        ? new Reply.Accepted<>("rn-1")
        : new Reply.Refused<>("NOT_SIGNED_IN", "Sign in first: only Stop and Pause need nobody.");
  }

  @Override
  public String who(Presented shown) {
    return shown.token().equals(TOKEN) ? "rn-1" : "";
  }

  @Override
  public void active(Presented shown) {
    actives.incrementAndGet();
  }

  @Override
  public synchronized Reply<String> witness(String staffId, String pin, Duty duty) {
    int wrong = wrongInARow.getOrDefault(staffId, 0);
    if (wrong >= TRIES) {
      return new Reply.Refused<>("LOCKED", "Locked after wrong PINs: try again in 60 s.");
    }
    if (!pin.equals(PIN)) {
      wrongInARow.put(staffId, wrong + 1);
      return new Reply.Refused<>("WRONG_PIN", "Name or PIN is wrong.");
    }
    return role(staffId).may(duty)
        ? new Reply.Accepted<>(staffId)
        : new Reply.Refused<>("NOT_ALLOWED", "You may not " + duty.words() + ".");
  }

  /** By the first letters of an id. */
  private static Role role(String staffId) {
    if (staffId.startsWith("an")) {
      return Role.ANESTHETIST;
    }
    return staffId.startsWith("rn") ? Role.NURSE : Role.TECHNICIAN;
  }

  @Override
  public Reply<ReadBackView> secondCheck(SecondCheck check) {
    checked = check;
    return secondReply;
  }

  @Override
  public void refused(String code) {
    synchronized (refusals) {
      refusals.add(code);
    }
  }

  List<String> refusals() {
    synchronized (refusals) {
      return List.copyOf(refusals);
    }
  }

  @Override
  public StaffView view() {
    return new StaffView(
        signedIn ? new StaffView.Controls(NURSE, PAGE, pinAgain) : null,
        secondCheck,
        refusals().size());
  }
}

package org.tenuto.web;

import java.util.List;
import org.tenuto.staff.Duty;

/**
 * Who stands before the page, and what they may do. Implemented by the station.
 *
 * <p>Any thread may call any method. {@link #signIn}, {@link #secondCheck} and {@link
 * #witness} take a good part of a
 * second, for a PIN is slow to try; the others return at once. Nothing here bears on Stop or Pause.
 */
public interface StaffDesk {

  /**
   * What a request shows of who sends it, unchecked.
   *
   * @param token of the cookie; empty if there is none, or more than one
   * @param page name of the page; empty if there is none
   */
  record Presented(String token, String page) {

    /** Never with the token. */
    @Override
    public String toString() {
      return "page " + page;
    }
  }

  /**
   * Somebody is signed in.
   *
   * @param token 256 random bits, 64 hex digits: a secret
   * @param page name of the page that controls from now on
   */
  record Arrival(String token, String page, Person person) {

    /** Never with the token. */
    @Override
    public String toString() {
      return "page " + page;
    }
  }

  /** Somebody of the register. */
  record Person(String id, String name, String role) {}

  /** Who can be picked; empty if ids are to be typed. */
  List<Person> people();

  /**
   * Signs somebody in at a page, which controls from then on. The refusal of an unknown id and of a
   * wrong PIN are the same.
   */
  Reply<Arrival> signIn(Presented presented, String staffId, String pin);

  /** Signs out whoever shows this; nothing if nobody is. */
  void signOut(Presented presented);

  /** Whether whoever shows this may do that now; the value is their id, else why not. */
  Reply<String> permission(Presented presented, Duty duty);

  /** Id of whoever shows this; empty if nobody is signed in so. */
  String who(Presented presented);

  /** Somebody touched the page. */
  void active(Presented presented);

  /** A second person, shown what was read back, agrees to it; the value is what may be started. */
  Reply<ReadBackView> secondCheck(SecondCheck check);

  /**
   * Somebody stands for something by their own PIN; the value is their id as the register has it,
   * else why not.
   *
   * @param duty what they have to be allowed to do
   */
  Reply<String> witness(String staffId, String pin, Duty duty);

  /** A request was refused for who sent it or what it was: counted, and on record now and then. */
  void refused(String code);

  /** As all pages show it. */
  StaffView view();
}

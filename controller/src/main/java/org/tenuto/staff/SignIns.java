package org.tenuto.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in at which page, and which page controls: the one signed in last. Of a token only
 * its hash is kept. Begins empty with each station, so that no token outlives one. Any thread.
 */
public final class SignIns {

  /** Pages remembered beside the one that controls. */
  private static final int MOST = 8;

  private static final int TOKEN_BYTES = 32;
  private static final int PAGE_BYTES = 8;

  /**
   * Somebody at a page.
   *
   * @param page the page's name; not a secret
   * @param activeNs when it was last used, ns
   * @param pinAgain whether it was idle for so long that a start needs the PIN once more
   */
  public record Session(
      StaffMember member, String page, String tokenHash, long activeNs, boolean pinAgain) {

    private Session active(long nowNs) {
      return new Session(member, page, tokenHash, nowNs, pinAgain);
    }

    private Session idle() {
      return new Session(member, page, tokenHash, activeNs, true);
    }
  }

  /**
   * What a page gets when somebody signs in.
   *
   * @param token 256 random bits, 64 hex digits: a secret
   * @param page the page's name, 16 hex digits
   */
  public record Ticket(String token, String page) {

    /** Never with the token. */
    @Override
    public String toString() {
      return "page " + page;
    }
  }

  private final SecureRandom random;

  /** Oldest first; the last one controls unless nobody does. */
  private final List<Session> sessions = new ArrayList<>();

  private @Nullable Session controlling;

  /** Nobody is signed in. */
  public SignIns(SecureRandom random) {
    this.random = random;
  }

  /**
   * Signs somebody in at a page, which controls from now on.
   *
   * @param oldToken what the page had before, which is void from now on; empty for none
   */
  public synchronized Ticket open(StaffMember member, String oldToken, long nowNs) {
    close(oldToken);
    Ticket ticket = new Ticket(hex(TOKEN_BYTES), hex(PAGE_BYTES));
    Session session = new Session(member, ticket.page(), hash(ticket.token()), nowNs, false);
    sessions.add(session);
    if (sessions.size() > MOST) {
      sessions.removeFirst();
    }
    controlling = session;
    return ticket;
  }

  private String hex(int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  /** Whoever has that token; null if nobody has. */
  public synchronized @Nullable Session find(String token) {
    if (token.isEmpty()) {
      return null;
    }
    String wanted = hash(token); // found by its hash: how far it agrees tells nothing of the token
    return sessions.stream().filter(s -> s.tokenHash().equals(wanted)).findFirst().orElse(null);
  }

  /** Who controls; null if nobody does. */
  public synchronized @Nullable Session controlling() {
    return controlling;
  }

  /** Whether that page controls with that token. */
  public synchronized boolean controls(Session session, String page) {
    return controlling != null
        && controlling.tokenHash().equals(session.tokenHash())
        && controlling.page().equals(page);
  }

  /** The page was used. */
  public synchronized void active(Session session, long nowNs) {
    replace(session, session.active(nowNs));
  }

  /** Signs out; who it was, null if nobody had that token. */
  public synchronized @Nullable Session close(String token) {
    Session session = find(token);
    if (session != null) {
      remove(session);
    }
    return session;
  }

  /**
   * Signs out whoever was idle for too long; while an order is under way they stay, but give the PIN
   * again before a start.
   *
   * @return who was signed out, except pages that no longer controlled
   */
  public synchronized List<Session> age(long nowNs, long idleNs, boolean underWay) {
    List<Session> out = new ArrayList<>();
    for (Session session : List.copyOf(sessions)) {
      boolean idle = nowNs - session.activeNs() >= idleNs;
      if (idle && underWay && !session.pinAgain()) {
        replace(session, session.idle());
      } else if (idle && !underWay) {
        drop(session, out);
      }
    }
    return out;
  }

  /** Signs out whoever is not in the register as they were; who, except as in {@link #age}. */
  public synchronized List<Session> keepOnly(StaffRegister register) {
    List<Session> out = new ArrayList<>();
    for (Session session : List.copyOf(sessions)) {
      StaffMember now = register.find(session.member().id());
      boolean same =
          now != null
              && now.role() == session.member().role()
              && now.pin().hashHex().equals(session.member().pin().hashHex());
      if (!same) {
        drop(session, out);
      }
    }
    return out;
  }

  private void drop(Session session, List<Session> out) {
    if (isControlling(session)) {
      out.add(session);
    }
    remove(session);
  }

  private void remove(Session session) {
    if (isControlling(session)) {
      controlling = null;
    }
    sessions.removeIf(s -> s.tokenHash().equals(session.tokenHash()));
  }

  private void replace(Session before, Session now) {
    if (isControlling(before)) {
      controlling = now;
    }
    sessions.replaceAll(s -> s.tokenHash().equals(before.tokenHash()) ? now : s);
  }

  private boolean isControlling(Session session) {
    return controlling != null && controlling.tokenHash().equals(session.tokenHash());
  }

  private static String hash(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK lacks SHA-256", e);
    }
  }
}

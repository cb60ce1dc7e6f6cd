package org.tenuto.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A therapy session as the facts so far tell it.
 *
 * @param id random; says nothing of a person
 * @param begun who began it and when
 * @param newPatient whether it is another person than at the session before
 * @param reason why it is held so soon after the one before; else empty
 * @param answers newest of each item
 * @param weightG measured today, g; 0 while it is not
 * @param loadings newest of each item of loading
 * @param byHand doses given by hand
 * @param balances newest of each concentration
 * @param notes of the time after
 * @param orders how far each order came that ran in it
 * @param end how it ended; null while it goes on
 */
public record TherapySession(
    String id,
    Signature begun,
    boolean newPatient,
    String reason,
    Map<String, Answer> answers,
    long weightG,
    Map<String, Loading> loadings,
    List<ByHand> byHand,
    Map<Long, Balance> balances,
    List<Note> notes,
    Map<Long, OrderRun> orders,
    @Nullable End end) {

  public TherapySession {
    answers = Map.copyOf(answers);
    loadings = Map.copyOf(loadings);
    byHand = List.copyOf(byHand);
    balances = Map.copyOf(balances);
    notes = List.copyOf(notes);
    orders = Map.copyOf(orders);
  }

  /** An item's answer, and who gave it. */
  public record Answer(SessionFact.Answered fact, Signature by) {}

  /** A step of loading, and who confirmed it. */
  public record Loading(SessionFact.Loaded fact, Signature by) {}

  /** A dose given by hand, and by whom. */
  public record ByHand(SessionFact.GivenByHand fact, Signature by) {}

  /** A drug balance, and who witnessed it. */
  public record Balance(DrugBalance fact, Signature by) {}

  /** A note, and who wrote it. */
  public record Note(String text, Signature by) {}

  /** How it ended, and by whom. */
  public record End(SessionFact.Ended fact, Signature by) {}

  /**
   * How far an order came.
   *
   * @param last what was last told of it
   * @param begunWallMs when it was first told of, ms
   * @param sinceWallMs since when it is in its present state, ms
   */
  public record OrderRun(SessionFact.Delivered last, long begunWallMs, long sinceWallMs) {

    private OrderRun with(SessionFact.Delivered fact, long wallMs) {
      return new OrderRun(
          fact, begunWallMs, fact.state() == last.state() ? sinceWallMs : wallMs);
    }
  }

  /** One that begins. */
  public static TherapySession begin(SessionFact.Begun fact, Signature by) {
    return new TherapySession(
        fact.sessionId(),
        by,
        fact.newPatient(),
        fact.reason(),
        Map.of(),
        0,
        Map.of(),
        List.of(),
        Map.of(),
        List.of(),
        Map.of(),
        null);
  }

  /** The same with one more fact; another session if it begins one. */
  public TherapySession with(SessionFact fact, Signature by) {
    return switch (fact) {
      case SessionFact.Begun one -> begin(one, by);
      case SessionFact.Ended one -> with(new End(one, by));
      case SessionFact.Answered one -> withAnswer(one, by);
      case SessionFact.Weighed one -> weighed(one, by);
      case SessionFact.Loaded one -> withLoading(one, by);
      case SessionFact.GivenByHand one -> withByHand(plus(byHand, new ByHand(one, by)));
      case SessionFact.Balanced one -> withBalance(new Balance(one.balance(), by));
      case SessionFact.Noted one -> withNotes(plus(notes, new Note(one.text(), by)));
      case SessionFact.Delivered one -> withOrder(one, by.wallMs());
    };
  }

  private TherapySession with(End ended) {
    return copy(answers, weightG, loadings, byHand, balances, notes, orders, ended);
  }

  private TherapySession withAnswer(SessionFact.Answered fact, Signature by) {
    return copy(
        plus(answers, fact.itemId(), new Answer(fact, by)),
        weightG,
        loadings,
        byHand,
        balances,
        notes,
        orders,
        end);
  }

  private TherapySession weighed(SessionFact.Weighed fact, Signature by) {
    var answer = new SessionFact.Answered("weight", "DONE", "", "");
    return copy(
        plus(answers, answer.itemId(), new Answer(answer, by)),
        fact.weightG(),
        loadings,
        byHand,
        balances,
        notes,
        orders,
        end);
  }

  /** Another syringe begins anew: what was confirmed of the one before is not true of it. */
  private TherapySession withLoading(SessionFact.Loaded fact, Signature by) {
    Map<String, Loading> same = new LinkedHashMap<>(loadings);
    same.values().removeIf(other -> !isSame(other.fact(), fact));
    same.put(fact.itemId(), new Loading(fact, by));
    return copy(answers, weightG, same, byHand, balances, notes, orders, end);
  }

  private static boolean isSame(SessionFact.Loaded one, SessionFact.Loaded other) {
    return one.syringeId().equals(other.syringeId())
        && one.concentrationNgPerMl() == other.concentrationNgPerMl();
  }

  private TherapySession withByHand(List<ByHand> more) {
    return copy(answers, weightG, loadings, more, balances, notes, orders, end);
  }

  private TherapySession withBalance(Balance balance) {
    return copy(
        answers,
        weightG,
        loadings,
        byHand,
        plus(balances, balance.fact().concentrationNgPerMl(), balance),
        notes,
        orders,
        end);
  }

  private TherapySession withNotes(List<Note> more) {
    return copy(answers, weightG, loadings, byHand, balances, more, orders, end);
  }

  private TherapySession withOrder(SessionFact.Delivered fact, long wallMs) {
    OrderRun before = orders.get(fact.orderNonce());
    OrderRun run = before == null ? new OrderRun(fact, wallMs, wallMs) : before.with(fact, wallMs);
    return copy(
        answers,
        weightG,
        loadings,
        byHand,
        balances,
        notes,
        plus(orders, fact.orderNonce(), run),
        end);
  }

  private TherapySession copy(
      Map<String, Answer> newAnswers,
      long newWeightG,
      Map<String, Loading> newLoadings,
      List<ByHand> newByHand,
      Map<Long, Balance> newBalances,
      List<Note> newNotes,
      Map<Long, OrderRun> newOrders,
      @Nullable End newEnd) {
    return new TherapySession(
        id,
        begun,
        newPatient,
        reason,
        newAnswers,
        newWeightG,
        newLoadings,
        newByHand,
        newBalances,
        newNotes,
        newOrders,
        newEnd);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    List<T> longer = new ArrayList<>(list);
    longer.add(one);
    return longer;
  }

  private static <K, V> Map<K, V> plus(Map<K, V> map, K key, V value) {
    Map<K, V> larger = new LinkedHashMap<>(map);
    larger.put(key, value);
    return larger;
  }

  /** Whether it goes on. */
  public boolean open() {
    return end == null;
  }

  /** What an item was answered; empty if it was not. */
  public String value(String itemId) {
    Answer answer = answers.get(itemId);
    return answer == null ? "" : answer.fact().value();
  }

  /** Whether an order runs or is paused. */
  public boolean infusing() {
    return orders.values().stream()
        .anyMatch(run -> run.last().state() != SessionFact.OrderState.OVER);
  }

  /** When the last order was over, ms; 0 if none was, or one still runs. */
  public long infusionEndedWallMs() {
    return infusing()
        ? 0
        : orders.values().stream().mapToLong(OrderRun::sinceWallMs).max().orElse(0);
  }

  /** The drug that was given at this concentration; empty if none was. */
  public String drugAt(long concentrationNgPerMl) {
    return orders.values().stream()
        .filter(run -> run.last().concentrationNgPerMl() == concentrationNgPerMl)
        .map(run -> run.last().drugId())
        .findFirst()
        .orElse("");
  }

  /** Concentrations of which something was given and no balance is drawn yet, ng/mL. */
  public List<Long> unbalancedNgPerMl() {
    return orders.values().stream()
        .filter(run -> run.last().atMostNl() > 0)
        .map(run -> run.last().concentrationNgPerMl())
        .filter(concentration -> !balances.containsKey(concentration))
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether a drug was given in it. */
  public boolean gaveAny() {
    return !byHand.isEmpty() || orders.values().stream().anyMatch(r -> r.last().atMostNl() > 0);
  }
}

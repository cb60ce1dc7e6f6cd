package org.tenuto.simulator.scenario;

import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.ReadBack;
import org.tenuto.quantity.DoseRate;
import org.tenuto.simulator.oracle.Happening;
import org.tenuto.simulator.virtual.StationProcess;
import org.tenuto.web.ChangeEntry;
import org.tenuto.web.LiveView;

/**
 * How staff order what they wish: prime, enter the order, read what is read back, hold Start, and
 * the same for a change of the dose. One session, one thread.
 */
final class Ordering {

  private static final long PRIMED_NL = 1_000_000;
  private static final double WHOLE = 1_000;

  /** What is told where nobody can know what became of a command. */
  private static final Set<String> DOUBTFUL = Set.of("UNCONFIRMED", "NO_RECORD");

  private final Wish wish;
  private final DrugLibrary library;
  private final PageRequest request;
  private final Consumer<Happening> tell;
  private final Consumer<String> log;
  private final Consumer<String> end;

  private @Nullable ReadBack shown;
  private long startedNonce;
  private int started;
  private boolean changeShown;

  /**
   * Nothing is ordered yet.
   *
   * @param tell told what they confirm, in the moment they do it
   * @param log takes a few words on each act
   * @param end told how it ended if the order is refused
   */
  Ordering(
      Wish wish,
      DrugLibrary library,
      PageRequest request,
      Consumer<Happening> tell,
      Consumer<String> log,
      Consumer<String> end) {
    this.wish = wish;
    this.library = library;
    this.request = request;
    this.tell = tell;
    this.log = log;
    this.end = end;
  }

  /** How many orders were started. */
  int started() {
    return started;
  }

  /** Nonce of the order started last; 0 if none was. */
  long startedNonce() {
    return startedNonce;
  }

  /** Asks to fill the line, and fills it once that is offered. */
  void prime(StationProcess desk, Runnable done) {
    log.accept("asks to prime");
    request.ask(
        () -> desk.proposePriming(Wish.SYRINGE, PRIMED_NL),
        offered -> {
          done.run();
          tell.accept(new Happening.PrimingStarted(offered.readBack().volumeNl()));
          log.accept("primes");
          request.ask(
              () ->
                  desk.startPriming(offered.readBack().nonce(), offered.readBack().hash(), true),
              _ -> {});
        });
  }

  /** Enters the order. */
  void propose(StationProcess desk) {
    log.accept("orders " + wish.protocolId() + " for " + wish.weightG() + " g");
    request.ask(
        () -> desk.propose(wish.entry(library)),
        answered -> {
          shown = answered.readBack();
          if (answered.readBack().refused()) {
            end.accept("REFUSED " + answered.readBack().findings().getFirst().code());
          }
        });
  }

  /** Asks for another dose rate of the phase that runs. */
  void proposeChange(StationProcess desk, LiveView.Delivery delivery, long perMille) {
    long to = Math.round(delivery.doseRateNgPerKgPerH() * (1 + perMille / WHOLE));
    log.accept("asks for " + to + " ng/kg/h");
    var entry = new ChangeEntry(delivery.nonce(), delivery.phase(), new DoseRate(to), true);
    request.ask(
        () -> desk.proposeChange(entry),
        answered -> {
          if (!answered.readBack().refused()) {
            shown = answered.readBack();
            changeShown = true;
          }
        });
  }

  /** Whether a change was read back and is not confirmed yet; asked once. */
  boolean takeChangeShown() {
    ReadBack change = shown;
    boolean taken = changeShown && change != null && change.progress().isChange();
    changeShown &= !taken;
    return taken;
  }

  /** Holds Start of what is shown; of nothing at all, if nothing is. */
  void pressStart(StationProcess desk) {
    ReadBack readBack = shown;
    if (readBack == null) {
      request.ask(() -> desk.start(1, "0".repeat(64)), _ -> {});
      return;
    }
    log.accept("holds Start of " + readBack.nonce());
    boolean change = readBack.progress().isChange();
    if (change) {
      tell.accept(new Happening.Changed(readBack.order()));
    } else if (readBack.nonce() != startedNonce) {
      tell.accept(new Happening.Started(readBack.order(), readBack.nonce()));
      startedNonce = readBack.nonce();
      started++;
    } else {
      tell.accept(new Happening.Resumed()); // the same again: it may be what starts it
    }
    boolean once = request.isPressedOnce();
    request.ask(
        () -> desk.start(readBack.nonce(), readBack.hash()),
        _ -> decided(change, true),
        code -> decided(change && once && !DOUBTFUL.contains(code), false));
  }

  /** What became of a change is told where it is beyond doubt. */
  private void decided(boolean known, boolean taken) {
    if (known) {
      tell.accept(new Happening.ChangeDecided(taken));
    }
  }

  /** Start of the running order once more, by a hand that did not mean to. */
  void startAgain(StationProcess desk) {
    ReadBack readBack = shown;
    if (readBack != null && startedNonce == readBack.nonce()) {
      tell.accept(new Happening.Resumed());
      var _ = desk.start(readBack.nonce(), readBack.hash());
    }
  }
}

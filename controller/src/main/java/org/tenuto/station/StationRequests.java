package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LimitOverride;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderChange;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.PrimingRequest;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.ReadBack;
import org.tenuto.journal.Entry;
import org.tenuto.link.StationLink;
import org.tenuto.pk.PredictedConcentrations;
import org.tenuto.proto.journal.HaltRequested;
import org.tenuto.web.Catalogue;
import org.tenuto.web.ChangeEntry;
import org.tenuto.web.OrderEntry;
import org.tenuto.web.PredictionBasis;
import org.tenuto.web.PrimingView;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.Reply;

/**
 * What staff ask for, carried out: everything that starts or increases delivery goes through the
 * record first; Stop and Pause go straight to their counters and are put on record after.
 *
 * <p>Any thread; nothing here waits. A reply completes within a later step of the station, after
 * {@link StationCommand#GOOD_FOR_NS} of the station's clock at the latest: a refusal, {@code
 * UNCONFIRMED}, if nobody answered, and the command is then not sent any more.
 */
public final class StationRequests {

  private static final String PRESSED = "pressed on the page";

  private final StationLink link;
  private final StationClock clock;
  private final RecordKeeper keeper;
  private final LiveViews views;
  private final DoseHistory history;
  private final DrugLibrary library;
  private final Catalogue catalogue;
  private final Sessions sessions;
  private final @Nullable Observing observing;
  private final String staffId;
  private final LastReadBack last;

  StationRequests(
      StationLink link,
      StationClock clock,
      RecordKeeper keeper,
      LiveViews views,
      DoseHistory history,
      DrugLibrary library,
      Sessions sessions,
      @Nullable Observing observing,
      String staffId) {
    this.link = link;
    this.clock = clock;
    this.keeper = keeper;
    this.views = views;
    this.history = history;
    this.library = library;
    this.catalogue = Catalogues.of(library);
    this.sessions = sessions;
    this.observing = observing;
    this.staffId = staffId;
    this.last = new LastReadBack();
  }

  private StationRequests(StationRequests of, String staffId) {
    link = of.link;
    clock = of.clock;
    keeper = of.keeper;
    views = of.views;
    history = of.history;
    library = of.library;
    catalogue = of.catalogue;
    sessions = of.sessions;
    observing = of.observing;
    last = of.last;
    this.staffId = staffId;
  }

  /** The same, asked by somebody: their id is on record with it. */
  StationRequests by(String somebody) {
    return new StationRequests(this, somebody);
  }

  /** What can be ordered here, from the drug library in force. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** What the curve of an order's predicted concentrations begins with and is read by. */
  public @Nullable PredictionBasis predictionBasis(Order order) {
    PredictedConcentrations start = library.concentrations(order);
    return start == null || start.count() == 0
        ? null
        : new PredictionBasis(start, PlasmaBand.shown(start.model(0).drug()));
  }

  /** Has the executor read an order back. Starts nothing; a refused order has a HARD finding. */
  public CompletableFuture<Reply<ReadBackView>> propose(OrderEntry entry) {
    String why = sessions.whyNotPropose(entry);
    if (why != null) {
      return stepMissing(why);
    }
    DrugEntry drug = library.drug(entry.drugId());
    boolean demo = drug != null && drug.demo();
    Order order =
        new Order(
            entry.libraryHash(),
            entry.drugId(),
            entry.protocolId(),
            entry.patient(),
            entry.weightBasis(),
            entry.phases(),
            entry.concentrationNgPerMl(),
            entry.syringeId(),
            entry.loadedNl(),
            priorDoses(entry, demo),
            entry.intensiveMonitoring(),
            List.of(),
            staffId,
            "");
    return propose(new LastReadBack.OfOrder(order, entry.newPatient(), demo));
  }

  private static <T> CompletableFuture<Reply<T>> stepMissing(String why) {
    return CompletableFuture.completedFuture(new Reply.Refused<>("SESSION", why));
  }

  private CompletableFuture<Reply<ReadBackView>> propose(LastReadBack.OfOrder asked) {
    return keeper
        .submit(
            header -> new StationCommand.Propose(header, asked.order()),
            new Asked(staffId, asked.newPatient(), asked.demo()))
        .thenApply(outcome -> readBack(outcome, asked));
  }

  /**
   * Has what was read back read back once more, checked by a second person.
   *
   * @param shown that read-back
   * @param overrides soft limits the two pass beside those they passed already
   */
  CompletableFuture<Reply<ReadBackView>> check(
      LastReadBack.Shown shown, String second, List<LimitOverride> overrides) {
    Order order = shown.readBack().order();
    List<LimitOverride> passed = new ArrayList<>(order.overrides());
    passed.removeIf(old -> overrides.stream().anyMatch(one -> one.code().equals(old.code())));
    passed.addAll(overrides);
    return switch (shown.asked()) {
      case LastReadBack.OfOrder asked ->
          propose(
              new LastReadBack.OfOrder(
                  order.checkedBy(second, passed), asked.newPatient(), asked.demo()));
      case LastReadBack.OfChange asked ->
          propose(
              new LastReadBack.OfChange(
                  asked.orderNonce(), asked.phase(), asked.change().checkedBy(second, passed)));
    };
  }

  /** What was read back last, if that is it; null if not. */
  LastReadBack.@Nullable Shown lastReadBack(long nonce, String hash) {
    return last.is(nonce, hash);
  }

  /** A read-back that may be started; null if this station does not know it. */
  @Nullable ReadBack readBack(long nonce) {
    ReadBack shown = last.of(nonce);
    return shown == null ? views.readBack(nonce) : shown;
  }

  private Reply<ReadBackView> readBack(Outcome outcome, LastReadBack.Asked asked) {
    if (outcome instanceof Outcome.Heard(ExecutorEvent.OrderReadBack event)) {
      last.shown(event.readBack(), asked);
      long monitoredBits = views.monitoredBits();
      return new Reply.Accepted<>(LiveViews.view(event.readBack(), monitoredBits, clock.nowNs()));
    }
    return refused(outcome);
  }

  /**
   * Has the executor read a change of the running or paused order back. Changes nothing; a refused
   * change has a HARD finding.
   */
  public CompletableFuture<Reply<ReadBackView>> proposeChange(ChangeEntry entry) {
    ReadBack running = views.readBack(entry.orderNonce());
    OrderChange change = running == null ? null : change(running, entry);
    if (change == null) {
      return CompletableFuture.completedFuture(
          new Reply.Refused<>("NO_SUCH_ORDER", "That order is not running: nothing changed."));
    }
    return propose(new LastReadBack.OfChange(entry.orderNonce(), entry.phase(), change));
  }

  private CompletableFuture<Reply<ReadBackView>> propose(LastReadBack.OfChange asked) {
    return ask(header ->
            new StationCommand.ProposeChange(
                header, asked.orderNonce(), asked.phase(), asked.change()))
        .thenApply(outcome -> readBack(outcome, asked));
  }

  /** The present phase at the other dose rate, and those after it; null if it can't be made. */
  private @Nullable OrderChange change(ReadBack running, ChangeEntry entry) {
    List<OrderPhase> phases = running.order().phases();
    if (entry.phase() >= phases.size()) {
      return null;
    }
    OrderPhase present =
        phases
            .get(entry.phase())
            .atDoseRate(entry.doseRate().ngPerKgPerH(), running.weights().dosingG());
    if (present == null) {
      return null;
    }
    List<OrderPhase> rest = new ArrayList<>(List.of(present));
    rest.addAll(phases.subList(entry.phase() + 1, phases.size()));
    boolean attested = running.order().intensiveMonitoring() || entry.intensiveMonitoring();
    return new OrderChange(rest, attested, running.order().overrides(), staffId, "");
  }

  /** Those staff told of, and this device's own unless they were another person's. */
  private List<PriorDose> priorDoses(OrderEntry entry, boolean demo) {
    List<PriorDose> doses = new ArrayList<>();
    int most = Order.MOST_PRIOR_DOSES - entry.declaredDoses().size();
    doses.addAll(
        entry.newPatient()
            ? history.dosesOfSession(most, clock.nowNs())
            : history.priorDoses(demo, most, clock.nowNs()));
    doses.addAll(entry.declaredDoses());
    return doses;
  }

  /**
   * Starts the order, or puts the change in force, that was read back.
   *
   * @param nonce the read-back's nonce
   * @param hash the read-back's hash, 64 lower-case hex digits
   * @return one line for staff
   */
  public CompletableFuture<Reply<String>> start(long nonce, String hash) {
    String why = sessions.whyNotStart(views.readBack(nonce));
    if (why == null && observing != null) {
      why = observing.whyNotStart();
    }
    if (why != null) {
      return stepMissing(why);
    }
    return done("Started.", header -> new StationCommand.Start(header, nonce, hash));
  }

  /** Has the executor say what it would do to fill the line. Starts nothing. */
  public CompletableFuture<Reply<PrimingView>> proposePriming(String syringeId, long volumeNl) {
    PrimingRequest request = new PrimingRequest(library.hash(), syringeId, volumeNl);
    return ask(header -> new StationCommand.ProposePriming(header, request))
        .thenApply(this::priming);
  }

  private Reply<PrimingView> priming(Outcome outcome) {
    if (outcome instanceof Outcome.Heard(ExecutorEvent.PrimingOffered event)) {
      return new Reply.Accepted<>(LiveViews.view(event.readBack(), clock.nowNs()));
    }
    return refused(outcome);
  }

  /**
   * Fills the line as it was read back.
   *
   * @param nonce the read-back's nonce
   * @param hash the read-back's hash, 64 lower-case hex digits
   * @param lineNotConnected whether staff confirmed that the line is not connected to a person
   * @return one line for staff
   */
  public CompletableFuture<Reply<String>> startPriming(
      long nonce, String hash, boolean lineNotConnected) {
    return done(
        "Priming.",
        header -> new StationCommand.StartPriming(header, nonce, hash, lineNotConnected));
  }

  /** Goes on with the remainder of the paused order; the value is one line for staff. */
  public CompletableFuture<Reply<String>> resume(long nonce) {
    String why = sessions.whyNotResume();
    if (why != null) {
      return stepMissing(why);
    }
    return done("Resumed.", header -> new StationCommand.Resume(header, nonce));
  }

  /** Leaves FAULT if the executor agrees; the value is one line for staff. */
  public CompletableFuture<Reply<String>> resetFault() {
    return done("Fault reset: the order is over.", StationCommand.ResetFault::new);
  }

  /** Acknowledges latched alarms whose cause is gone; the value is one line for staff. */
  public CompletableFuture<Reply<String>> acknowledgeAlarms() {
    return done("Alarms acknowledged.", StationCommand.AcknowledgeAlarms::new);
  }

  /** Pauses the sound of the controller's active alarms; the value is one line for staff. */
  public CompletableFuture<Reply<String>> pauseAudio() {
    return done("Sound paused.", StationCommand.PauseAudio::new);
  }

  /**
   * A page has shown the figures of this cycle to whoever stands before it.
   *
   * @param executorBootId the controller's boot those figures are of
   * @return false if they are not the controller's, or too old: nobody was shown the device
   */
  public boolean pageShows(long executorBootId, long cycle) {
    return views.areFresh(executorBootId, cycle) && link.pageShows(executorBootId, cycle);
  }

  /** Pauses delivery. */
  public void pause() {
    link.requestPause();
    record(HaltRequested.Kind.PAUSE);
  }

  /** Ends the order or the priming, or discards the read-back that is shown. */
  public void stop() {
    link.requestStop();
    record(HaltRequested.Kind.STOP);
  }

  private void record(HaltRequested.Kind kind) {
    keeper.note(
        Entry.confined(
            link.bootId(),
            clock.nowNs(),
            clock.wall(),
            HaltRequested.newBuilder()
                .setStationBootId(link.bootId())
                .setKind(kind)
                .setStaffId(staffId)
                .setCause(
                    staffId.isEmpty() ? "pressed on the page, nobody signed in there" : PRESSED)
                .build()));
  }

  private CompletableFuture<Reply<String>> done(
      String text, Function<StationCommand.Header, StationCommand> command) {
    return ask(command).thenApply(outcome -> answer(outcome, text));
  }

  private CompletableFuture<Outcome> ask(Function<StationCommand.Header, StationCommand> command) {
    return keeper.submit(command, Asked.by(staffId));
  }

  private static Reply<String> answer(Outcome outcome, String done) {
    if (outcome instanceof Outcome.Heard(ExecutorEvent.Answered event)
        && event.answer() == ExecutorEvent.Answer.ACCEPTED) {
      return new Reply.Accepted<>(done);
    }
    return refused(outcome);
  }

  private static <T> Reply<T> refused(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NoAnswer() -> unconfirmed();
      case Outcome.NotSent(String code, String text) -> new Reply.Refused<>(code, text);
      case Outcome.Heard(ExecutorEvent.Answered e) -> new Reply.Refused<>(e.code(), e.text());
      case Outcome.Heard(ExecutorEvent e) ->
          throw new IllegalStateException("not an answer: " + e.getClass().getSimpleName());
    };
  }

  /** Nobody answered. */
  static <T> Reply<T> unconfirmed() {
    return new Reply.Refused<>(
        "UNCONFIRMED", "No answer from the controller: look at the state, then try again.");
  }
}

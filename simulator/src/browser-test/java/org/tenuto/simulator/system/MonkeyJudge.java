package org.tenuto.simulator.system;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.journal.JournalRecord;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.ReadBack;
import org.tenuto.proto.journal.StateChanged;

/**
 * Holds what moved against the record, whoever pressed what: each delivery was read back, checked by
 * a second person and started by hash, each resumption was asked for, each priming confirmed; and
 * nothing moved outside of these, nor more than was ordered.
 */
final class MonkeyJudge {

  /** The pump's watchdog, and what the line adds. */
  private static final long REST_NS = 2_000_000_000;

  /** A truth has a line every 100 ms. */
  private static final long LINE_NS = 100_000_000;

  /** Inner diameter of the syringe in the simulated pump: BD Plastipak 50 mL. */
  private static final long IN_PUMP_UM = 26_600;

  private static final DrugLibrary LIBRARY = library();

  /** One that runs, from entering a state that delivers until leaving it. */
  private record Run(String state, long nonce, long fromNs, long toNs) {}

  private final Truth truth;
  private final Map<Long, ReadBack> readBacks = new HashMap<>();
  private final Map<Long, Long> highestRates = new HashMap<>();
  private final Map<Long, String> starts = new HashMap<>();
  private final List<Run> runs = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private boolean resumeAsked;
  private boolean primingConfirmed;
  private String state = "";
  private long nonce;
  private long sinceNs;

  MonkeyJudge(Logbook record, Truth truth) {
    this.truth = truth;
    record.records().forEach(this::read);
    changed("", 0, truth.last().monoNs());
    wrong.addAll(record.holes());
    truth.moments().stream()
        .filter(moment -> moment.moving() && runs.stream().noneMatch(run -> covers(run, moment)))
        .findFirst()
        .ifPresent(m -> wrong.add("moved though nothing was to run, at " + m));
    readBacks.values().stream().filter(one -> ran(one.getNonce())).forEach(this::judge);
  }

  private static DrugLibrary library() {
    try {
      return ShippedLibrary.load(true);
    } catch (LibraryRefusedException e) {
      throw new IllegalStateException("the shipped library is refused", e);
    }
  }

  /** What is wrong; empty if nothing is. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** How much there was to judge. */
  String summary() {
    long orders = readBacks.keySet().stream().filter(this::ran).count();
    long primings = runs.stream().filter(run -> run.state().equals("PRIMING")).count();
    return "%d read-backs, %d orders run, %d runs, %d primings, %d nL delivered"
        .formatted(readBacks.size(), orders, runs.size(), primings, truth.last().deliveredNl());
  }

  private boolean ran(long order) {
    return runs.stream().anyMatch(run -> run.state().equals("INFUSING") && run.nonce() == order);
  }

  private void read(JournalRecord record) {
    try {
      if (record.type().equals("Intent")) {
        asked(Intent.parseFrom(record.payload()));
      } else if (record.type().equals("ExecutorEvent")) {
        told(ExecutorEvent.parseFrom(record.payload()));
      }
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void asked(Intent intent) {
    switch (intent.getCommandCase()) {
      case START -> {
        starts.put(intent.getStart().getNonce(), intent.getStart().getReadBackHash());
        resumeAsked = true; // of a change that goes on by itself
      }
      case RESUME -> resumeAsked = true;
      case START_PRIMING -> primingConfirmed = intent.getStartPriming().getLineNotConnected();
      default -> {
        // Nothing moves by it.
      }
    }
  }

  private void told(ExecutorEvent event) {
    if (event.hasOrderReadBack()) {
      ReadBack shown = event.getOrderReadBack().getReadBack();
      readBacks.put(shown.getNonce(), shown);
      faster(shown.getNonce(), shown);
    } else if (event.hasOrderChanged()) {
      faster(event.getStamp().getOrderNonce(), event.getOrderChanged().getReadBack());
    } else if (event.hasStateChanged()) {
      StateChanged change = event.getStateChanged();
      requireAsked(change, event.getStamp().getOrderNonce());
      changed(change.getTo(), event.getStamp().getOrderNonce(), event.getStamp().getMonoNs());
    }
  }

  private void faster(long order, ReadBack shown) {
    shown
        .getPhasesList()
        .forEach(phase -> highestRates.merge(order, phase.getRateNlPerH(), Math::max));
  }

  private void changed(String to, long order, long atNs) {
    if (List.of("INFUSING", "PRIMING").contains(state)) {
      runs.add(new Run(state, nonce, sinceNs, atNs));
    }
    if (to.equals("PAUSED")) {
      resumeAsked = false;
    }
    state = to;
    nonce = order;
    sinceNs = atNs;
  }

  private void requireAsked(StateChanged change, long order) {
    if (change.getTo().equals("PRIMING")) {
      require(primingConfirmed, "primed without a confirmation of the line");
      primingConfirmed = false;
    } else if (change.getTo().equals("INFUSING")) {
      ReadBack shown = readBacks.get(order);
      require(shown != null, "ran without a read-back: " + order);
      require(
          shown != null && shown.getHash().equals(starts.get(order)),
          "ran without a start of what was read back: " + order);
      require(shown != null && checked(shown), "ran without a second person: " + order);
      require(!change.getFrom().equals("PAUSED") || resumeAsked, "resumed by itself: " + order);
    }
  }

  private static boolean checked(ReadBack shown) {
    String first = shown.getOrder().getStaffId();
    String second = shown.getOrder().getSecondStaffId();
    return !first.isEmpty() && !second.isEmpty() && !first.equals(second);
  }

  private void require(boolean right, String otherwise) {
    if (!right) {
      wrong.add(otherwise);
    }
  }

  private static boolean covers(Run run, Truth.Moment moment) {
    return moment.monoNs() >= run.fromNs() - LINE_NS && moment.monoNs() <= run.toNs() + REST_NS;
  }

  /**
   * What the plunger's way would have been in the syringe that was chosen: the simulated pump has
   * another in it than a monkey picks, and nothing on this device could tell.
   */
  private Truth asTold(String syringeId) {
    long chosenUm = requireNonNull(LIBRARY.syringe(syringeId)).innerDiameterUm();
    return new Truth(
        truth.moments().stream()
            .map(
                m ->
                    new Truth.Moment(
                        m.monoNs(),
                        m.deliveredNl() * chosenUm * chosenUm / (IN_PUMP_UM * IN_PUMP_UM),
                        m.moving()))
            .toList());
  }

  /** Of one order, over all its runs: never more, never faster. */
  private void judge(ReadBack order) {
    List<Run> own =
        runs.stream()
            .filter(run -> run.state().equals("INFUSING") && run.nonce() == order.getNonce())
            .toList();
    long fromNs = own.getFirst().fromNs();
    long toNs = own.getLast().toNs() + REST_NS;
    Truth told = asTold(order.getOrder().getSyringeId());
    Truth meanwhile =
        new Truth(
            told.moments().stream()
                .filter(m -> m.monoNs() >= fromNs && m.monoNs() <= toNs)
                .toList());
    if (meanwhile.moments().isEmpty()) {
      return;
    }
    var ordered =
        new Ordered(
            order.getNonce(),
            told.deliveredByNl(fromNs),
            order.getVolumeNl(),
            highestRates.getOrDefault(order.getNonce(), 0L));
    wrong.addAll(
        new Judge(meanwhile, ordered).neverMoreThanOrdered().neverInABurst().wrong());
  }
}

package org.tenuto.station;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.BootRecord;
import org.tenuto.control.ControlCycle;
import org.tenuto.control.CycleStatistics;
import org.tenuto.control.NoPanel;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.Patient;
import org.tenuto.dose.WeightBasis;
import org.tenuto.driver.newera.FakeNe1000;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraPump;
import org.tenuto.driver.newera.NewEraResolution;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.Journal;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.link.ExecutorLink;
import org.tenuto.link.StationLink;
import org.tenuto.session.SessionRules;
import org.tenuto.web.OrderEntry;
import org.tenuto.web.Reply;

/**
 * Both halves of the controller, stepped together by the calling thread: the executor's cycle with
 * the real driver, the link's two files, the station's work on a record on disk. In memory are the
 * pump at the other end of the line and the broker.
 */
final class SteppedDevice implements AutoCloseable {

  private static final long EXECUTOR = 11;
  private static final long STATION = 22;

  final HandClock clock = new HandClock();
  final HeardBroker broker = new HeardBroker();
  final FakeNe1000 pump = new FakeNe1000();
  final DrugLibrary library;
  StationSetup setup;
  StationWork work;
  private final ExecutorLink executorLink;
  private final ControlCycle cycle;
  private final Path dir;
  private final SessionRules rules;
  private final @Nullable ObservationRules observation;
  private long nonce;
  private long boots;

  SteppedDevice(Path dir) throws Exception {
    this(dir, SessionRules.NONE, null);
  }

  /** One of a site that asks for these steps of a session. */
  SteppedDevice(Path dir, SessionRules rules) throws Exception {
    this(dir, rules, null);
  }

  /** With a station that observes. */
  SteppedDevice(Path dir, @Nullable ObservationRules observation) throws Exception {
    this(dir, SessionRules.NONE, observation);
  }

  /** With a station that asks for these steps, and observes. */
  SteppedDevice(Path dir, SessionRules rules, @Nullable ObservationRules observation)
      throws Exception {
    this.dir = dir;
    this.rules = rules;
    this.observation = observation;
    library = ShippedLibrary.load(true);
    var stationLink = StationLink.open(dir.resolve("link"), STATION);
    executorLink = ExecutorLink.open(dir.resolve("link"), EXECUTOR);
    var resolution =
        new OrderReview(
            library, s -> new NewEraResolution(NewEraModel.NE_1000, s.innerDiameterUm()));
    cycle =
        new ControlCycle(
            new BootRecord(EXECUTOR, "test", "timing: by hand", 0, library.hash(), false),
            CheckThresholds.USUAL,
            new NewEraPump(pump, NewEraModel.NE_1000),
            executorLink,
            new NoPanel(),
            new NoPanel(),
            resolution,
            () -> ++nonce,
            new CycleStatistics());
    setup = setUp(stationLink);
    work = new StationWork(setup);
    work.begin();
  }

  private StationSetup setUp(StationLink link) throws Exception {
    return new StationSetup(
        Journal.open(dir.resolve("journal.db")),
        link,
        broker,
        clock,
        library,
        true,
        rules,
        observation,
        "rn-1",
        "site = \"test\"");
  }

  /** Kills the station: nothing is left but its record and its end of the link; another begins. */
  void killStation() throws Exception {
    work.closeRecord();
    boots++;
    setup = setUp(StationLink.open(dir.resolve("link"), STATION + boots));
    work = new StationWork(setup);
    work.begin();
  }

  /** Lets time pass for both, a millisecond at a time. */
  void pass(long ns) {
    for (long passedNs = 0; passedNs < ns; passedNs += HandClock.MS) {
      clock.pass(HandClock.MS);
      pump.advanceTo(clock.nowNs());
      cycle.wallClock(clock.wallMs());
      cycle.run(clock.nowNs());
      work.step(clock.nowNs());
    }
  }

  /** Lets time pass for the station alone: the executor hangs. */
  void passWithoutExecutor(long ns) {
    for (long passedNs = 0; passedNs < ns; passedNs += HandClock.MS) {
      clock.pass(HandClock.MS);
      work.step(clock.nowNs());
    }
  }

  void await(InfusionState wanted) {
    for (int ms = 0; ms < 10_000 && work.live().state() != wanted; ms++) {
      pass(HandClock.MS);
    }
    if (work.live().state() != wanted) {
      throw new AssertionError(wanted + " not reached: " + work.live());
    }
  }

  /** What it was answered with; fails if it was refused. */
  <T> T accepted(CompletableFuture<Reply<T>> request) {
    for (int ms = 0; ms < 3_000 && !request.isDone(); ms++) {
      pass(HandClock.MS);
    }
    if (!request.isDone()) {
      throw new AssertionError("not answered within 3 s");
    }
    if (request.join() instanceof Reply.Accepted<T>(T value)) {
      return value;
    }
    throw new AssertionError("refused: " + request.join());
  }

  /** The one-minute program for demonstrations: 0.7 mL at 42 mL/h. */
  OrderEntry shortOrder() {
    DrugEntry drug = requireNonNull(library.drug("DEMO"));
    return new OrderEntry(
        library.hash(),
        drug.id(),
        "DEMO-1MIN",
        Patient.ofWeight(70_000),
        WeightBasis.ACTUAL,
        requireNonNull(drug.protocol("DEMO-1MIN")).phases(),
        1_000_000,
        "BD-PLASTIPAK-50",
        10_000_000,
        false,
        false,
        List.of());
  }

  @Override
  public void close() {
    work.close();
    executorLink.close();
  }
}

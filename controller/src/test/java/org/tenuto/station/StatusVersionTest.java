package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.control.check.SelfTest;
import org.tenuto.dose.Order;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.journal.Journal;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.link.ExecutorLink;
import org.tenuto.link.StationLink;
import org.tenuto.pk.PkModel;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.LinePressure;
import org.tenuto.proto.telemetry.ModelInForce;
import org.tenuto.proto.telemetry.Status;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/** Whatever changes the published status changes its version; what does not matter does not. */
class StatusVersionTest {

  private static final int STEPS = 5_000;
  private static final long ORDER = 900;

  @TempDir private Path dir;

  private final HandClock clock = new HandClock();
  private final DeviceMemory memory = new DeviceMemory();
  private final StatusSnapshot now = new StatusSnapshot();
  private final SplittableRandom random = new SplittableRandom(1);
  private ExecutorLink executor;
  private StationLink station;
  private Journal journal;
  private TelemetryViews views;

  @BeforeEach
  void join() throws Exception {
    station = StationLink.open(dir.resolve("link"), 22);
    executor = ExecutorLink.open(dir.resolve("link"), 11);
    journal = Journal.open(dir.resolve("journal.db"));
    var watch = new ExecutorWatch(station, journal, clock, memory);
    var keeper =
        new RecordKeeper(
            journal, station, clock, new Standstill(0), watch, memory, List.of(new DoseHistory()));
    views = new TelemetryViews(station, clock, keeper, memory, ShippedLibrary.load(true), true);
    now.executorBootId = 11;
    station.attach();
    publish();
  }

  @AfterEach
  void part() throws Exception {
    journal.close();
    executor.close();
  }

  private void publish() {
    now.nowNs = clock.nowNs();
    executor.publish(now);
  }

  @Test
  void theSameVersionIsTheSameStatus() {
    int changes = 0;
    for (int i = 0; i < STEPS; i++) {
      long version = views.statusVersion();
      Status status = views.last().getStatus();
      change();
      if (views.statusVersion() == version) {
        assertThat(views.last().getStatus()).as("step %d", i).isEqualTo(status);
      } else {
        changes++;
      }
    }
    assertThat(changes).isBetween(STEPS / 10, STEPS * 9 / 10);
  }

  @Test
  void theBirthNamesTheModelsOfTheLibraryEachOnceWithItsVersion() throws Exception {
    Birth birth = views.birth();
    assertThat(birth.getLibraryHash()).isEqualTo(ShippedLibrary.load(true).hash());
    assertThat(birth.getModelsList())
        .extracting(ModelInForce::getModelId)
        .doesNotHaveDuplicates()
        .contains("domino-1984", "kamp-2020");
    assertThat(birth.getModelsList())
        .contains(
            ModelInForce.newBuilder()
                .setModelId("domino-1984")
                .setTitle("Domino 1984 (ketAMINE)")
                .setVersion(PkModel.DOMINO_1984.version())
                .build());
  }

  @Test
  void thePressureIsToldWithWhetherItIsMonitored() {
    LinePressure none = views.live().getProgress().getLinePressure();
    assertThat(none).isEqualTo(LinePressure.getDefaultInstance());
    now.monitoredBits = 1;
    publish();
    LinePressure silent = views.live().getProgress().getLinePressure();
    assertThat(silent.getMonitored()).isTrue();
    assertThat(silent.hasPressurePa()).isFalse();
    now.pressureKnown = 1;
    now.pressurePa = -250;
    publish();
    assertThat(views.last().getProgress().getLinePressure())
        .isEqualTo(LinePressure.newBuilder().setMonitored(true).setPressurePa(-250).build());
  }

  /** One thing, at random; often to what it is already. */
  private void change() {
    clock.pass(HandClock.MS);
    switch (random.nextInt(12)) {
      case 0 -> now.state = any(InfusionState.values());
      case 1 -> now.reason = any(NotDeliveringReason.values());
      case 2 -> now.pumpState = any(PumpState.values());
      case 3 -> now.pumpFault = any(PumpFault.values());
      case 4 -> now.alarmBits ^= any(AlarmCondition.values()).bit();
      case 5 -> now.alarmPresentBits ^= any(AlarmCondition.values()).bit();
      case 6 -> now.selfTestFailedBits ^= any(SelfTest.Item.values()).bit();
      case 7 -> now.alarmBits ^= AlarmCondition.SELF_TEST_FAILED.bit();
      case 8 -> now.orderNonce = random.nextBoolean() ? ORDER : 0;
      case 9 -> memory.restore(readBack(ORDER + random.nextInt(2)), null);
      case 10 -> now.rateNlPerH++;
      default -> {
        clock.pass(random.nextInt(2) * Alarms.LOST_NS);
        return; // nothing new from the executor
      }
    }
    publish();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  /** Of the order, or of a change of it. */
  private static ReadBack readBack(long nonce) {
    Order order =
        Order.ofDose("ab".repeat(32), "D", "P", 70_000, 500_000, 60, 1_000_000, "S", 9, "rn");
    return new ReadBack(
        nonce,
        0,
        order,
        nonce == ORDER ? Progress.NONE : new Progress(ORDER, 0, 0, 0, 1),
        "d",
        "p",
        "s",
        new ReadBack.Weights(70_000, 0, 0, 0, 0),
        1,
        1,
        nonce,
        60,
        List.of(new ReadBack.Phase(PhaseKind.MAINTENANCE, 1, 1, nonce, 1, 1, 60, "1MH", "1ML")),
        List.of(),
        List.of(),
        "h");
  }

  @Test
  void whatIsNotInTheStatusDoesNotChangeItsVersion() {
    long version = views.statusVersion();
    now.cycle++;
    now.rateNlPerH = 5;
    now.atMostNl = 7;
    now.timeLeftS = 9;
    publish();
    assertThat(views.statusVersion()).isEqualTo(version);
  }
}

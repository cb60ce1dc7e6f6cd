package org.tenuto.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawn scripts of 1,000 seeds: what they hold, and what they never do. */
class FaultBudgetTest {

  private static final long SEEDS = 1_000;
  private static final long S = 1_000_000_000;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3 * S, 60 * S, 3_600 * S})
  void everythingIsOverByTheHorizonAndInOrder(long horizonNs) {
    for (long seed = 0; seed < SEEDS; seed++) {
      for (FaultScript script : List.of(survivable(seed, horizonNs), unlimited(seed, horizonNs))) {
        assertThat(script.faults()).isSorted();
        for (Fault fault : script.faults()) {
          assertThat(fault.endNs()).isLessThanOrEqualTo(horizonNs);
        }
      }
    }
  }

  @Test
  void noneIsNothing() {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(FaultBudget.none().draw(new SplittableRandom(seed), 60 * S).faults()).isEmpty();
    }
  }

  @Test
  void everyScriptReadsBackAndASeedDrawsItAgain() {
    Set<FaultScript> scripts = new HashSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      FaultScript script = unlimited(seed, 600 * S);
      assertThat(FaultScript.parse(script.text())).isEqualTo(script);
      assertThat(unlimited(seed, 600 * S).text()).isEqualTo(script.text());
      scripts.add(script);
    }
    // Some sessions have no faults at all, (3/4)^10 of them; no other two are alike.
    assertThat(scripts).hasSizeGreaterThan(900);
  }

  /** What is listed at a boundary, and how often at most, is what a session gets. */
  @Test
  void everyKindThereIsIsDrawnAndMildlyAllButTheTornWrite() {
    assertThat(kinds(true)).isEqualTo(EnumSet.allOf(FaultKind.class));
    assertThat(kinds(false)).isEqualTo(EnumSet.complementOf(EnumSet.of(FaultKind.DISK_TORN, FaultKind.LINES_LOST)));
  }

  /** A pump without lines has no faults of lines; that it has none changes no other fault. */
  @Test
  void onlyAStepperHasFaultsOfLines() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<Fault> stepper =
          new ArrayList<>(
              FaultBudget.unlimited()
                  .with(StepperFaults.unlimited())
                  .draw(new SplittableRandom(seed), 600 * S)
                  .faults());
      stepper.removeIf(fault -> fault.kind().boundary() == Boundary.LINES);
      assertThat(unlimited(seed, 600 * S).faults()).isEqualTo(stepper);
    }
  }

  private static Set<FaultKind> kinds(boolean unlimited) {
    FaultBudget budget =
        unlimited
            ? FaultBudget.unlimited().with(StepperFaults.unlimited())
            : FaultBudget.survivable().with(StepperFaults.survivable());
    Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
    for (long seed = 0; seed < SEEDS; seed++) {
      FaultScript script = budget.draw(new SplittableRandom(seed), 600 * S);
      script.faults().forEach(fault -> kinds.add(fault.kind()));
    }
    return kinds;
  }

  @ParameterizedTest
  @MethodSource("boundaries")
  void aBoundaryDrawsItsOwnKindsAndAllOfThem(Boundary boundary, BoundaryFaults faults) {
    Set<FaultKind> drawn = EnumSet.noneOf(FaultKind.class);
    for (long seed = 0; seed < SEEDS; seed++) {
      faults.draw(new SplittableRandom(seed), 600 * S).forEach(fault -> drawn.add(fault.kind()));
    }
    assertThat(drawn)
        .isEqualTo(
            EnumSet.allOf(FaultKind.class).stream()
                .filter(kind -> kind.boundary() == boundary)
                .collect(Collectors.toSet()));
  }

  static List<Object[]> boundaries() {
    FaultBudget all = FaultBudget.unlimited();
    List<Object[]> cases = new ArrayList<>();
    List<BoundaryFaults> faults =
        List.of(
            all.serial(),
            all.pump(),
            all.motor(),
            all.clock(),
            all.disk(),
            all.broker(),
            all.process(),
            all.sensor(),
            all.world(),
            all.people(),
            all.panel(),
            StepperFaults.unlimited());
    for (Boundary boundary : Boundary.values()) {
      cases.add(new Object[] {boundary, faults.get(boundary.ordinal())});
    }
    return cases;
  }

  @Test
  void whatIsDrawnStaysInItsAllowance() {
    Allowance allowed = Allowance.upTo(3).lastingMs(20, 300).of(1, 50);
    Map<Integer, Integer> counts = new HashMap<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      FaultDraw draw = new FaultDraw(new SplittableRandom(seed), 60 * S);
      draw.some(FaultKind.SERIAL_LOSS, allowed);
      counts.merge(draw.faults().size(), 1, Integer::sum);
      for (Fault fault : draw.faults()) {
        assertThat(fault.forNs()).isBetween(20_000_000L, 300_000_000L);
        assertThat(fault.size()).isBetween(1L, 50L);
      }
    }
    assertThat(counts).containsOnlyKeys(0, 1, 2, 3);
  }

  /** The mild numbers that lean on a safeguard's limit: see the notes of each record. */
  @Test
  void mildFaultsAreBelowTheLimitsOfTheSafeguards() {
    Map<FaultKind, Long> longestNs = new EnumMap<>(FaultKind.class);
    for (long seed = 0; seed < SEEDS; seed++) {
      for (Fault fault : survivable(seed, 3_600 * S).faults()) {
        longestNs.merge(fault.kind(), fault.forNs(), Math::max);
      }
    }
    assertThat(shortestNs(FaultKind.E_STOP)).isGreaterThanOrEqualTo(2 * S);
    assertThat(longestNs.get(FaultKind.SERIAL_STUCK)).isLessThan(S / 2);
    assertThat(longestNs.get(FaultKind.PUMP_MUTE)).isLessThan(S / 2);
    assertThat(longestNs.get(FaultKind.EXECUTOR_STALL)).isLessThan(S / 2);
    assertThat(longestNs.get(FaultKind.STATION_STALL)).isLessThan(4 * S);
    assertThat(longestNs.get(FaultKind.STATION_KILLED)).isLessThanOrEqualTo(30 * S);
    assertThat(longestNs.get(FaultKind.PAGE_CLOSED)).isLessThan(30 * S);
  }

  private static long shortestNs(FaultKind kind) {
    return LongStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.concat(
                    survivable(seed, 3_600 * S).faults().stream(),
                    unlimited(seed, 3_600 * S).faults().stream()))
        .filter(fault -> fault.kind() == kind)
        .mapToLong(Fault::forNs)
        .min()
        .orElseThrow();
  }

  /** A boundary that came later changes nothing of what a seed draws at the others. */
  @Test
  void thePanelIsDrawnAfterEverythingElse() {
    FaultBudget all = FaultBudget.survivable();
    FaultBudget without =
        new FaultBudget(
            all.serial(),
            all.pump(),
            all.motor(),
            all.clock(),
            all.disk(),
            all.broker(),
            all.process(),
            all.sensor(),
            all.world(),
            all.people(),
            PanelFaults.none(),
            StepperFaults.none());
    for (long seed = 0; seed < SEEDS; seed++) {
      List<Fault> with = new ArrayList<>(survivable(seed, 60 * S).faults());
      with.removeIf(fault -> fault.kind().boundary() == Boundary.PANEL);
      assertThat(without.draw(new SplittableRandom(seed), 60 * S).faults()).isEqualTo(with);
    }
  }

  @Test
  void oneKindMoreLeavesTheOthersAsTheyWere() {
    FaultBudget all = FaultBudget.unlimited();
    SerialFaults serial = all.serial();
    SerialFaults lessLoss =
        new SerialFaults(
            Allowance.NONE,
            serial.doubling(),
            serial.delay(),
            serial.damage(),
            serial.stuck(),
            serial.cut());
    for (long seed = 0; seed < SEEDS; seed++) {
      List<Fault> with = new ArrayList<>(serial.draw(new SplittableRandom(seed), 60 * S));
      with.removeIf(fault -> fault.kind() == FaultKind.SERIAL_LOSS);
      assertThat(lessLoss.draw(new SplittableRandom(seed), 60 * S)).isEqualTo(with);
    }
  }

  @Test
  void anAllowanceThatDoesNotFitItsKindIsRefused() {
    FaultDraw draw = new FaultDraw(new SplittableRandom(1), S);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draw.some(FaultKind.SERIAL_LOSS, Allowance.upTo(1).of(1, 2)))
        .withMessageEndingWith("expected some time, 1 to 1000 per mille");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draw.some(FaultKind.PUMP_RESET, Allowance.upTo(1).lastingMs(1, 2)))
        .withMessageEndingWith("expected no time, it is over at once, no size");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Allowance.upTo(1).of(2, 1))
        .withMessageContaining("expected the lowest first");
  }

  private static FaultScript survivable(long seed, long horizonNs) {
    return FaultBudget.survivable().draw(new SplittableRandom(seed), horizonNs);
  }

  private static FaultScript unlimited(long seed, long horizonNs) {
    return FaultBudget.unlimited().draw(new SplittableRandom(seed), horizonNs);
  }
}

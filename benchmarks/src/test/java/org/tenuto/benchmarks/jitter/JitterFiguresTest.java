package org.tenuto.benchmarks.jitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.benchmarks.Figure;
import org.tenuto.benchmarks.Machine;

/** Every wake-up of a block has the same error here: so every figure of it is that. */
class JitterFiguresTest {

  private static final double EXACT = 0.01;
  private static final List<JitterSubject> BOTH = List.of(JitterSubject.OURS, JitterSubject.TWIN);
  private static final List<JitterLoad> LOADS = List.of(JitterLoad.IDLE, JitterLoad.ALLOCATION);

  private final JitterBlocks blocks = new JitterBlocks();

  private static JitterPlan plan(int otherCpu) {
    return new JitterPlan(BOTH, LOADS, 2, 1, 0, 1, otherCpu);
  }

  private void put(int round, JitterLoad load, JitterSubject subject, long errorNs) {
    var wakes = new Wakes(0);
    for (int i = 0; i < 1_000; i++) {
      wakes.add(i * 1_000_000L, errorNs);
    }
    blocks.put(round, load, subject, Block.of(wakes, false, new KernelCost(1, 2, 10), "timing: t"));
  }

  private void put(JitterLoad load, long[] ours, long[] twin) {
    for (int round = 0; round < ours.length; round++) {
      put(round, load, JitterSubject.OURS, ours[round]);
      put(round, load, JitterSubject.TWIN, twin[round]);
    }
  }

  private Figure figure(JitterPlan plan, String name) {
    return new JitterFigures(plan, blocks)
        .all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aRatioIsOfTheSameRoundAndTheMiddleOneIsTold() {
    put(JitterLoad.IDLE, new long[] {200, 900}, new long[] {100, 500});

    Figure ratio = figure(plan(JitterPlan.NO_PAIR), "jitter idle ours/twin p99");

    assertThat(ratio.value()).isCloseTo(1.9, within(EXACT)); // of 2.0 and 1.8
    assertThat(ratio.spread()).isCloseTo(0.1, within(EXACT));
    assertThat(ratio.atMost()).isEqualTo(1.25);
    assertThat(ratio.misses()).isTrue();
    assertThat(figure(plan(JitterPlan.NO_PAIR), "jitter idle ours/twin p50").atMost())
        .isEqualTo(1.10);
    assertThat(figure(plan(JitterPlan.NO_PAIR), "jitter idle ours/twin w1max").atMost())
        .isEqualTo(1.25);
  }

  @Test
  void ofPairsThatChangedPlacesTheProcessorIsNotInTheRatio() {
    // The same loop twice, on a processor where everything takes four times as long.
    put(JitterLoad.IDLE, new long[] {100, 400}, new long[] {400, 100});

    assertThat(figure(plan(0), "jitter idle pair ours/twin p99").value())
        .isCloseTo(1, within(EXACT));
  }

  @Test
  void aLoadIsJudgedByWhatItMakesOfTheIdleRatio() {
    put(JitterLoad.IDLE, new long[] {200, 200}, new long[] {100, 100});
    put(JitterLoad.ALLOCATION, new long[] {900, 900}, new long[] {300, 300});

    Figure figure = figure(plan(JitterPlan.NO_PAIR), "jitter allocation/idle ours/twin p99");

    assertThat(figure.value()).isCloseTo(1.5, within(EXACT));
    assertThat(figure.atMost()).isEqualTo(1.25);
  }

  @Test
  void timesAndCountsAreOfAllRounds() {
    put(JitterLoad.IDLE, new long[] {100, 300}, new long[] {100, 100});
    JitterPlan plan = plan(JitterPlan.NO_PAIR);

    assertThat(figure(plan, "jitter idle ours max").value()).isCloseTo(0.3, within(EXACT));
    assertThat(figure(plan, "jitter idle ours w1max").value()).isCloseTo(0.2, within(EXACT));
    assertThat(figure(plan, "jitter idle ours w1max").spread()).isCloseTo(0.1, within(EXACT));
    assertThat(figure(plan, "jitter idle ours minor-faults").value()).isEqualTo(2);
    assertThat(figure(plan, "jitter idle ours major-faults").value()).isEqualTo(4);
    assertThat(figure(plan, "jitter idle ours steal").value()).isEqualTo(20);
    assertThat(figure(plan, "jitter idle ours missed").value()).isZero();
  }

  @Test
  void withoutItsTwinOursHasNoRatio() {
    put(0, JitterLoad.IDLE, JitterSubject.OURS, 100);

    assertThat(new JitterFigures(plan(JitterPlan.NO_PAIR), blocks).all())
        .noneMatch(figure -> figure.unit().equals("x"))
        .isNotEmpty();
  }

  @Test
  void aMissedTargetIsToldAndRedWhereSomebodyLooks() {
    put(JitterLoad.IDLE, new long[] {300, 300}, new long[] {100, 100});
    put(JitterLoad.ALLOCATION, new long[] {300, 300}, new long[] {100, 100});

    String plain = printed(false);
    String coloured = printed(true);

    assertThat(plain)
        .contains("jitter idle ours/twin p99 at most 1.25: 3.00 ± 0.00, not met")
        .contains("jitter allocation/idle ours/twin p99 at most 1.25: 1.00 ± 0.00, met")
        .contains("note     sleep left out: test")
        .doesNotContain("\u001b", "NaN");
    assertThat(coloured).contains("\u001b[31mtarget   jitter idle ours/twin p99");
    assertThat(coloured).doesNotContain("\u001b[31mtarget   jitter allocation/idle");
  }

  private String printed(boolean coloured) {
    var text = new StringWriter();
    new JitterReport(
            plan(JitterPlan.NO_PAIR),
            blocks,
            List.of("sleep left out: test"),
            Machine.here(),
            Machine.here())
        .print(new PrintWriter(text), coloured);
    return text.toString();
  }
}

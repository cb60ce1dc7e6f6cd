package org.tenuto.benchmarks.jitter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Every block that was measured, and what is to be told beside them. One thread. */
final class JitterBlocks {

  private record Key(int round, JitterLoad load, JitterSubject subject) {}

  private final Map<Key, Block> blocks = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private int rounds;

  void put(int round, JitterLoad load, JitterSubject subject, Block block) {
    blocks.put(new Key(round, load, subject), block);
    rounds = Math.max(rounds, round + 1);
  }

  void remark(String line) {
    remarks.add(line);
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** A subject's blocks under a load, in the order of the rounds; none where it was left out. */
  List<Block> of(JitterLoad load, JitterSubject subject) {
    return IntStream.range(0, rounds)
        .mapToObj(round -> new Key(round, load, subject))
        .filter(blocks::containsKey)
        .map(blocks::get)
        .toList();
  }

  /** All errors of a subject under a load, ns. */
  Histogram errorsNs(JitterLoad load, JitterSubject subject) {
    Histogram all = Wakes.empty();
    of(load, subject).forEach(block -> all.add(block.errorsNs()));
    return all;
  }

  /** A figure over all rounds, ns; NaN if there is none. */
  double ns(JitterLoad load, JitterSubject subject, Statistic statistic) {
    List<Block> all = of(load, subject);
    if (all.isEmpty()) {
      return Double.NaN;
    }
    return statistic == Statistic.W1MAX
        ? Median.of(
            all.stream()
                .flatMap(one -> one.worstOfSecondsNs().stream())
                .mapToDouble(Long::doubleValue)
                .toArray())
        : errorsNs(load, subject).getValueAtPercentile(statistic.percent());
  }

  /** The same figure of each round, ns. */
  double[] roundsNs(JitterLoad load, JitterSubject subject, Statistic statistic) {
    return of(load, subject).stream().mapToDouble(block -> block.ns(statistic)).toArray();
  }

  /** How many times the twin's of the same round and load; NaN where one of them is missing. */
  double ratio(int round, JitterLoad load, JitterSubject subject, Statistic statistic) {
    Block block = blocks.get(new Key(round, load, subject));
    Block twin = blocks.get(new Key(round, load, JitterSubject.TWIN));
    return ratio(block, twin, statistic);
  }

  private static double ratio(
      @Nullable Block block, @Nullable Block twin, Statistic statistic) {
    return block == null || twin == null ? Double.NaN : block.ns(statistic) / twin.ns(statistic);
  }

  int rounds() {
    return rounds;
  }

  /** What the kernel counted, over all rounds. */
  KernelCost cost(JitterLoad load, JitterSubject subject) {
    return of(load, subject).stream()
        .map(Block::cost)
        .reduce(KernelCost.NONE, KernelCost::plus);
  }

  /** Deadlines that had gone by, over all rounds. */
  long missed(JitterLoad load, JitterSubject subject) {
    return of(load, subject).stream().mapToLong(Block::missed).sum();
  }

  /** What the kernel granted a subject, in its own words; empty if it was left out. */
  String timing(List<JitterLoad> loads, JitterSubject subject) {
    return loads.stream()
        .flatMap(load -> of(load, subject).stream())
        .map(Block::timing)
        .findFirst()
        .orElse("");
  }
}

package org.tenuto.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Figures in texts of real kernels. */
class ProcTextTest {

  private static final String STAT =
      """
      cpu  123 4 56 7890 12 0 3 4455 0 0
      cpu0 60 2 28 3945 6 0 1 4000 0 0
      cpu1 63 2 28 3945 6 0 2 455 0 0
      cpu10 1 2 3 4 5 6 7 99 9 10
      intr 1000 0 0
      """;

  /** A thread's name may hold spaces and parentheses. */
  private static final String THREAD_STAT =
      "24457 (loop) (x 1) S 24437 24437 16780 0 -1 4194304 100 21 7 33 2 5 0 0 20 0 1 0 174\n";

  private static final String STATUS =
      """
      Name:\tloop
      Threads:\t1
      voluntary_ctxt_switches:\t4711
      nonvoluntary_ctxt_switches:\t12
      """;

  @Test
  void findsTheStealTimeOfOneProcessor() {
    assertThat(text(STAT).word(ProcText.key("cpu0"), 8)).isEqualTo(4000);
    assertThat(text(STAT).word(ProcText.key("cpu1"), 8)).isEqualTo(455);
    assertThat(text(STAT).word(ProcText.key("cpu10"), 8)).isEqualTo(99);
    assertThat(text(STAT).word(ProcText.key("cpu"), 8)).isEqualTo(4455);
    assertThat(text(STAT).word(ProcText.key("cpu2"), 8)).isEqualTo(ProcText.UNKNOWN);
  }

  @Test
  void findsMajorFaultsBehindAnyName() {
    assertThat(text(THREAD_STAT).wordAfterLast(')', 10)).isEqualTo(7);
    assertThat(text("no parenthesis").wordAfterLast(')', 10)).isEqualTo(ProcText.UNKNOWN);
  }

  @Test
  void tellsAKeyFromTheEndOfAnother() {
    assertThat(text(STATUS).word(ProcText.key("voluntary_ctxt_switches:"), 1)).isEqualTo(4711);
    assertThat(text(STATUS).word(ProcText.key("nonvoluntary_ctxt_switches:"), 1)).isEqualTo(12);
    assertThat(text(STATUS).word(ProcText.key("voluntary"), 1)).isEqualTo(ProcText.UNKNOWN);
  }

  @Test
  void whatIsNotAWholeNumberIsUnknown() {
    byte[] key = ProcText.key("nr_throttled");
    assertThat(text("nr_throttled 3\n").word(key, 1)).isEqualTo(3);
    assertThat(text("nr_throttled 3").word(key, 1)).as("cut off").isEqualTo(ProcText.UNKNOWN);
    for (String bad :
        new String[] {
          "",
          "nr_throttled",
          "nr_throttled\n",
          "nr_throttled \n7\n",
          "nr_throttled x\n",
          "nr_throttled -1\n",
          "nr_throttled 3x\n",
          "nr_throttled 1234567890123456789\n"
        }) {
      assertThat(text(bad).word(key, 1)).as(bad).isEqualTo(ProcText.UNKNOWN);
    }
  }

  @Test
  void findsTheGroupThatIsThrottled() {
    assertThat(CpuGroup.statOf("0::/\n")).hasToString("sys/fs/cgroup/cpu.stat");
    assertThat(CpuGroup.statOf("0::/system.slice/tenuto.service\n"))
        .hasToString("sys/fs/cgroup/system.slice/tenuto.service/cpu.stat");
    assertThat(CpuGroup.statOf("5:cpuset:/x\n2:cpu,cpuacct:/jobs\n0::/\n"))
        .hasToString("sys/fs/cgroup/cpu/jobs/cpu.stat");
    assertThat(CpuGroup.statOf("")).hasToString("sys/fs/cgroup/cpu.stat");
  }

  private static ProcText text(String text) {
    var filled = new ProcText();
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, filled.buffer(), 0, bytes.length);
    filled.setLength(bytes.length);
    return filled;
  }
}

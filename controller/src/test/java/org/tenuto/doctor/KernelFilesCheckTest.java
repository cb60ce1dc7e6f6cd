package org.tenuto.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.doctor.Finding.Level;

/** What is judged by the kernel's text files, with files as kernels write them. */
class KernelFilesCheckTest {

  @TempDir private Path root;

  /** Such a file gives its number to one read only, however short that was. */
  @Test
  void readsANumberOfTheRealKernelWhole() {
    String most = new KernelFiles(Path.of("/")).text("proc/sys/kernel/pid_max");
    assertThat(most).as("at least 301, by the kernel's own limit").matches("\\d{3,}");
  }

  @Test
  void knowsARealTimeKernel() throws IOException {
    put("proc/sys/kernel/osrelease", "6.12.9-rt\n");
    put("proc/sys/kernel/version", "#1 SMP PREEMPT_RT Debian 6.12.9-1\n");
    assertThat(new KernelCheck(files()).look())
        .isEqualTo(Finding.ok("kernel", "6.12.9-rt, PREEMPT_RT"));
  }

  @Test
  void aPreemptibleKernelIsNoRealTimeKernel() throws IOException {
    put("proc/sys/kernel/osrelease", "6.18.44\n");
    put("proc/sys/kernel/version", "#1 SMP PREEMPT_DYNAMIC @0\n");
    Finding finding = new KernelCheck(files()).look();
    assertThat(finding.level()).isEqualTo(Level.DEGRADED);
    assertThat(finding.found()).isEqualTo("6.18.44, not PREEMPT_RT");
    put("sys/kernel/realtime", "1\n");
    assertThat(new KernelCheck(files()).look().level()).isEqualTo(Level.OK);
  }

  @Test
  void wantsTheLoopOnAnIsolatedProcessor() throws IOException {
    assertThat(new CpuCheck(files(), 4, 3).look().found())
        .isEqualTo("4, isolated: unknown, loop on CPU 3");
    put("sys/devices/system/cpu/isolated", "\n");
    assertThat(new CpuCheck(files(), 4, 3).look().level()).isEqualTo(Level.DEGRADED);
    put("sys/devices/system/cpu/isolated", "1,3-4\n");
    assertThat(new CpuCheck(files(), 4, 2).look().level()).isEqualTo(Level.DEGRADED);
    assertThat(new CpuCheck(files(), 4, 3).look())
        .isEqualTo(Finding.ok("processors", "4, isolated: 1,3-4, loop on CPU 3"));
    assertThat(new CpuCheck(files(), 1, 3).look().level()).isEqualTo(Level.DEGRADED);
  }

  @Test
  void readsLists() {
    assertThat(CpuList.contains("0-2,7", 1)).isTrue();
    assertThat(CpuList.contains("0-2,7", 7)).isTrue();
    assertThat(CpuList.contains("0-2,7", 3)).isFalse();
    assertThat(CpuList.contains("", 0)).isFalse();
    assertThat(CpuList.contains("-3,a,2-", 2)).isFalse();
  }

  @Test
  void saysHowMuchTimeRealTimeThreadsGet() throws IOException {
    assertThat(new ThrottlingCheck(files()).look().found()).startsWith("unknown");
    put("proc/sys/kernel/sched_rt_period_us", "1000000\n");
    put("proc/sys/kernel/sched_rt_runtime_us", "950000\n");
    assertThat(new ThrottlingCheck(files()).look())
        .isEqualTo(
            Finding.ok(
                "real-time throttling", "950000 us of 1000000 us, enough for a loop that sleeps"));
    put("proc/sys/kernel/sched_rt_runtime_us", "0\n");
    assertThat(new ThrottlingCheck(files()).look().level()).isEqualTo(Level.DEGRADED);
    put("proc/sys/kernel/sched_rt_runtime_us", "-1\n");
    assertThat(new ThrottlingCheck(files()).look().found()).isEqualTo("off");
  }

  @Test
  void hugePagesOnlyWhereAskedFor() throws IOException {
    String file = "sys/kernel/mm/transparent_hugepage/enabled";
    assertThat(new HugePagesCheck(files()).look().level()).isEqualTo(Level.OK);
    put(file, "[always] madvise never\n");
    assertThat(new HugePagesCheck(files()).look().level()).isEqualTo(Level.DEGRADED);
    put(file, "always [madvise] never\n");
    assertThat(new HugePagesCheck(files()).look()).isEqualTo(Finding.ok("huge pages", "madvise"));
  }

  @Test
  void noSwap() throws IOException {
    assertThat(new SwapCheck(files()).look().found()).startsWith("unknown");
    put("proc/meminfo", "MemTotal:        8000000 kB\nSwapTotal:             0 kB\n");
    assertThat(new SwapCheck(files()).look()).isEqualTo(Finding.ok("swap", "none"));
    put("proc/meminfo", "MemTotal:        8000000 kB\nSwapTotal:       2097152 kB\nX: 1 kB\n");
    assertThat(new SwapCheck(files()).look().level()).isEqualTo(Level.DEGRADED);
    assertThat(new SwapCheck(files()).look().found()).isEqualTo("2048 MiB");
  }

  @Test
  void everyProcessorAtFullSpeed() throws IOException {
    assertThat(new GovernorCheck(files()).look().level()).isEqualTo(Level.OK);
    put("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n");
    assertThat(new GovernorCheck(files()).look())
        .isEqualTo(Finding.ok("cpufreq governor", "performance"));
    put("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "powersave\n");
    assertThat(new GovernorCheck(files()).look().found()).isEqualTo("performance, powersave");
    assertThat(new GovernorCheck(files()).look().level()).isEqualTo(Level.DEGRADED);
  }

  @Test
  void listsGpioChips() throws IOException {
    assertThat(new GpioCheck(files()).look().level()).isEqualTo(Level.DEGRADED);
    put("dev/gpiochip1", "");
    put("dev/gpiochip0", "");
    assertThat(new GpioCheck(files()).look())
        .isEqualTo(Finding.ok("GPIO", "/dev/gpiochip0, /dev/gpiochip1"));
  }

  @Test
  void wantsItsOwnJdk() {
    assertThat(new JdkCheck(Runtime.Version.parse("25.0.1+8"), "Temurin").look().level())
        .isEqualTo(Level.OK);
    assertThat(new JdkCheck(Runtime.Version.parse("26"), "Temurin").look().level())
        .isEqualTo(Level.MISSING);
  }

  private KernelFiles files() {
    return new KernelFiles(root);
  }

  private void put(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

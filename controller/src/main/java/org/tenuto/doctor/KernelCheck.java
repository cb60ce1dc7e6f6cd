package org.tenuto.doctor;

import org.jspecify.annotations.Nullable;

/** Which kernel, and whether it is one that can be interrupted everywhere (PREEMPT_RT). */
record KernelCheck(KernelFiles files) implements Check {

  private static final String THING = "kernel";

  @Override
  public Finding look() {
    String release = files.text("proc/sys/kernel/osrelease");
    String version = files.text("proc/sys/kernel/version");
    if (release == null || version == null) {
      return Finding.degraded(THING, "unknown, /proc is not readable", "Mount /proc.");
    }
    return isRealTime(version, files.text("sys/kernel/realtime"))
        ? Finding.ok(THING, release + ", PREEMPT_RT")
        : Finding.degraded(
            THING,
            release + ", not PREEMPT_RT",
            "Wake-ups have no upper bound; install a PREEMPT_RT kernel (linux-image-rt).");
  }

  /** By the kernel's own file, which only PREEMPT_RT kernels have, or by its version text. */
  private static boolean isRealTime(String version, @Nullable String realtime) {
    return "1".equals(realtime) || version.contains("PREEMPT_RT") || version.contains("PREEMPT RT");
  }
}

package org.tenuto.doctor;

/** How much of each period the kernel leaves to real-time threads. */
record ThrottlingCheck(KernelFiles files) implements Check {

  private static final String THING = "real-time throttling";

  @Override
  public Finding look() {
    String runtimeUs = files.text("proc/sys/kernel/sched_rt_runtime_us");
    String periodUs = files.text("proc/sys/kernel/sched_rt_period_us");
    if (runtimeUs == null || periodUs == null) {
      return Finding.ok(THING, "unknown, this kernel does not say");
    }
    return switch (runtimeUs) {
      case "-1" -> Finding.ok(THING, "off");
      case "0" ->
          Finding.degraded(
              THING,
              "real-time threads get no time at all",
              "Set kernel.sched_rt_runtime_us to 950000.");
      default ->
          Finding.ok(
              THING, runtimeUs + " us of " + periodUs + " us, enough for a loop that sleeps");
    };
  }
}

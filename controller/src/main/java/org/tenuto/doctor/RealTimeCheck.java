package org.tenuto.doctor;

import org.tenuto.linux.RealTimeThread;
import org.tenuto.linux.Timing;

/** What the kernel grants the loop: asked for in earnest, as the executor does, and given back. */
record RealTimeCheck(int loopCpu) implements Check {

  private static final String THING = "real time";

  @Override
  public Finding look() throws InterruptedException {
    return judge(RealTimeThread.tryOut(loopCpu, timing -> timing));
  }

  static Finding judge(Timing timing) {
    String found = timing.statement().replaceFirst("^timing: ", "");
    return timing.full()
        ? Finding.ok(THING, found)
        : Finding.degraded(
            THING,
            found,
            "Grant the executor CAP_SYS_NICE and CAP_IPC_LOCK (or rtprio 80 and memlock unlimited"
                + " in limits.conf), and write access to /dev/cpu_dma_latency.");
  }
}

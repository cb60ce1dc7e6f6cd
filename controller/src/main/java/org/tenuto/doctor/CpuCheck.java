package org.tenuto.doctor;

/**
 * How many processors there are, and whether the loop has one to itself.
 *
 * @param processors how many this process may use
 * @param loopCpu the processor of the loop, from 0
 */
record CpuCheck(KernelFiles files, int processors, int loopCpu) implements Check {

  private static final String THING = "processors";

  @Override
  public Finding look() {
    String isolated = files.text("sys/devices/system/cpu/isolated");
    String list = isolated == null ? "unknown" : isolated.isEmpty() ? "none" : isolated;
    String found = processors + ", isolated: " + list + ", loop on CPU " + loopCpu;
    if (processors < 2) {
      return Finding.degraded(
          THING, found, "The loop shares its only processor with everything; use two or more.");
    }
    if (isolated != null && CpuList.contains(isolated, loopCpu)) {
      return Finding.ok(THING, found);
    }
    return Finding.degraded(
        THING,
        found,
        "Other work may run on the loop's processor; boot with isolcpus=" + loopCpu + ".");
  }
}

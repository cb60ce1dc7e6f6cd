package org.tenuto.doctor;

import java.util.Objects;
import java.util.TreeSet;

/** Who chooses the processors' clock speed: one that is slowed down wakes late. */
record GovernorCheck(KernelFiles files) implements Check {

  private static final String THING = "cpufreq governor";
  private static final String CPUS = "sys/devices/system/cpu";

  @Override
  public Finding look() {
    var governors = new TreeSet<String>();
    files.names(CPUS, "cpu[0-9]*").stream()
        .map(cpu -> files.text(CPUS + "/" + cpu + "/cpufreq/scaling_governor"))
        .filter(Objects::nonNull)
        .forEach(governors::add);
    String found = String.join(", ", governors);
    if (governors.isEmpty()) {
      return Finding.ok(THING, "none, the speed is not this kernel's to choose");
    }
    return found.equals("performance")
        ? Finding.ok(THING, found)
        : Finding.degraded(THING, found, "Set it to performance (cpupower frequency-set).");
  }
}

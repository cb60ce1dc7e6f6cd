package org.tenuto.doctor;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.tenuto.linux.WallClock;

/** The checks in the order of the report. */
final class Checks {

  private static final int BROKER_LIMIT_MS = 2_000;

  private Checks() {}

  /**
   * All checks that a configuration calls for.
   *
   * @param wakeUps wake-ups to sample at 1 kHz
   */
  static List<Check> of(DoctorConfig config, int wakeUps) {
    var files = new KernelFiles(Path.of("/"));
    int processors = Runtime.getRuntime().availableProcessors();
    List<Check> checks = new ArrayList<>();
    checks.add(new JdkCheck(Runtime.version(), System.getProperty("java.vendor", "no vendor")));
    checks.add(new KernelCheck(files));
    checks.add(new CpuCheck(files, processors, config.loopCpu()));
    checks.add(new GovernorCheck(files));
    checks.add(new RealTimeCheck(config.loopCpu()));
    checks.add(new ThrottlingCheck(files));
    checks.add(new ClockCheck());
    checks.add(new WakeUpCheck(config.loopCpu(), wakeUps));
    checks.add(new HugePagesCheck(files));
    checks.add(new SwapCheck(files));
    checks.add(new LinkCheck(config.linkDir()));
    checks.add(new SerialCheck(files, config.line()));
    checks.add(new GpioCheck(files));
    checks.add(new BuzzerCheck());
    if (config.journal() != null) {
      checks.add(new JournalCheck(config.journal()));
    }
    if (config.broker() != null) {
      checks.add(new BrokerCheck(config.broker(), BROKER_LIMIT_MS));
    }
    checks.add(new WallClockCheck(files, InstantSource.system(), WallClock::discipline));
    return List.copyOf(checks);
  }
}

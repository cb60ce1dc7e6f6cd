package org.tenuto.simulator.system;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that stands still for a while (SIGSTOP, SIGCONT) makes up for nothing when it goes on:
 * no burst, no motion that nobody asked for again; and the right alarm.
 *
 * <p>The properties are those of {@link KillCampaignSystemTest}; results are in {@code
 * target/halt-campaign.jsonl}.
 */
class HaltCampaignSystemTest {

  private static final List<Victim> VICTIMS =
      List.of(
          Victim.EXECUTOR_200MS, Victim.EXECUTOR_1S, Victim.EXECUTOR_5S, Victim.STATION_7S);

  private static final List<KillMoment> MOMENTS =
      List.of(
          KillMoment.PROGRAMMING, KillMoment.RUNNING, KillMoment.FINISHING, KillMoment.PAUSED);

  private static final int INFUSIONS =
      Integer.getInteger("tenuto.kill.infusions", VICTIMS.size() * MOMENTS.size());

  @TempDir private Path dir;

  @Test
  void nothingIsMadeUpFor() throws Exception {
    new Campaign(dir, "halt-campaign")
        .run(INFUSIONS, (seed, number) -> KillCase.of(seed, number, VICTIMS, MOMENTS));
  }
}

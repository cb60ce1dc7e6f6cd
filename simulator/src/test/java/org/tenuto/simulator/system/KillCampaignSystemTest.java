package org.tenuto.simulator.system;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever dies, and whenever, the plunger rests: in each infusion one process is killed at a
 * moment drawn from a seed. Each victim meets each part of an infusion.
 *
 * <p>{@code -Dtenuto.kill.infusions=500} does more of them, {@code -Dtenuto.kill.seed=7} others,
 * {@code -Dtenuto.kill.replay=7:12} the one with that number alone. Results, one JSON line each:
 * {@code target/kill-campaign.jsonl}.
 */
class KillCampaignSystemTest {

  private static final List<Victim> VICTIMS =
      List.of(Victim.EXECUTOR, Victim.STATION, Victim.BROKER, Victim.BROWSER);

  private static final List<KillMoment> MOMENTS = List.of(KillMoment.values());
  private static final int INFUSIONS =
      Integer.getInteger("tenuto.kill.infusions", Math.max(50, VICTIMS.size() * MOMENTS.size()));

  @TempDir private Path dir;

  @Test
  void whateverDiesThePlungerRests() throws Exception {
    Needs.program("chromium");
    new Campaign(dir, "kill-campaign")
        .run(INFUSIONS, (seed, number) -> KillCase.of(seed, number, VICTIMS, MOMENTS));
  }
}

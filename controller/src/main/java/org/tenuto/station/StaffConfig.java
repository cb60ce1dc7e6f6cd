package org.tenuto.station;

import java.nio.file.Path;
import org.tenuto.config.ConfigFile;

/**
 * Who may sign in, and what it takes.
 *
 * @param register file of the register of staff
 * @param idleMin signed out after so long without a touch, min
 * @param list whether the page shows whom to pick from; else ids are typed
 * @param secondCheck whether a second person checks each order; soft limits take one in any case
 */
record StaffConfig(Path register, int idleMin, boolean list, boolean secondCheck) {

  private static final int MOST_IDLE_MIN = 60;
  private static final int USUAL_IDLE_MIN = 10;

  static StaffConfig read(ConfigFile file) {
    return new StaffConfig(
        file.path("staff.file"),
        file.integer("staff.idle_minutes", 1, MOST_IDLE_MIN, USUAL_IDLE_MIN),
        file.flag("staff.list", true),
        file.flag("session.second_check", true));
  }
}

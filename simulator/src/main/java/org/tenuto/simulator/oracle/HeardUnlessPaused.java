package org.tenuto.simulator.oracle;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.alarm.AlarmPriority;
import org.tenuto.control.StatusSnapshot;

/**
 * A condition of medium or high priority that becomes active, as urgent as the most urgent there is,
 * is heard within 4 s, also while staff have paused the sound of older ones; and as long as one is
 * active it is heard again and again, but for the 120 s of an audio pause that staff asked for.
 */
public final class HeardUnlessPaused extends Oracle {

  private static final long S = 1_000_000_000;

  /** A burst under way is finished first, and its notes have silence between them. */
  private static final long HEARD_NS = 4 * S;

  /** From one burst to the next, 11 s at most, and a bit. */
  private static final long AGAIN_NS = 12 * S;

  private static final long PAUSE_NS = 120 * S;

  private static final long HIGH = Conditions.bits(c -> c.priority() == AlarmPriority.HIGH);
  private static final long LOUD =
      Conditions.bits(c -> c.priority() != AlarmPriority.LOW);

  private long bootId;
  private long knownBits;
  private long awaitedBits;
  private long sinceNs;
  private long quietSinceNs;
  private long pausedNs = Long.MIN_VALUE / 2;

  @Override
  public void happened(Happening happening, Scene scene) {
    if (happening instanceof Happening.AudioPaused) {
      pausedNs = scene.nowNs;
    }
  }

  @Override
  public void look(Scene scene) {
    StatusSnapshot said = scene.said;
    if (said == null || !scene.executorUp || said.executorBootId != bootId) {
      bootId = said == null ? 0 : said.executorBootId;
      knownBits = said == null ? 0 : said.alarmBits;
      awaitedBits = 0;
      quietSinceNs = scene.nowNs;
      return;
    }
    long bits = said.alarmBits & LOUD;
    lookForNew(scene, bits);
    lookForSilence(scene, bits);
    knownBits = bits;
  }

  private void lookForNew(Scene scene, long bits) {
    long urgent = (bits & HIGH) == 0 ? bits : bits & HIGH;
    long fresh = urgent & ~knownBits;
    if (fresh != 0 && awaitedBits == 0) {
      sinceNs = scene.nowNs;
    }
    awaitedBits = scene.sounding == null ? (awaitedBits | fresh) & urgent : 0;
    if (awaitedBits != 0 && scene.nowNs - sinceNs > HEARD_NS) {
      broken(scene, "a new alarm is not heard: " + names(awaitedBits));
    }
  }

  private void lookForSilence(Scene scene, long bits) {
    boolean paused = scene.nowNs - pausedNs < PAUSE_NS;
    if (bits == 0 || paused || scene.sounding != null) {
      quietSinceNs = scene.nowNs;
    } else if (scene.nowNs - quietSinceNs > AGAIN_NS) {
      broken(scene, "an alarm has fallen silent: " + names(bits));
    }
  }

  private static String names(long bits) {
    StringBuilder names = new StringBuilder();
    for (AlarmCondition condition : AlarmCondition.values()) {
      if ((condition.bit() & bits) != 0) {
        names.append(names.isEmpty() ? "" : ", ").append(condition);
      }
    }
    return names.toString();
  }
}

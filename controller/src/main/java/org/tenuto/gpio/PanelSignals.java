package org.tenuto.gpio;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.LampColour;
import org.tenuto.alarm.Note;
import org.tenuto.control.Panel;

/**
 * Lamps and buzzer. The loop says what they are to be, a thread of its own puts the lines, at most
 * {@value #PERIOD_MS} ms later: flashes and pulses are as the alarm table has them but for that.
 *
 * <ul>
 *   <li>Red and yellow follow the alarm. A low priority's lamp, cyan elsewhere, is yellow here,
 *       steady: IEC 60601-1-8 is said to allow it (from memory).
 *   <li>Green is lit while the loop runs and no lamp has been for 2 s, the longest flash.
 *   <li>The buzzer is on or off: it has the rhythm of a burst, not its melody and not its ramps.
 *   <li>The sign of life is the loop's own, 10 Hz. Whatever ends (loop, this thread, process,
 *       chip), its edges cease and the buzzer's circuit sounds.
 * </ul>
 */
final class PanelSignals implements Panel, AutoCloseable {

  /** How long a level may wait for its line, ms. A pulse is 150 ms or longer. */
  static final int PERIOD_MS = 5;

  /** Beats until a lamp that is dark is more than the dark of a flash: 2 s. */
  private static final int DARK_BEATS = 40;

  private static final int RED = 1;
  private static final int YELLOW = 2;
  private static final int GREEN = 4;
  private static final int BUZZER = 8;
  private static final int ALIVE = 16;

  /** By the bits above. */
  private final List<@Nullable DigitalOutput> outputs;

  private final Thread thread = Thread.ofPlatform().daemon().name("panel").unstarted(this::run);
  private volatile int wanted;
  private volatile boolean closing;
  private volatile @Nullable String fault;
  private volatile long rounds;

  // Of the loop thread.
  private boolean lastBeat;
  private int darkBeats;
  private final Stillness stillness = new Stillness();

  private PanelSignals(List<@Nullable DigitalOutput> outputs) {
    this.outputs = outputs;
  }

  /** Claims the lines, all low, and starts. */
  static PanelSignals open(Context pi4j, PanelWiring wiring) {
    var signals =
        new PanelSignals(
            Stream.of(
                    output(pi4j, "lamp-red", wiring.red()),
                    output(pi4j, "lamp-yellow", wiring.yellow()),
                    output(pi4j, "lamp-green", wiring.green()),
                    output(pi4j, "buzzer", wiring.buzzer()),
                    output(pi4j, "buzzer-alive", wiring.buzzerAlive()))
                .toList());
    signals.thread.start();
    return signals;
  }

  private static @Nullable DigitalOutput output(Context pi4j, String id, OptionalInt line) {
    return line.isEmpty()
        ? null
        : pi4j.create(
            DigitalOutput.newConfigBuilder(pi4j)
                .id(id)
                .bcm(line.getAsInt())
                .initial(DigitalState.LOW)
                .shutdown(DigitalState.LOW)
                .build());
  }

  @Override
  public boolean isPresent() {
    return outputs.get(0) != null && outputs.get(3) != null;
  }

  @Override
  public void show(
      @Nullable LampColour lit, @Nullable Note sounding, double loudness, boolean beat) {
    if (lit != null) {
      darkBeats = 0;
    } else if (beat != lastBeat && darkBeats < DARK_BEATS) {
      darkBeats++;
    }
    lastBeat = beat;
    int levels = darkBeats == DARK_BEATS ? GREEN : 0;
    if (lit != null) {
      levels |= lit == LampColour.RED ? RED : YELLOW;
    }
    levels |= sounding == null ? 0 : BUZZER;
    wanted = levels | (beat ? ALIVE : 0);
  }

  private void run() {
    try {
      int shown = 0;
      long round = 0;
      while (!closing) {
        int now = wanted;
        put(now, now ^ shown);
        shown = now;
        rounds = ++round;
        LockSupport.parkNanos(PERIOD_MS * 1_000_000L);
      }
    } catch (Pi4JException e) {
      fault = String.valueOf(e.getMessage());
    }
  }

  private void put(int levels, int changed) {
    for (int i = 0; i < outputs.size(); i++) {
      DigitalOutput output = outputs.get(i);
      if (output != null && (changed >> i & 1) != 0) {
        output.state(DigitalState.getState((levels >> i & 1) != 0));
      }
    }
  }

  /** Whether nobody puts the lines any more. Loop thread, once a cycle. */
  boolean isFaulty() {
    return stillness.look(rounds) || fault != null;
  }

  /** What is wrong; null if nothing is. Any thread. */
  @Nullable String fault() {
    return fault;
  }

  /** Ends the thread; the lines go dark when Pi4J gives them back. The buzzer's circuit sounds. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the thread ends by itself within a period
    }
  }
}

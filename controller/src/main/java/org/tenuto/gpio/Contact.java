package org.tenuto.gpio;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A contact that switches to ground, pulled up: what it did, for the loop. The watcher's thread
 * writes, the loop thread reads and takes; neither waits for the other.
 */
final class Contact {

  private final LineInput input;
  private final DigitalState activeLevel;

  private volatile boolean active;

  /** Whether it was inactive, ever. */
  private volatile boolean rested;

  private final AtomicInteger activations = new AtomicInteger();

  // Of the loop thread.
  private int taken;
  private final Stillness stillness = new Stillness();

  private Contact(LineInput input, DigitalState activeLevel) {
    this.input = input;
    this.activeLevel = activeLevel;
  }

  /**
   * A contact that is active while it is open, as by a broken wire.
   *
   * @param line its number on the chip
   * @param debounceMs how long it must be still, ms; 0 for each edge at once
   */
  static Contact normallyClosed(Context pi4j, String id, int line, long debounceMs) {
    return open(pi4j, id, line, debounceMs, DigitalState.HIGH);
  }

  /** A contact that is active while it is closed. */
  static Contact normallyOpen(Context pi4j, String id, int line, long debounceMs) {
    return open(pi4j, id, line, debounceMs, DigitalState.LOW);
  }

  private static Contact open(
      Context pi4j, String id, int line, long debounceMs, DigitalState activeLevel) {
    DigitalInput input =
        pi4j.create(
            DigitalInput.newConfigBuilder(pi4j)
                .id(id)
                .bcm(line)
                .pull(PullResistance.PULL_UP)
                .debounce(debounceMs * 1_000)
                .build());
    var contact = new Contact((LineInput) input, activeLevel);
    input.addListener(event -> contact.heed(event.state()));
    contact.begin(input.state());
    return contact;
  }

  /** Active already is not become active: nobody presses a button before there is a panel. */
  private synchronized void begin(DigitalState level) {
    active |= level == activeLevel;
    rested |= level != activeLevel && level != DigitalState.UNKNOWN;
  }

  private synchronized void heed(DigitalState level) {
    if (level == DigitalState.UNKNOWN) {
      return; // the input's fault; what is known of the level stays
    }
    boolean now = level == activeLevel;
    if (now && !active) {
      activations.incrementAndGet();
    }
    active = now;
    rested |= !now;
  }

  /** Whether it is active, or was for a moment since the last call. Loop thread. */
  boolean isOrWasActive() {
    int so = activations.get();
    boolean was = so != taken;
    taken = so;
    return was || active;
  }

  /** Whether it became active: true once for each time. Loop thread. */
  boolean take() {
    if (activations.get() == taken) {
      return false;
    }
    taken++;
    return true;
  }

  /** Whether it has been active from the start: held down, miswired or broken. Any thread. */
  boolean neverRested() {
    return !rested;
  }

  /** Whether nobody knows what it does. Loop thread, once a cycle. */
  boolean isFaulty() {
    return stillness.look(input.rounds()) || input.fault() != null;
  }
}

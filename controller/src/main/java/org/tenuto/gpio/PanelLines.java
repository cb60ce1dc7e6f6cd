package org.tenuto.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import java.io.IOException;
import org.tenuto.control.Panel;
import org.tenuto.control.PanelInputs;

/**
 * The panel's lines, open: contacts for the loop to read, lamps and buzzer for it to set. Opened
 * and closed by the thread that starts and ends the loop, never by the loop.
 */
public final class PanelLines implements AutoCloseable {

  private final Context pi4j;
  private final PanelSignals signals;
  private final PanelContacts contacts;

  private PanelLines(Context pi4j, PanelSignals signals, PanelContacts contacts) {
    this.pi4j = pi4j;
    this.signals = signals;
    this.contacts = contacts;
  }

  /**
   * Claims every line that is wired.
   *
   * @throws IOException one line naming chip, line, what is wrong and what was expected; no line
   *     stays claimed then
   */
  public static PanelLines open(PanelWiring wiring) throws IOException {
    Context pi4j = newPi4j(wiring);
    PanelSignals signals = null;
    try {
      signals = PanelSignals.open(pi4j, wiring);
      return new PanelLines(pi4j, signals, PanelContacts.open(pi4j, wiring, signals));
    } catch (RuntimeException e) {
      if (signals != null) {
        signals.close();
      }
      pi4j.shutdown();
      throw new IOException(deepest(e), e);
    }
  }

  /** Without its shutdown hook: the lines are ours until the pump has stopped. */
  private static Context newPi4j(PanelWiring wiring) {
    return Pi4J.newContextBuilder()
        .noAutoDetect()
        .disableShutdownHook()
        .add(new LineOutputProvider(wiring.chip()), new LineInputProvider(wiring.chip()))
        .build();
  }

  /** Pi4J wraps what a line said, sometimes twice. */
  private static String deepest(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.toString() : message;
  }

  /** E-stop and buttons, for the loop thread. */
  public PanelInputs inputs() {
    return contacts;
  }

  /** Lamps and buzzer, for the loop thread. */
  public Panel signals() {
    return signals;
  }

  /** Lamps dark, buzzer off, all lines given back; without its sign of life the circuit sounds. */
  @Override
  public void close() {
    signals.close();
    pi4j.shutdown();
  }
}

package org.tenuto.executor;

import java.io.Closeable;
import java.io.IOException;
import org.tenuto.control.NoPanel;
import org.tenuto.control.Panel;
import org.tenuto.control.PanelInputs;
import org.tenuto.gpio.PanelLines;

/**
 * What there is at the device: the one place where the lines of {@code [panel]} are opened.
 *
 * @param signals lamp and buzzer
 * @param inputs e-stop and buttons
 * @param observesEStop whether an e-stop line is observed
 * @param lines closed when the executor ends
 */
public record BoardPanel(Panel signals, PanelInputs inputs, boolean observesEStop, Closeable lines)
    implements Closeable {

  /**
   * Opens the panel's lines; a board without gets a panel that says so.
   *
   * @throws IOException with one line that names the chip, if they can't be opened
   */
  public static BoardPanel open(PanelSettings settings) throws IOException {
    if (!settings.isPresent()) {
      var none = new NoPanel();
      return new BoardPanel(none, none, false, () -> {});
    }
    PanelLines lines = PanelLines.open(settings.wiring());
    return new BoardPanel(
        lines.signals(), lines.inputs(), settings.eStop().isPresent(), lines::close);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

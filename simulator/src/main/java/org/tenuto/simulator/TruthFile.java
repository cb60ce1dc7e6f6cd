package org.tenuto.simulator;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.tenuto.simulator.world.Syringe;

/**
 * What really happened, for whoever checks: one JSON line every 100 ms with {@code mono_ns,
 * delivered_nl, motor_moving, pressure_pa}.
 *
 * <p>Appends; each line is one write, so that a killed simulator leaves whole lines.
 */
final class TruthFile implements AutoCloseable {

  private static final long PERIOD_NS = 100_000_000;

  private final OutputStream out;
  private long nextNs;

  TruthFile(Path file, long startNs) throws IOException {
    out = new FileOutputStream(file.toFile(), true);
    nextNs = startNs;
  }

  /** Writes a line if one is due; moments that were missed are left out, not made up. */
  void note(Syringe syringe, long nowNs) throws IOException {
    if (nowNs >= nextNs) {
      nextNs += ((nowNs - nextNs) / PERIOD_NS + 1) * PERIOD_NS;
      write(syringe, nowNs);
    }
  }

  /** Writes a line now. */
  void write(Syringe syringe, long nowNs) throws IOException {
    String line =
        "{\"mono_ns\":"
            + nowNs
            + ",\"delivered_nl\":"
            + syringe.deliveredNl()
            + ",\"motor_moving\":"
            + syringe.moving()
            + ",\"pressure_pa\":"
            + syringe.pressurePa()
            + "}\n";
    out.write(line.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

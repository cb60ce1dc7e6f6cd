package org.tenuto.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real clocks of this board. */
final class BoardClock implements StationClock {

  private static final Logger LOG = LoggerFactory.getLogger(BoardClock.class);
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  private final String boardBootId = bootId();

  private static String bootId() {
    try {
      return Files.readString(BOOT_ID).strip();
    } catch (IOException e) {
      LOG.warn("the board's boot id can't be read: {}", e.getMessage());
      return "";
    }
  }

  @Override
  public long nowNs() {
    return System.nanoTime();
  }

  @Override
  public long wallMs() {
    return System.currentTimeMillis();
  }

  @Override
  public String boardBootId() {
    return boardBootId;
  }
}

package org.tenuto.linux;

import org.tenuto.control.WallClock;

/** What time is it for people, by CLOCK_REALTIME. Any thread; allocates nothing. */
public final class LinuxWallClock implements WallClock {

  @Override
  public long wallMs() {
    return System.currentTimeMillis();
  }
}

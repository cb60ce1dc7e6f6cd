package org.tenuto.station.planted;

/** Violates: a station's work has no thread of its own. */
public final class KeeperWithAThread {

  public Thread begin() {
    return Thread.ofPlatform().start(() -> {});
  }
}

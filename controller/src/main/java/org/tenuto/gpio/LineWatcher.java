package org.tenuto.gpio;

import org.tenuto.linux.InputLines;

/**
 * Watches one input on a thread of its own and tells each change, and that it can't any more. Looks
 * at the level itself several times a second as well, so that an edge the chip did not tell is seen
 * late rather than never.
 */
final class LineWatcher implements AutoCloseable {

  /** Longest time between two looks, ms. */
  static final int ROUND_MS = 50;

  /** Who is told, on the watcher's thread. */
  interface Ear {

    /** The level as it is after a change, or as it was found; the same one may come again. */
    void hear(boolean high);

    /**
     * Edges were lost, or it is over.
     *
     * @param why one line that names chip and line
     */
    void fail(String why);
  }

  private final InputLines line;
  private final Ear ear;
  private final Thread thread;
  private volatile boolean closing;
  private volatile long rounds;

  /** Takes the line over, from {@link #start} on: it is given back when the watcher ends. */
  LineWatcher(String name, InputLines line, Ear ear) {
    this.line = line;
    this.ear = ear;
    thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /** Begins to watch. */
  void start() {
    thread.start();
  }

  /** Rounds so far. Any thread. */
  long rounds() {
    return rounds;
  }

  private void run() {
    String why = line + ": its watcher died";
    try {
      watch();
      why = line.toString();
    } finally {
      if (!closing) {
        ear.fail(why);
      }
      line.close();
    }
  }

  private void watch() {
    boolean lost = false;
    long round = 0;
    while (!closing && !line.isGone()) {
      line.await(ROUND_MS);
      while (line.next()) {
        ear.hear(line.isActive());
      }
      if (line.isLost() && !lost) {
        lost = true;
        ear.fail(line.toString());
      }
      long level = line.levels();
      if (level >= 0) {
        ear.hear(level != 0);
      }
      rounds = ++round;
    }
  }

  /** Ends the watch within a round and gives the line back; not told as a fault. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the thread ends by itself within a round
    }
  }
}

package org.tenuto.benchmarks;

import java.io.IOException;

/** Ends a child when the process that started it is gone, however it went. */
public final class ParentWatch {

  private ParentWatch() {}

  /** Watches from now on: the parent holds the other end of standard input and writes nothing. */
  public static void start() {
    Thread.ofPlatform().daemon().name("parent-watch").start(ParentWatch::watch);
  }

  private static void watch() {
    try {
      while (System.in.read() >= 0) {
        // nothing it could say changes anything
      }
    } catch (IOException e) {
      System.err.println("standard input: " + e.getMessage());
    }
    System.exit(1);
  }
}

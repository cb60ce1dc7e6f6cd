package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * When this process is told to end meanwhile, what it started ends too, and its files go: first the
 * thread that measures is interrupted and cleans up itself; what it leaves in time is ended.
 */
final class LeaveNothing implements AutoCloseable {

  private static final long ITSELF_S = 5;

  private final List<Scratch> folders = new CopyOnWriteArrayList<>();
  private final Thread measuring = Thread.currentThread();
  private final CountDownLatch cleanedUp = new CountDownLatch(1);
  private final Thread hook = new Thread(this::leave, "leave-nothing");

  /** From now on, for the calling thread, until it is closed. */
  LeaveNothing() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** A folder that is to go with the rest. */
  Scratch and(Scratch folder) {
    folders.add(folder);
    return folder;
  }

  private void leave() {
    measuring.interrupt();
    try {
      if (cleanedUp.await(ITSELF_S, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().join());
    for (Scratch folder : folders) {
      try {
        folder.close();
      } catch (IOException e) {
        System.err.println("bench jitter: " + folder.folder() + " can't be removed: " + e);
      }
    }
  }

  /** After the folders. */
  @Override
  public void close() {
    cleanedUp.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is what has us clean up.
    }
  }
}

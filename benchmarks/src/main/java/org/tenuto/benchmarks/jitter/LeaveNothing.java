package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.util.List;

/** When this process is told to end meanwhile, what it started ends too, and its files go. */
final class LeaveNothing implements AutoCloseable {

  private final List<Scratch> folders;
  private final Thread hook = new Thread(this::leave, "leave-nothing");

  /** From now on, until it is closed. */
  LeaveNothing(List<Scratch> folders) {
    this.folders = folders;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void leave() {
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

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}

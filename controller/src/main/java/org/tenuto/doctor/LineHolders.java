package org.tenuto.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which other processes have a device open, as far as /proc lets us see: our own, or as root all.
 */
record LineHolders(KernelFiles files) {

  /** The holders, e.g. {@code 1234 (java)}; none if none is seen. */
  List<String> of(Path device) {
    Path real;
    try {
      real = device.toRealPath();
    } catch (IOException e) {
      return List.of();
    }
    List<String> holders = new ArrayList<>();
    for (String pid : files.names("proc", "[0-9]*")) {
      if (Long.parseLong(pid) != ProcessHandle.current().pid() && holds(pid, real)) {
        String name = files.text("proc/" + pid + "/comm");
        holders.add(name == null ? pid : pid + " (" + name + ")");
      }
    }
    return holders;
  }

  private boolean holds(String pid, Path real) {
    String folder = "proc/" + pid + "/fd";
    return files.names(folder, "*").stream()
        .anyMatch(fd -> leadsTo(files.root().resolve(folder).resolve(fd), real));
  }

  private static boolean leadsTo(Path link, Path real) {
    try {
      return Files.readSymbolicLink(link).equals(real);
    } catch (IOException e) {
      return false; // closed, or ended, meanwhile
    }
  }
}

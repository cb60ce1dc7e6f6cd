package org.tenuto.simulator.pty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The name a client knows the line by: a symbolic link to {@code /dev/pts/N}. */
public final class PtyLink implements AutoCloseable {

  private static final Path PTS = Path.of("/dev/pts");

  private final Path link;
  private final Path target;

  private PtyLink(Path link, Path target) {
    this.link = link;
    this.target = target;
  }

  /**
   * Refuses a path that a link can't be made at.
   *
   * @throws IllegalArgumentException with one line that says why
   */
  public static void requireFree(Path link) {
    if (link.toString().isEmpty()) {
      throw new IllegalArgumentException("pty '': expected a path");
    }
    Path parent = link.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IllegalArgumentException("pty '" + link + "': its directory does not exist");
    }
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !leadsToPts(link)) {
      throw new IllegalArgumentException(
          "pty '" + link + "': exists and is not a link of ours, expected a free path");
    }
  }

  /** Makes the link, in place of one that an earlier simulator left behind. */
  public static PtyLink make(Path link, Path target) throws IOException {
    requireFree(link);
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, target);
    return new PtyLink(link, target);
  }

  /** Removes the link, unless somebody has put something else there meanwhile. */
  @Override
  public void close() throws IOException {
    if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
      Files.delete(link);
    }
  }

  private static boolean leadsToPts(Path link) {
    try {
      return Files.isSymbolicLink(link) && Files.readSymbolicLink(link).startsWith(PTS);
    } catch (IOException e) {
      throw new IllegalArgumentException("pty '" + link + "': can't be read", e);
    }
  }
}

package org.tenuto.staff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.config.ConfigException;

/**
 * The register as its file has it now: whoever is removed is out at once. A file that can't be read
 * any more is nobody's register. Any thread.
 */
public final class WatchedRegister {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedRegister.class);

  private record Version(Object key, long modifiedMs, long size, String mode) {}

  private final Path path;
  private @Nullable Version version;
  private StaffRegister register;

  /** Reads it; every fault is listed. */
  public WatchedRegister(Path path) throws ConfigException {
    this.path = path;
    version = look();
    register = StaffFile.read(path);
  }

  /** As it is now. */
  public synchronized StaffRegister current() {
    Version now = look();
    if (now == null || !now.equals(version)) {
      version = now;
      try {
        register = StaffFile.read(path);
        LOG.info("register of staff read again: {} persons", register.members().size());
      } catch (ConfigException e) {
        LOG.error("the register of staff is unusable, nobody can sign in: {}", e.getMessage());
        register = StaffRegister.EMPTY;
      }
    }
    return register;
  }

  private @Nullable Version look() {
    try {
      PosixFileAttributes file = Files.readAttributes(path, PosixFileAttributes.class);
      return new Version(
          String.valueOf(file.fileKey()),
          file.lastModifiedTime().toMillis(),
          file.size(),
          file.permissions().toString());
    } catch (IOException e) {
      return null;
    }
  }
}

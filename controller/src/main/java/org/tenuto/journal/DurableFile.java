package org.tenuto.journal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that is written beside its place, and moved there when it is whole and on disk: whoever
 * finds it finds all of it, also after a power cut. Closed before that, nothing of it is left. One
 * thread.
 */
public final class DurableFile implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path place;
  private final Path beside;
  private final FileChannel channel;
  private final DigestOutputStream out;
  private boolean finished;

  private DurableFile(Path place, Path beside, FileChannel channel, MessageDigest sha) {
    this.place = place;
    this.beside = beside;
    this.channel = channel;
    this.out =
        new DigestOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES), sha);
  }

  /** Begins one; its folder must exist. */
  public static DurableFile at(Path place) throws IOException {
    Path beside = folderOf(place).resolve("." + place.getFileName() + ".part");
    FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try {
      return new DurableFile(place, beside, channel, MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      channel.close();
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Where to write; never closed by who writes. */
  public OutputStream out() {
    return out;
  }

  /**
   * Puts it in its place, on disk when this returns; what was there before is replaced.
   *
   * @return SHA-256 of its content, lower-case hex
   */
  public String finish() throws IOException {
    out.flush();
    channel.force(true);
    channel.close();
    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    finished = true;
    try (FileChannel folder = FileChannel.open(folderOf(place), StandardOpenOption.READ)) {
      folder.force(true);
    }
    return HexFormat.of().formatHex(out.getMessageDigest().digest());
  }

  private static Path folderOf(Path place) {
    Path parent = place.toAbsolutePath().getParent();
    return parent == null ? place.toAbsolutePath() : parent;
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      channel.close();
      Files.deleteIfExists(beside);
    }
  }
}

package org.tenuto.link;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * The place where the other side's file is: looks at it and maps it, if it is one. Never the
 * loop's: file system work.
 *
 * @param path where
 * @param end which of the two it is
 * @param owner whose it must be: both processes run as one user
 */
record PeerFile(Path path, LinkEnd end, UserPrincipal owner) implements PeerEnd {

  @Override
  public boolean mayHaveChanged(@Nullable LinkFile known) throws IOException {
    return known == null || known.isCut() || !known.standsAt(path);
  }

  /**
   * Maps the file read-only and checks it: a plain file of our own user, of the right size, with a
   * sound header.
   *
   * @return null if there is none
   * @throws IOException one line: the file, what is wrong with it, what was expected
   */
  @Override
  public @Nullable LinkFile open() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    requirePlain();
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      LinkHeader.expect(path, "size", channel.size(), end.bytes);
      LinkFile file = map(channel);
      // Renamed over in between: the key is the newer file's, so look again.
      if (!file.standsAt(path)) {
        throw LinkHeader.refusal(path, "was just replaced");
      }
      return file;
    } catch (InternalError e) {
      throw LinkHeader.refusal(path, "was cut short while it was opened");
    }
  }

  /** Before it is opened: opening a pipe would wait for its writer. */
  private void requirePlain() throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw LinkHeader.refusal(path, "is a link, folder or device, expected a plain file");
    }
    UserPrincipal present = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
    if (!present.equals(owner)) {
      throw LinkHeader.refusal(path, "belongs to " + present + ", expected " + owner);
    }
  }

  private LinkFile map(FileChannel channel) throws IOException {
    Object key = LinkFile.key(path);
    if (key == null) {
      throw LinkHeader.refusal(path, "was just taken away");
    }
    MemorySegment memory = channel.map(MapMode.READ_ONLY, 0, end.bytes, Arena.ofAuto());
    ByteBuffer header = LinkHeader.empty();
    header.put(memory.asSlice(0, LinkLayout.HEADER_BYTES).asByteBuffer()).flip();
    memory.load(); // the page faults are taken here, not in the loop
    Fault.surface();
    return new LinkFile(memory, LinkHeader.check(path, header, end.magic, end.bytes), key);
  }
}

package org.tenuto.link;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Objects;

/**
 * Makes the file that a side writes: first under another name, whole and with all its memory, then
 * put in place. The start of a process only: file system work.
 */
final class OwnFile implements FreshEnd {

  private final Path place;
  private final Path fresh;
  private final LinkFile file;
  private final UserPrincipal owner;

  private OwnFile(Path place, Path fresh, LinkFile file, UserPrincipal owner) {
    this.place = place;
    this.fresh = fresh;
    this.file = file;
    this.owner = owner;
  }

  /**
   * Makes a new file beside what is in place. All its memory is allocated first, so a full file
   * system is an exception here and not a fault later.
   *
   * @throws IOException one line: the file and what is wrong
   */
  static OwnFile make(Path directory, LinkEnd end, long bootId) throws IOException {
    String name = end.fileName;
    Files.createDirectories(directory);
    Path place = directory.resolve(name);
    Path fresh = directory.resolve(name + "." + Long.toHexString(bootId) + ".new");
    try {
      MemorySegment memory = write(fresh, LinkHeader.of(end.magic, end.bytes, bootId), end.bytes);
      LinkFile file = new LinkFile(memory, bootId, Objects.requireNonNull(LinkFile.key(fresh)));
      return new OwnFile(place, fresh, file, Files.getOwner(fresh));
    } catch (IOException e) {
      throw failed(place, fresh, e);
    }
  }

  private static IOException failed(Path place, Path fresh, IOException cause) throws IOException {
    Files.deleteIfExists(fresh);
    return new IOException("link " + place + ": can't be made (" + cause + ")", cause);
  }

  private static MemorySegment write(Path fresh, ByteBuffer header, int size) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      ByteBuffer chunk = ByteBuffer.allocate(LinkLayout.RING).put(header).clear();
      for (int written = 0; written < size; written += chunk.capacity()) {
        channel.write(chunk.clear(), written);
        chunk.put(0, new byte[LinkLayout.HEADER_BYTES]); // all but the first are zero
      }
      MemorySegment memory = channel.map(MapMode.READ_WRITE, 0, size, Arena.ofAuto());
      memory.load(); // the page faults are taken here, not in the loop
      return memory;
    }
  }

  /** Another file of the same folder: it must be of the user we run as. */
  @Override
  public PeerEnd peer(LinkEnd end) {
    return new PeerFile(place.resolveSibling(end.fileName), end, owner);
  }

  /**
   * Puts it in place of what is there, be it a link to elsewhere.
   *
   * @throws IOException one line: the file and what is wrong
   */
  @Override
  public LinkFile putInPlace() throws IOException {
    try {
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
      return file;
    } catch (IOException e) {
      throw failed(place, fresh, e);
    }
  }
}

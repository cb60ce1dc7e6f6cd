package org.tenuto.simulator.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The truth of a long run: each look reads only what was written since. Any thread. */
final class TruthTail {

  private final Path file;
  private final List<Truth.Moment> moments = new ArrayList<>();
  private long readBytes;

  TruthTail(Path file) {
    this.file = file;
  }

  /** The truth from a moment on. */
  Truth since(long monoNs) {
    return new Truth(
        now().moments().reversed().stream()
            .takeWhile(moment -> moment.monoNs() >= monoNs)
            .toList()
            .reversed());
  }

  /** All of it so far. */
  synchronized Truth now() {
    String text = unread();
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    readBytes += whole.length();
    whole.lines().map(Truth::moment).forEach(moments::add);
    return new Truth(List.copyOf(moments));
  }

  private String unread() {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - readBytes));
      channel.position(readBytes);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Until all that was there when it was opened is in.
      }
      return StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.tenuto.executor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A kernel file that is opened once and read anew each time; one that is not there reads as an
 * empty text. Reading allocates nothing. One thread.
 */
final class ProcFile implements AutoCloseable {

  private final ProcText text = new ProcText();
  private final @Nullable RandomAccessFile file;

  ProcFile(Path path) {
    file = open(path);
  }

  private static @Nullable RandomAccessFile open(Path path) {
    try {
      return new RandomAccessFile(path.toFile(), "r");
    } catch (FileNotFoundException e) {
      return null; // this kernel does not tell, or not to us
    }
  }

  /** What the kernel says now, as much of it as there is room for. */
  ProcText read() {
    int length = 0;
    try {
      length = file == null ? 0 : fill(file);
    } catch (IOException e) {
      // The thread it tells of has ended: nothing is known then.
    }
    text.setLength(length);
    return text;
  }

  private int fill(RandomAccessFile from) throws IOException {
    byte[] into = text.buffer();
    from.seek(0);
    int length = 0;
    int count = from.read(into, 0, into.length);
    while (count > 0) {
      length += count;
      count = from.read(into, length, into.length - length);
    }
    return length;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}

package org.tenuto.benchmarks;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tenuto.control.PanelInputs;

/**
 * An e-stop in shared memory: one process sets it, the loop of another sees it in its next cycle.
 * Reading allocates nothing and calls nothing of the kernel. Any thread.
 */
final class MappedFlag implements PanelInputs {

  private static final int BYTES = 4096;
  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private final ByteBuffer memory;

  private MappedFlag(ByteBuffer memory) {
    this.memory = memory;
  }

  /** Maps the file, which is made if there is none; then the e-stop is closed. */
  static MappedFlag open(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new MappedFlag(channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES));
    }
  }

  /** Opens the e-stop's circuit, or closes it. */
  void set(boolean isOpen) {
    INT.setRelease(memory, 0, isOpen ? 1 : 0);
  }

  @Override
  public boolean eStopOpen() {
    return (int) INT.getAcquire(memory, 0) != 0;
  }

  @Override
  public boolean takeStop() {
    return false;
  }

  @Override
  public boolean takeStart() {
    return false;
  }

  @Override
  public boolean faulty() {
    return false;
  }
}

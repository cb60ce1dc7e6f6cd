package org.tenuto.link;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.tenuto.control.StationCommand;

/** A command as bytes outside the link, in the same form as in it. One thread. */
public final class CommandBytes {

  private final SlotWriter writer = new SlotWriter(LinkLayout.COMMAND_BYTES);
  private final SlotReader reader = new SlotReader(LinkLayout.COMMAND_BYTES);
  private final byte[] bytes = new byte[LinkLayout.COMMAND_BYTES];
  private final MemorySegment memory = MemorySegment.ofArray(bytes);

  /** Where {@link #write} writes and {@link #read} reads. */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Writes a command.
   *
   * @return how many bytes it takes
   */
  public int write(StationCommand command) {
    CommandCodec.encode(command, writer);
    writer.write(memory, 0, command.header().seq());
    return writer.length();
  }

  /**
   * Reads what stands there.
   *
   * @throws IllegalArgumentException if that is no command
   */
  public StationCommand read() {
    StationCommand command = reader.take(memory, 0) ? CommandCodec.decode(reader) : null;
    if (command == null) {
      throw new IllegalArgumentException("the recording has a command that is none");
    }
    return Objects.requireNonNull(command);
  }
}

package org.tenuto.telemetry;

import java.io.IOException;
import java.util.List;
import org.tenuto.proto.telemetry.SealedEvent;

/**
 * The events that may leave the device, from the record. Called by one thread at a time, the
 * publisher's; may wait for the disk.
 */
public interface EventFeed {

  /**
   * At most {@code limit} events after {@code wireSeq}, rising by 1; {@code schema} may be empty.
   *
   * @throws IOException if the record can't be read; asked again later
   */
  List<SealedEvent> after(long wireSeq, int limit) throws IOException;

  /** Wire sequence of the last event there is; 0 if there is none. Must not wait. */
  long lastWireSeq();

  /** Wire sequence up to which the broker has everything; 0 if nothing. Durable. */
  long acknowledged() throws IOException;

  /**
   * Remembers that the broker has everything up to this wire sequence. May be forgotten in a crash:
   * events are then sent again.
   */
  void acknowledge(long wireSeq) throws IOException;
}

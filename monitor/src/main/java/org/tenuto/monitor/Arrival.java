package org.tenuto.monitor;

import com.google.protobuf.ByteString;

/** What comes from the broker's side to the thread that shows it. */
sealed interface Arrival {

  /**
   * A message.
   *
   * @param retained whether the broker kept it from before we came: history, not a sign of life
   */
  record Message(String topic, ByteString payload, boolean retained) implements Arrival {}

  /**
   * The broker was reached or lost.
   *
   * @param problem why it is not reached; empty if it is
   */
  record Broker(boolean connected, String problem) implements Arrival {}
}

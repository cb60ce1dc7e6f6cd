package org.tenuto.telemetry;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a broker, from its first byte to its last; a lost one is never mended. Called
 * by one thread at a time; nothing waits for the network but {@link #close} and, briefly, {@link
 * #abandon}.
 */
public interface BrokerLink {

  /** Whether the broker took the connection; stays true when it is lost again. */
  boolean connected();

  /**
   * Hands a message over; only once {@link #connected}.
   *
   * @param acknowledged runs when the broker has it, on any thread, also within this call; of QoS 0
   *     when it is sent. Not at all if the broker refuses it or is lost
   * @return false if it was not taken: there is no room now, or {@link #problem} says why not
   */
  boolean publish(Envelope envelope, Runnable acknowledged);

  /**
   * Looked at several times a second, also while connecting: a broker that is silent for too long
   * is noticed here.
   *
   * @param nowNs monotonic ns
   * @return why this connection is of no more use, one line; null while it is
   */
  @Nullable String problem(long nowNs);

  /**
   * Says a last word and goodbye, within a few seconds; what the broker did not take by then is
   * left. Used no more.
   *
   * @throws IOException one line: why it could not be said; the connection is dropped all the same
   */
  void close(Envelope last) throws IOException;

  /** Drops the connection without a goodbye: the broker says the will. Used no more. */
  void abandon();
}

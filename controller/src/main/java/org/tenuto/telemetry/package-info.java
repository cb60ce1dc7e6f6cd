/**
 * What the device tells the world: MQTT 5, protobuf, publish only.
 *
 * <p>Topics under {@code tenuto/v1/{site}/{device}/}: {@code conn} (retained, and the last will),
 * {@code birth} and {@code last} (retained), {@code alarm/{condition}} (retained while it is
 * active, then cleared), {@code live} (once a second, worthless after two), {@code diag} (every ten
 * seconds) and {@code event} (everything that may leave the device, in order, from a durable
 * position: sent again until the broker has acknowledged it, so an outage loses nothing and a
 * subscriber may see an event twice).
 *
 * <p>After an outage: hello and the present state at once, then the alarm topics, every one of them,
 * since nobody reads what is retained there, then events, both together at 200 a second. {@code
 * Live}s that a slow connection has no room for are dropped, the oldest first, and counted.
 *
 * <p>One way: nothing here subscribes, sets a message callback or keeps anything that was received.
 * There is no path from the network to a command.
 *
 * <p>Threads: none of its own is needed. The publisher is stepped, reads its sources itself and
 * never waits for the broker; on a device a thin thread steps it twenty times a second. Paho's
 * threads only report what became of a connection or a message. A broker that is down, at the start
 * or later, or that stops reading costs nobody else anything. Everything is bounded: events in
 * flight, events a tick, waiting for a connection, closing.
 *
 * <p>Who is who: with {@code mqtts} the device shows a certificate and believes only a broker that
 * shows one of its authority's, for its host, over TLS 1.3.
 *
 * <p>Paho: it never reconnects by itself (it would only after a first success), never keeps files,
 * and is given a clean session each time: what was not acknowledged comes from the journal again.
 *
 * <p>The only room with Paho, and Paho only behind {@link org.tenuto.telemetry.Broker} and {@link
 * org.tenuto.telemetry.BrokerLink}. Its other ports are {@link org.tenuto.telemetry.EventFeed} and
 * {@link org.tenuto.telemetry.TelemetrySource}; it knows {@code proto} and no other room.
 */
@NullMarked
package org.tenuto.telemetry;

import org.jspecify.annotations.NullMarked;

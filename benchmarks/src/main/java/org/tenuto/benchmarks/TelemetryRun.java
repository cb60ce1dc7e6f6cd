package org.tenuto.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.tenuto.telemetry.MqttBroker;
import org.tenuto.telemetry.TelemetryConfig;
import org.tenuto.telemetry.TelemetryPublisher;

/**
 * Events through the device's own publisher, and the same bytes through a bare Paho client, one of
 * each in turn, to one subscriber at one broker. One thread sends, waits for the arrival, and sends
 * the next.
 */
final class TelemetryRun {

  private static final String SITE = "bench";
  private static final String DEVICE = "device";
  private static final String BARE_TOPIC = "tenuto/v1/bench/bare/event";
  private static final String EVENT_TOPIC = "tenuto/v1/bench/device/event";
  private static final int QOS = 1;
  private static final int READY_S = 15;
  private static final long ARRIVES_S = 10;
  private static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(ARRIVES_S + 1);
  private static final int DIGITS = 3;

  /** Between two messages, ms: never above the publisher's own pace. */
  private static final int SHORTEST_MS = 4;

  private static final int LONGEST_MS = 12;

  private final SplittableRandom random = new SplittableRandom(1);
  private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
  private final Histogram ours = new Histogram(LONGEST_NS, DIGITS);
  private final Histogram bare = new Histogram(LONGEST_NS, DIGITS);
  private final BenchFeed feed = new BenchFeed();

  /** From the publisher's tick that sends it to the subscriber's hands, ns. */
  Histogram ours() {
    return ours;
  }

  /** From the client's publish to the subscriber's hands, ns. */
  Histogram bare() {
    return bare;
  }

  /**
   * Measures.
   *
   * @param messages of each
   * @param warmUp of each before those that count
   * @throws IOException one line: what went wrong
   */
  void measure(int messages, int warmUp) throws IOException, InterruptedException {
    try (var broker = new LocalBroker()) {
      URI uri = URI.create("tcp" + broker.url().substring(broker.url().indexOf(':')));
      MqttAsyncClient subscriber = connected(uri, "subscriber", broker);
      MqttAsyncClient sender = connected(uri, "bare", broker);
      TelemetryPublisher publisher = publisher(broker);
      try {
        subscriber.setCallback(new ArrivalListener(arrivals));
        subscriber
            .subscribe(new String[] {BARE_TOPIC, EVENT_TOPIC}, new int[] {QOS, QOS})
            .waitForCompletion(TimeUnit.SECONDS.toMillis(READY_S));
        awaitConnected(publisher);
        send(sender, publisher, warmUp);
        ours.reset();
        bare.reset();
        send(sender, publisher, messages);
      } finally {
        publisher.close(System.nanoTime());
        sender.disconnectForcibly();
        sender.close();
        subscriber.disconnectForcibly();
        subscriber.close();
      }
    } catch (MqttException e) {
      throw new IOException("MQTT: " + e.getMessage(), e);
    }
  }

  private static MqttAsyncClient connected(URI uri, String name, LocalBroker broker)
      throws MqttException, IOException, InterruptedException {
    var client = new MqttAsyncClient(uri.toString(), "bench-" + name, new MemoryPersistence());
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_S);
    while (true) {
      try {
        client.connect().waitForCompletion(TimeUnit.SECONDS.toMillis(READY_S));
        return client;
      } catch (MqttException e) {
        if (System.nanoTime() - endNs > 0 || !broker.isAlive()) {
          throw new IOException("broker " + uri + ": not reached, " + e.getMessage(), e);
        }
        TimeUnit.MILLISECONDS.sleep(LONGEST_MS);
      }
    }
  }

  private TelemetryPublisher publisher(LocalBroker broker) {
    var config = TelemetryConfig.of(broker.url(), SITE, DEVICE);
    return new TelemetryPublisher(
        new MqttBroker(config), feed, new SteadySource(), Clock.systemUTC());
  }

  private static void awaitConnected(TelemetryPublisher publisher)
      throws IOException, InterruptedException {
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_S);
    while (!publisher.state().connected()) {
      if (System.nanoTime() - endNs > 0) {
        throw new IOException("publisher not connected: " + publisher.state().problem());
      }
      publisher.tick(System.nanoTime());
      TimeUnit.MILLISECONDS.sleep(LONGEST_MS);
    }
  }

  private void send(MqttAsyncClient sender, TelemetryPublisher publisher, int messages)
      throws MqttException, IOException, InterruptedException {
    for (int i = 0; i < messages; i++) {
      pause();
      byte[] event = feed.next();
      long startNs = System.nanoTime();
      publisher.tick(startNs);
      ours.recordValue(arrived("an event") - startNs);
      pause();
      startNs = System.nanoTime();
      sender.publish(BARE_TOPIC, new MqttMessage(event, QOS, false, null));
      bare.recordValue(arrived("a bare message") - startNs);
    }
  }

  private void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextInt(SHORTEST_MS, LONGEST_MS));
  }

  private long arrived(String what) throws IOException, InterruptedException {
    Long atNs = arrivals.poll(ARRIVES_S, TimeUnit.SECONDS);
    if (atNs == null) {
      throw new IOException(what + " has not arrived within " + ARRIVES_S + " s");
    }
    return atNs;
  }
}

package org.tenuto.telemetry;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** A publisher in a process of its own, to be killed. */
final class PublisherProcess {

  private PublisherProcess() {}

  public static void main(String[] args) throws InterruptedException {
    TestDevice device = new TestDevice();
    Broker broker = new MqttBroker(TelemetryConfig.of(args[0], "ward", "pump1"));
    var publisher = new TelemetryPublisher(broker, device, device, InstantSource.system());
    try (var thread = new TelemetryThread(publisher, System::nanoTime)) {
      thread.start();
      new CountDownLatch(1).await();
    }
  }
}

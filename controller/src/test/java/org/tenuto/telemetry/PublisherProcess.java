package org.tenuto.telemetry;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** A publisher in a process of its own, to be killed. */
final class PublisherProcess {

  private PublisherProcess() {}

  public static void main(String[] args) throws InterruptedException {
    TestDevice device = new TestDevice();
    try (var publisher =
        new TelemetryPublisher(
            TelemetryConfig.of(args[0], "ward", "pump1"), device, device, InstantSource.system())) {
      publisher.start();
      new CountDownLatch(1).await();
    }
  }
}

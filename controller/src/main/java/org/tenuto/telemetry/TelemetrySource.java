package org.tenuto.telemetry;

import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;

/**
 * What the device is and does now, asked by the telemetry thread when it is about to be sent. Must
 * not wait. {@code schema} is filled in by the publisher.
 */
public interface TelemetrySource {

  /** Asked after each connect. */
  Birth birth();

  /** Asked once a second. */
  Live live();

  /** Asked several times a second; sent when its status differs from the one sent last. */
  Last last();
}

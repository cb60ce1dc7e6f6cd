package org.tenuto.telemetry;

import java.util.Set;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;

/**
 * What the device is and does now, asked by the publisher when it is about to be sent. Must not
 * wait. {@code schema} is filled in by the publisher.
 */
public interface TelemetrySource {

  /** Asked after each connect. */
  Birth birth();

  /** Asked once a second. */
  Live live();

  /** Sent when its status differs from the one sent last, and every ten seconds. */
  Last last();

  /** Asked every ten seconds; the publisher adds its own figures. */
  Diag diag();

  /**
   * Every alarm condition that {@link #last} may ever name. What the broker retains of those that
   * are not active, a device before this one may have left: it is cleared.
   */
  Set<String> alarmConditions();

  /**
   * A number that is another one whenever the status of {@link #last} may have changed. Asked
   * several times a second, so that the message itself need not be made to find out.
   */
  long statusVersion();
}

package org.tenuto.benchmarks;

import java.util.Set;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.Status;
import org.tenuto.telemetry.TelemetrySource;

/** A device to which nothing happens. */
final class SteadySource implements TelemetrySource {

  private static final Status STATUS =
      Status.newBuilder().setState("INFUSING").setPumpState("RUNNING").build();

  @Override
  public Birth birth() {
    return Birth.getDefaultInstance();
  }

  @Override
  public Live live() {
    return Live.newBuilder().setMonoNs(System.nanoTime()).setStatus(STATUS).build();
  }

  @Override
  public Last last() {
    return Last.newBuilder().setStatus(STATUS).build();
  }

  @Override
  public Diag diag() {
    return Diag.getDefaultInstance();
  }

  @Override
  public Set<String> alarmConditions() {
    return Set.of();
  }

  @Override
  public long statusVersion() {
    return 0;
  }
}

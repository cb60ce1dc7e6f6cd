package org.tenuto.station;

import com.google.protobuf.ByteString;
import org.tenuto.config.Build;
import org.tenuto.journal.Entry;
import org.tenuto.link.RecordedPart;
import org.tenuto.proto.journal.ExecutorRecording;
import org.tenuto.proto.journal.StationStarted;
import org.tenuto.proto.journal.StationStopped;

/** What a station puts on record of itself. */
final class StationEntries {

  private StationEntries() {}

  /** What an executor was told. */
  static ExecutorRecording recording(RecordedPart part) {
    return ExecutorRecording.newBuilder()
        .setExecutorBootId(part.executorBootId())
        .setPosition(part.from())
        .setBytes(ByteString.copyFrom(part.bytes()))
        .build();
  }

  /** It began. */
  static Entry started(StationSetup setup) {
    long bootId = setup.link().bootId();
    StationClock clock = setup.clock();
    long nowNs = clock.nowNs();
    var wall = clock.wall();
    var message =
        StationStarted.newBuilder()
            .setStationBootId(bootId)
            .setBuild(Build.text())
            .setJdk(
                System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"))
            .setConfiguration(setup.configuration())
            .setLibraryHash(setup.library().hash())
            .setBoardBootId(clock.boardBootId())
            .build();
    return Entry.publishable(
        bootId, nowNs, wall, message, WireForm.stationStarted(Build.text(), nowNs, wall));
  }

  /** It was told to end. */
  static Entry stopped(StationSetup setup) {
    long bootId = setup.link().bootId();
    long nowNs = setup.clock().nowNs();
    var wall = setup.clock().wall();
    var message =
        StationStopped.newBuilder().setStationBootId(bootId).setCause("told to end").build();
    return Entry.publishable(bootId, nowNs, wall, message, WireForm.stationStopped(nowNs, wall));
  }
}

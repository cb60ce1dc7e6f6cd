package org.tenuto.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.control.StatusSnapshot;

class SnapshotReaderTest {

  @TempDir private Path dir;

  @Test
  void whoOnlyLooksSeesWhatAStationSeesAndTakesNothing() throws Exception {
    StationLink station = StationLink.open(dir, 22);
    try (ExecutorLink executor = ExecutorLink.open(dir, 11)) {
      station.attach();
      SnapshotReader reader = SnapshotReader.open(dir);
      StatusSnapshot seen = new StatusSnapshot();
      assertThat(reader.read(seen)).as("nothing published").isFalse();
      StatusSnapshot published = new StatusSnapshot();
      new Samples(1).fill(published);
      executor.publish(published);
      assertThat(reader.read(seen)).isTrue();
      assertThat(seen).usingRecursiveComparison().isEqualTo(published);
      assertThat(station.executorBootId()).isEqualTo(11);
      assertThat(station.readSnapshot(seen)).isTrue();
    }
  }

  @Test
  void whereThereIsNoExecutorIsTold() {
    for (Path place : new Path[] {dir, dir.resolve("none")}) {
      assertThatThrownBy(() -> SnapshotReader.open(place))
          .isInstanceOf(IOException.class)
          .hasMessage(
              place.resolve("executor.link")
                  + ": no such file, expected that of an executor that runs");
    }
  }
}

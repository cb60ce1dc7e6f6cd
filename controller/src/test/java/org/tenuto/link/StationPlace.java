package org.tenuto.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a station's file is looked for. */
final class StationPlace {

  private StationPlace() {}

  static PeerEnd in(Path dir) throws IOException {
    return new PeerFile(
        dir.resolve(LinkLayout.STATION_FILE), LinkEnd.STATION, Files.getOwner(dir));
  }
}

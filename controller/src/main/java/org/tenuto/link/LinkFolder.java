package org.tenuto.link;

import java.io.IOException;
import java.nio.file.Path;

/** Two files in one folder, for two processes. */
final class LinkFolder extends LinkPlace {

  private final Path directory;

  LinkFolder(Path directory) {
    this.directory = directory;
  }

  @Override
  FreshEnd make(LinkEnd end, long bootId) throws IOException {
    return OwnFile.make(directory, end, bootId);
  }
}

package org.tenuto.link;

import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Both ends in the memory of one process, laid out as the files are: for a station and an executor
 * that are stepped by one thread. What an end wrote stays when its owner is dropped, as a file
 * does.
 */
public final class LinkMemory extends LinkPlace {

  private final Map<LinkEnd, LinkFile> inPlace = new EnumMap<>(LinkEnd.class);

  @Override
  FreshEnd make(LinkEnd end, long bootId) {
    long[] words = new long[end.bytes / Long.BYTES];
    return new Fresh(end, new LinkFile(MemorySegment.ofArray(words), bootId, words));
  }

  private final class Fresh implements FreshEnd {

    private final LinkEnd end;
    private final LinkFile file;

    Fresh(LinkEnd end, LinkFile file) {
      this.end = end;
      this.file = file;
    }

    @Override
    public PeerEnd peer(LinkEnd other) {
      return new Peer(other);
    }

    @Override
    public LinkFile putInPlace() {
      inPlace.put(end, file);
      return file;
    }
  }

  private final class Peer implements PeerEnd {

    private final LinkEnd end;

    Peer(LinkEnd end) {
      this.end = end;
    }

    @Override
    public boolean mayHaveChanged(@Nullable LinkFile known) {
      return known == null || known != inPlace.get(end);
    }

    @Override
    public @Nullable LinkFile open() {
      return inPlace.get(end);
    }
  }
}

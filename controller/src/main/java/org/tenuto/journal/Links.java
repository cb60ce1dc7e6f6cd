package org.tenuto.journal;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.tenuto.journal.Link.Strand;

/**
 * The links of a chain after a sound one, each with the number it was written with as far as its
 * hash tells: a hash is of the number too, so a record that was moved says where it was.
 */
final class Links {

  /** More after the first break are not looked at. */
  static final int LOOKED_AT = 500_000;

  private static final int PAGE = 500;

  /** By so much at most a number is guessed that neither neighbours nor hashes tell. */
  private static final int GUESSED_AT_MOST = 1_000;

  /** So many are guessed; it costs two thousand hashes each. */
  private static final int GUESSES = 200;

  /**
   * One of them.
   *
   * @param stands the number it has
   * @param written the number its hash is of; 0 if its hash is of nothing that could be found
   * @param previousHash as it stands
   * @param hash as it stands
   */
  record Place(long stands, long written, ByteString previousHash, ByteString hash) {
    private Place as(long number) {
      return new Place(stands, number, previousHash, hash);
    }

    private long offset() {
      return written - stands;
    }
  }

  private final Strand strand;
  private final RecordStore store;
  private final long startNumber;
  private final ByteString startHash;
  private final long first;
  private final List<Place> places = new ArrayList<>();
  private int guesses;

  /**
   * What follows one link of a journal.
   *
   * @param startNumber that link, taken as sound; the number before the first for the beginning
   * @param startHash its hash
   * @param first the lowest number there may be
   */
  Links(Strand strand, RecordStore store, long startNumber, ByteString startHash, long first) {
    this.strand = strand;
    this.store = store;
    this.startNumber = startNumber;
    this.startHash = startHash;
    this.first = first;
  }

  Strand strand() {
    return strand;
  }

  long startNumber() {
    return startNumber;
  }

  ByteString startHash() {
    return startHash;
  }

  /** Reads them, by rising number. */
  List<Place> read() throws JournalException {
    load(strand.after(store, Long.MIN_VALUE, 1));
    findTheRest();
    return places;
  }

  /** One of them, with its content. */
  Link link(Place place) throws JournalException {
    return strand.after(store, place.stands() - 1, 1).getFirst();
  }

  /** What stands before the start was sound, unless somebody put it before the first of all. */
  private void load(List<Link> lowest) throws JournalException {
    boolean before = !lowest.isEmpty() && lowest.getFirst().number() < first;
    long number = before ? Long.MIN_VALUE : startNumber;
    long offset = 0;
    List<Link> page = strand.after(store, number, PAGE);
    while (!page.isEmpty() && places.size() < LOOKED_AT) {
      for (Link link : page) {
        number = link.number();
        if (number < first || number > startNumber) {
          long written = written(link, offset);
          offset = written == 0 ? offset : written - number;
          places.add(new Place(number, written, link.previousHash(), link.hash()));
        }
      }
      page = strand.after(store, number, PAGE);
    }
  }

  private static long written(Link link, long offset) {
    if (link.isWholeAs(link.number())) {
      return link.number();
    }
    long shifted = link.number() + offset;
    return offset != 0 && link.isWholeAs(shifted) ? shifted : 0;
  }

  /** A found one may tell where its neighbours were: again until no more are found. */
  private void findTheRest() throws JournalException {
    boolean found = true;
    while (found) {
      found = findByHashes();
    }
    for (int i = 0; i < places.size() && guesses < GUESSES; i++) {
      if (places.get(i).written() == 0) {
        guesses++;
        Link link = link(places.get(i));
        LongStream.rangeClosed(-GUESSED_AT_MOST, GUESSED_AT_MOST)
            .map(by -> link.number() + by)
            .filter(link::isWholeAs)
            .findFirst()
            .ifPresent(moved(i));
      }
    }
  }

  private LongConsumer moved(int i) {
    return number -> places.set(i, places.get(i).as(number));
  }

  private boolean findByHashes() throws JournalException {
    Set<ByteString> wanted = new HashSet<>();
    for (Place place : places) {
      if (place.written() == 0) {
        wanted.add(place.previousHash());
        wanted.add(place.hash());
      }
    }
    if (wanted.isEmpty()) {
      return false;
    }
    Map<ByteString, Long> after = new HashMap<>(Map.of(startHash, startNumber + 1));
    Map<ByteString, Long> before = new HashMap<>();
    for (Place place : places) {
      if (place.written() != 0 && wanted.contains(place.hash())) {
        after.put(place.hash(), place.written() + 1);
      }
      if (place.written() != 0 && wanted.contains(place.previousHash())) {
        before.put(place.previousHash(), place.written() - 1);
      }
    }
    return placeBy(after, before);
  }

  private boolean placeBy(Map<ByteString, Long> after, Map<ByteString, Long> before)
      throws JournalException {
    boolean found = false;
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      if (place.written() != 0) {
        continue;
      }
      long beside = i == 0 || places.get(i - 1).written() == 0 ? 0 : places.get(i - 1).offset();
      long[] numbers = {
        place.stands() + beside,
        after.getOrDefault(place.previousHash(), 0L),
        before.getOrDefault(place.hash(), 0L)
      };
      for (long number : numbers) {
        if (places.get(i).written() == 0 && number > 0 && link(place).isWholeAs(number)) {
          places.set(i, place.as(number));
          found = true;
        }
      }
    }
    return found;
  }
}

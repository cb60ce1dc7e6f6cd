package org.tenuto.journal;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.Link.Strand;
import org.tenuto.journal.Links.Place;
import org.tenuto.journal.Verification.Break;
import org.tenuto.journal.Verification.Kind;

/**
 * Tells what was done to a chain that is broken: which links were changed, are missing, changed
 * places or were put in. A hash is of the number and of all that came before, so a link that is
 * whole says where it belongs, and the one after it vouches for it; what is whole nowhere was
 * changed where its place is empty, and put in where it is not.
 */
final class Diagnosis {

  private final Links links;
  private final long startNumber;
  private final List<Place> places;

  /** What was written with each number. */
  private final NavigableMap<Long, Place> written = new TreeMap<>();

  /** What stands where something else was written. */
  private final NavigableMap<Long, Place> changed = new TreeMap<>();

  private final List<Place> inserted = new ArrayList<>();
  private final Set<Long> displaced = new HashSet<>();
  private final List<Break> breaks = new ArrayList<>();

  private Diagnosis(Links links) throws JournalException {
    this.links = links;
    startNumber = links.startNumber();
    places = links.read();
  }

  /**
   * What is wrong with these.
   *
   * @param highest the highest number there ever was; 0 if nobody knows
   */
  static List<Break> of(Links links, long highest) throws JournalException {
    Diagnosis diagnosis = new Diagnosis(links);
    diagnosis.chooseWritten();
    diagnosis.placeTheRest();
    diagnosis.tellMissing(highest);
    diagnosis.tellOrder();
    diagnosis.tellRenumbered();
    diagnosis.tellHashedAnew();
    diagnosis.tellChanged();
    diagnosis.breaks.sort(Comparator.comparingLong(Break::seq));
    return diagnosis.breaks;
  }

  /** Of several with the same number the one that its successor vouches for. */
  private void chooseWritten() {
    TreeMap<Long, List<Place>> claims = new TreeMap<>(Comparator.reverseOrder());
    for (Place place : places) {
      if (place.written() > startNumber) {
        claims.computeIfAbsent(place.written(), _ -> new ArrayList<>()).add(place);
      } else if (place.written() != 0) {
        inserted.add(place);
      }
    }
    claims.forEach(
        (number, claimants) -> {
          Place next = written.get(number + 1);
          Place chosen =
              claimants.stream()
                  .min(Comparator.comparingInt(place -> doubt(place, next)))
                  .orElseThrow();
          written.put(number, chosen);
          claimants.stream().filter(place -> !place.equals(chosen)).forEach(inserted::add);
        });
  }

  private static int doubt(Place place, @Nullable Place next) {
    boolean vouched = next != null && next.previousHash().equals(place.hash());
    return (vouched ? 0 : 2) + (place.stands() == place.written() ? 0 : 1);
  }

  private void placeTheRest() throws JournalException {
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      if (place.written() == 0) {
        long number = emptyPlaceOf(i);
        if (number != 0 && isKin(place, number)) {
          changed.put(number, place);
        } else {
          inserted.add(place);
        }
      }
    }
  }

  /** Where a neighbour's shift, or none, puts it; 0 if something was written there. */
  private long emptyPlaceOf(int i) {
    long stands = places.get(i).stands();
    for (long offset : new long[] {offsetBeside(i, -1), offsetBeside(i, 1), 0}) {
      long number = stands + offset;
      if (number > startNumber && !written.containsKey(number) && !changed.containsKey(number)) {
        return number;
      }
    }
    return 0;
  }

  private long offsetBeside(int i, int step) {
    for (int at = i + step; at >= 0 && at < places.size(); at += step) {
      Place place = places.get(at);
      if (place.written() != 0 && place.equals(written.get(place.written()))) {
        return place.written() - place.stands();
      }
    }
    return 0;
  }

  /** After everything that is known, only what hangs on to the link before was ever written. */
  private boolean isKin(Place place, long number) throws JournalException {
    if (written.higherKey(number) != null) {
      return true;
    }
    ByteString before = hashAt(number - 1);
    return before != null
        && (place.previousHash().equals(before)
            || links.link(place).hashAs(number, before).equals(place.hash()));
  }

  private @Nullable ByteString hashAt(long number) {
    if (number == startNumber) {
      return links.startHash();
    }
    Place place = written.getOrDefault(number, changed.get(number));
    return place == null ? null : place.hash();
  }

  private void tellMissing(long highest) {
    NavigableSet<Long> there = new TreeSet<>(written.keySet());
    there.addAll(changed.keySet());
    long last = there.isEmpty() ? startNumber : there.last();
    long putInBehind = inserted.stream().filter(place -> place.stands() > last).count();
    long end = Math.max(last, highest - putInBehind);
    long expected = startNumber + 1;
    for (long number : there) {
      missing(expected, number - 1);
      expected = number + 1;
    }
    missing(expected, end);
  }

  private void missing(long from, long to) {
    if (from == to) {
      add(from, to, Kind.DELETED, from + " missing");
    } else if (from < to) {
      add(from, to, Kind.DELETED, "s " + from + ".." + to + " missing");
    }
  }

  /** Two that stand in each other's place, then whatever stands out of the order of the rest. */
  private void tellOrder() {
    List<Map.Entry<Long, Place>> stored = new ArrayList<>(written.entrySet());
    stored.addAll(changed.entrySet());
    stored.sort(Comparator.comparingLong(entry -> entry.getValue().stands()));
    tellExchanged(stored.stream().map(Map.Entry::getKey).toList());
    stored.removeIf(entry -> displaced.contains(entry.getKey()));
    Set<Long> inOrder = longestRising(stored.stream().map(Map.Entry::getKey).toList());
    for (Map.Entry<Long, Place> entry : stored) {
      if (!inOrder.contains(entry.getKey())) {
        displaced.add(entry.getKey());
        String text = entry.getKey() + " moved (it stands at " + entry.getValue().stands() + ")";
        add(entry.getKey(), entry.getKey(), Kind.REORDERED, text);
      }
    }
  }

  private void tellExchanged(List<Long> stored) {
    List<Long> sorted = stored.stream().sorted().toList();
    Map<Long, Integer> at = new HashMap<>();
    for (int i = 0; i < stored.size(); i++) {
      at.put(stored.get(i), i);
    }
    for (int i = 0; i < stored.size(); i++) {
      long number = sorted.get(i);
      long instead = stored.get(i);
      if (number < instead && sorted.get(at.getOrDefault(number, i)) == instead) {
        displaced.add(number);
        displaced.add(instead);
        add(number, instead, Kind.REORDERED, "s " + number + " and " + instead + " exchanged");
      }
    }
  }

  /** The longest of all rising parts, by patience sorting. */
  private static Set<Long> longestRising(List<Long> numbers) {
    TreeMap<Long, Integer> tops = new TreeMap<>();
    int[] before = new int[numbers.size()];
    for (int i = 0; i < numbers.size(); i++) {
      Map.Entry<Long, Integer> lower = tops.lowerEntry(numbers.get(i));
      before[i] = lower == null ? -1 : lower.getValue();
      Long higher = tops.higherKey(numbers.get(i));
      if (higher != null) {
        tops.remove(higher);
      }
      tops.put(numbers.get(i), i);
    }
    Set<Long> rising = new HashSet<>();
    for (int i = tops.isEmpty() ? -1 : tops.lastEntry().getValue(); i >= 0; i = before[i]) {
      rising.add(numbers.get(i));
    }
    return rising;
  }

  /** Numbers that rise by more or less than what was written, and nothing else explains it. */
  private void tellRenumbered() {
    long number = startNumber;
    long stands = startNumber;
    for (Map.Entry<Long, Place> entry : written.entrySet()) {
      if (!displaced.contains(entry.getKey())) {
        long rises = entry.getValue().stands() - stands;
        long wrote = entry.getKey() - number;
        long between = strangersBetween(stands, entry.getValue().stands());
        if (rises != wrote && rises != between + 1 && rises != wrote + between) {
          String text =
              entry.getKey() + " and on renumbered (it stands at " + (stands + rises) + ")";
          add(entry.getKey(), entry.getKey(), Kind.REORDERED, text);
        }
        number = entry.getKey();
        stands += rises;
      }
    }
  }

  /** How many stand there that do not belong there, or were changed. */
  private long strangersBetween(long after, long before) {
    return before - after == 1
        ? 0
        : Stream.of(
                inserted.stream(),
                displaced.stream().flatMap(number -> Stream.ofNullable(written.get(number))),
                changed.values().stream())
            .flatMap(all -> all)
            .filter(place -> place.stands() > after && place.stands() < before)
            .count();
  }

  /** A link that is whole, and yet the next one follows another. */
  private void tellHashedAnew() {
    for (Map.Entry<Long, Place> entry : written.entrySet()) {
      long number = entry.getKey();
      boolean known = number - 1 == startNumber || written.containsKey(number - 1);
      ByteString before = hashAt(number - 1);
      if (known && before != null && !entry.getValue().previousHash().equals(before)) {
        if (number - 1 == startNumber) {
          String text = number + " changed (it does not follow the one before)";
          add(number, number, Kind.CHANGED, text);
        } else {
          String text =
              (number - 1) + " changed (and hashed anew: " + number + " follows another, so what"
                  + " stands before it may be changed too)";
          add(number - 1, number - 1, Kind.CHANGED, text);
        }
      }
    }
  }

  private void tellChanged() throws JournalException {
    for (Map.Entry<Long, Place> entry : changed.entrySet()) {
      long number = entry.getKey();
      add(number, number, Kind.CHANGED, number + " changed (" + change(entry) + ")");
    }
    for (Place place : inserted) {
      add(place.stands(), place.stands(), Kind.INSERTED, place.stands() + " inserted" + how(place));
    }
  }

  private static String how(Place place) {
    if (place.written() == 0) {
      return " (it follows nothing)";
    }
    return place.written() == place.stands() ? "" : " (a copy of " + place.written() + ")";
  }

  private String change(Map.Entry<Long, Place> entry) throws JournalException {
    long number = entry.getKey();
    Link link = links.link(entry.getValue());
    ByteString before = hashAt(number - 1);
    Place next = written.get(number + 1);
    if (next != null && link.hashAs(number, link.previousHash()).equals(next.previousHash())) {
      return "its hash; the content is as it was written";
    }
    if (before != null && link.hashAs(number, before).equals(link.hash())) {
      return "its hash of the one before; the content is as it was written";
    }
    return "hash is not of its content";
  }

  /** Of one, or of several, which begins with an s. */
  private void add(long seq, long last, Kind kind, String text) {
    Strand strand = links.strand();
    String space = text.startsWith("s ") ? "" : " ";
    breaks.add(
        new Break(seq, last, kind, strand == Strand.PUBLISHED, strand.word() + space + text));
  }
}

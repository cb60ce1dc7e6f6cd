package org.tenuto.link;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.InputSink;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationPort;
import org.tenuto.control.StatusSnapshot;

/**
 * The executor's end of the link: hears the station, tells it what happens. Loop thread only, save
 * where it says "any thread"; nothing waits. Allocates a command that is there, and nothing else.
 *
 * <p>A station that comes back is adopted: its file is mapped by another thread and taken over here
 * between two calls. A stop asked for in the old file until then still counts.
 */
public final class ExecutorLink implements StationPort, InputSink, AutoCloseable {

  private final LinkFile own;
  private final long bootId;
  private final StationWatch watch;
  private final SlotWriter eventSlot = new SlotWriter(LinkLayout.EVENT_BYTES);
  private final SlotWriter snapshotSlot = new SlotWriter(LinkLayout.SNAPSHOT_BYTES);
  private final SlotReader commandSlot = new SlotReader(LinkLayout.COMMAND_BYTES);

  private @Nullable LinkFile station;
  private long stopsSeen;
  private long pausesSeen;
  private boolean stopPending;
  private boolean pausePending;
  private long beatSeen;
  private long beats;
  private long commandsRead;
  private long wildPosition;

  private long eventsWritten;
  private long eventsDurable;
  private long recorded;
  private long dropped;
  private volatile long rejected;

  private ExecutorLink(LinkFile own, StationWatch watch) {
    this.own = own;
    this.bootId = own.bootId();
    this.watch = watch;
  }

  /**
   * The same between two processes, with a thread that looks for a station that comes back.
   *
   * @param directory where both files are, in memory (a tmpfs); made if missing
   */
  public static ExecutorLink open(Path directory, long bootId) throws IOException {
    ExecutorLink link = open(LinkPlace.folder(directory), bootId);
    link.watch.start();
    return link;
  }

  /**
   * Makes this boot's end of the link and adopts the station that is there, if one is.
   *
   * @param bootId this boot of the executor; any number but 0 and that of an earlier boot
   * @throws IOException one line: the file and what is wrong
   */
  public static ExecutorLink open(LinkPlace place, long bootId) throws IOException {
    if (bootId == 0) {
      throw new IllegalArgumentException("boot id 0: expected any other number");
    }
    FreshEnd fresh = place.make(LinkEnd.EXECUTOR, bootId);
    LinkFile predecessor = predecessor(fresh.peer(LinkEnd.EXECUTOR));
    StationWatch watch = new StationWatch(fresh.peer(LinkEnd.STATION));
    ExecutorLink link = new ExecutorLink(fresh.putInPlace(), watch);
    link.joinPresent(predecessor);
    return link;
  }

  /**
   * One look for a station that has come, or come back. For whoever steps both ends: ten times a
   * second, as the thread does.
   */
  public void lookForStation() {
    watch.look();
  }

  private static @Nullable LinkFile predecessor(PeerEnd place) {
    try {
      return place.open();
    } catch (IOException e) {
      return null; // another version's or a damaged file tells nothing; it is replaced anyway
    }
  }

  /**
   * Joins a station that is older than this executor: what it asked of the predecessor is over,
   * save commands the predecessor never read. Those are still handed out, to be answered Expired.
   */
  private void joinPresent(@Nullable LinkFile predecessor) {
    LinkFile present = watch.found();
    if (present == null) {
      return;
    }
    station = present;
    stopsSeen = present.get(LinkLayout.STOPS, 0);
    pausesSeen = present.get(LinkLayout.PAUSES, 0);
    beatSeen = present.get(LinkLayout.HEARTBEAT, 0);
    long written = Ring.COMMANDS.written(present, 0);
    long read =
        predecessor == null ? -1 : predecessor.position(LinkLayout.COMMANDS_READ, present.bootId());
    boolean sensible = read >= 0 && read <= written && written - read <= LinkLayout.COMMANDS;
    commandsRead = sensible ? read : Math.max(0, written - LinkLayout.COMMANDS);
    own.setPosition(LinkLayout.COMMANDS_READ, present.bootId(), commandsRead);
  }

  /** The station's file, after taking over a newer one. */
  private @Nullable LinkFile station() {
    LinkFile found = watch.found();
    if (found != null && found != station) {
      adopt(found);
    }
    return station;
  }

  private void adopt(LinkFile found) {
    LinkFile former = station;
    if (former != null) {
      stopPending |= former.get(LinkLayout.STOPS, stopsSeen) != stopsSeen;
      pausePending |= former.get(LinkLayout.PAUSES, pausesSeen) != pausesSeen;
    }
    station = found;
    stopsSeen = 0; // it was made after us: all it ever asks is for us
    pausesSeen = 0;
    beatSeen = 0;
    commandsRead = 0;
    wildPosition = 0;
    own.setPosition(LinkLayout.COMMANDS_READ, found.bootId(), 0);
  }

  @Override
  public long stationBootId() {
    LinkFile from = station();
    return from == null ? 0 : from.bootId();
  }

  /** Counts the beats seen; a station that was adopted adds its first when it first beats. */
  @Override
  public long heartbeat() {
    LinkFile from = station();
    long beat = from == null ? 0 : from.get(LinkLayout.HEARTBEAT, beatSeen);
    if (beat != beatSeen) {
      beatSeen = beat;
      beats++;
    }
    return beats;
  }

  @Override
  public long pageShows() {
    LinkFile from = station();
    return from == null ? 0 : Math.max(0, from.position(LinkLayout.PAGE_SHOWS, bootId));
  }

  @Override
  public boolean takeStop() {
    LinkFile from = station();
    long stops = from == null ? 0 : from.get(LinkLayout.STOPS, stopsSeen);
    boolean asked = stopPending || stops != stopsSeen;
    stopsSeen = stops;
    stopPending = false;
    return asked;
  }

  @Override
  public boolean takePause() {
    LinkFile from = station();
    long pauses = from == null ? 0 : from.get(LinkLayout.PAUSES, pausesSeen);
    boolean asked = pausePending || pauses != pausesSeen;
    pausesSeen = pauses;
    pausePending = false;
    return asked;
  }

  @Override
  public @Nullable StationCommand poll() {
    LinkFile from = station();
    if (from == null) {
      return null;
    }
    long written = Ring.COMMANDS.written(from, commandsRead);
    if (written == commandsRead) {
      return null;
    }
    if (written < commandsRead || written - commandsRead > LinkLayout.COMMANDS) {
      rejectWild(written);
      return null;
    }
    return take(from, commandsRead + 1);
  }

  private @Nullable StationCommand take(LinkFile from, long seq) {
    boolean good = Ring.COMMANDS.take(from, commandSlot, seq);
    StationCommand command = good ? CommandCodec.decode(commandSlot) : null;
    commandsRead = seq;
    own.set(LinkLayout.COMMANDS_READ, seq);
    if (command == null) {
      reject();
    }
    return command;
  }

  /** A position no honest station can have: nothing is read until it is sensible again. */
  private void rejectWild(long position) {
    if (position != wildPosition) {
      wildPosition = position;
      reject();
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer: the loop
  private void reject() {
    rejected++;
  }

  /**
   * Hands an event up. Dropped and counted: one for which there is no room before the station has
   * made older ones durable, one whose sequence does not rise, one whose ids are longer than the
   * layout has room for, any one once our own file was cut short. Each is a reason to stop, so none
   * is told apart, and neither is one that took a slot of the reserve: that it must stop is then
   * still heard.
   */
  @Override
  public boolean offer(ExecutorEvent event) {
    long seq = event.stamp().seq();
    long waiting = seq - durable();
    return write(event, seq, waiting) && waiting <= LinkLayout.EVENTS - LinkLayout.EVENTS_RESERVE;
  }

  private boolean write(ExecutorEvent event, long seq, long waiting) {
    boolean fits = seq > eventsWritten && waiting <= LinkLayout.EVENTS;
    if (fits) {
      EventCodec.encode(event, eventSlot);
      fits = eventSlot.refusal() == null && Ring.EVENTS.put(own, eventSlot, seq);
    }
    if (!fits) {
      dropped++;
      own.set(LinkLayout.EVENTS_DROPPED, dropped);
      return false;
    }
    eventsWritten = seq;
    return true;
  }

  /** The last event that is safely recorded. What no honest station can say changes nothing. */
  private long durable() {
    LinkFile from = station();
    if (from != null) {
      long said = from.position(LinkLayout.EVENTS_DURABLE, bootId);
      if (said > eventsDurable && said <= eventsWritten) {
        eventsDurable = said;
      }
    }
    return eventsDurable;
  }

  @Override
  public void publish(StatusSnapshot snapshot) {
    SnapshotCodec.encode(snapshot, snapshotSlot);
    SequenceLock.write(own, snapshotSlot);
  }

  @Override
  public void record(byte[] bytes, int length) {
    recorded = RecordingRing.put(own, recorded, bytes, length);
  }

  /** Commands skipped because they were malformed. Any thread. */
  public long rejected() {
    return rejected;
  }

  /** Events dropped. */
  public long dropped() {
    return dropped;
  }

  /** Why the station's file is not taken, in one line; null if nothing is wrong. Any thread. */
  public @Nullable String stationRefusal() {
    return watch.refusal();
  }

  /** Stops looking for stations. The file stays: the station still reads the last events. */
  @Override
  public void close() {
    watch.close();
  }
}

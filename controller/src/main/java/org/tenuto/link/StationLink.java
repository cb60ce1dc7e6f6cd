package org.tenuto.link;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;

/**
 * The station's end of the link: asks things of the executor, hears what happens.
 *
 * <p>The command thread's, save where it says "any thread". Its round is: {@link #attach}; if the
 * boot changed, {@link #resumeAfter} with what the journal has of it; {@link #pollEvent} until
 * null; commit; {@link #eventsDurableTo}; {@link #beat}. Nothing waits for the executor.
 */
public final class StationLink {

  private final PeerEnd executorPlace;
  private final LinkFile own;
  private final SlotWriter commandSlot = new SlotWriter(LinkLayout.COMMAND_BYTES);
  private final SlotReader eventSlot = new SlotReader(LinkLayout.EVENT_BYTES);
  private final SlotReader snapshotSlot = new SlotReader(LinkLayout.SNAPSHOT_BYTES);

  private volatile @Nullable LinkFile executor;
  private @Nullable String refusal;

  /** Whether the executor's ring states a position that it can't have. */
  private boolean unreadable;

  private final RecordingReader recording = new RecordingReader();
  private long eventsRead;
  private long eventsDurable;
  private long commandsWritten;
  private long lost;
  private long rejected;

  private StationLink(PeerEnd executorPlace, LinkFile own) {
    this.executorPlace = executorPlace;
    this.own = own;
  }

  /**
   * Makes this boot's end of the link between two processes.
   *
   * @param directory where both files are, in memory (a tmpfs); made if missing
   */
  public static StationLink open(Path directory, long bootId) throws IOException {
    return open(LinkPlace.folder(directory), bootId);
  }

  /**
   * Makes this boot's end of the link.
   *
   * @param bootId this boot of the station; any number but 0 and that of an earlier boot
   * @throws IOException one line: the file and what is wrong
   */
  public static StationLink open(LinkPlace place, long bootId) throws IOException {
    if (bootId == 0) {
      throw new IllegalArgumentException("boot id 0: expected any other number");
    }
    FreshEnd fresh = place.make(LinkEnd.STATION, bootId);
    return new StationLink(fresh.peer(LinkEnd.EXECUTOR), fresh.putInPlace());
  }

  /** This boot of the station. Any thread. */
  public long bootId() {
    return own.bootId();
  }

  /**
   * Looks whether an executor has come or was restarted, and attaches to it once the events of the
   * one before it are read to the end. A file that is not one is left alone: {@link
   * #executorRefusal}. File system work: a few times a second is enough.
   *
   * @return boot id of the executor attached now; 0 if there is none yet
   */
  public long attach() {
    LinkFile present = executor;
    try {
      if (executorPlace.mayHaveChanged(present) && readToTheEnd(present)) {
        attachNewest();
      }
      refusal = null;
    } catch (IOException e) {
      refusal = e.getMessage();
    }
    return executorBootId();
  }

  private boolean readToTheEnd(@Nullable LinkFile former) {
    return former == null
        || unreadable
        || Ring.EVENTS.written(former, eventsRead) <= eventsRead;
  }

  private void attachNewest() throws IOException {
    LinkFile found = executorPlace.open();
    if (found != null) {
      unreadable = false;
      recording.follow(found);
      eventsRead = 0;
      eventsDurable = 0;
      own.setPosition(LinkLayout.EVENTS_DURABLE, found.bootId(), 0);
      executor = found;
    }
  }

  /** Why the executor's file was not taken, in one line; null if nothing is wrong. */
  public @Nullable String executorRefusal() {
    return refusal;
  }

  /** Boot id of the executor attached; 0 if there is none yet. Any thread. */
  public long executorBootId() {
    LinkFile from = executor;
    return from == null ? 0 : from.bootId();
  }

  /** Whether the attached executor reads this station's commands. Any thread. */
  public boolean adopted() {
    LinkFile from = executor;
    return from != null && from.position(LinkLayout.COMMANDS_READ, bootId()) >= 0;
  }

  /**
   * Goes on after the last event of that boot that the journal has. Of another boot than the
   * attached one it changes nothing.
   *
   * @param seq its sequence; 0 for none
   */
  public void resumeAfter(long executorBootId, long seq) {
    LinkFile from = executor;
    if (from == null || from.bootId() != executorBootId) {
      return;
    }
    long written = Ring.EVENTS.written(from, seq);
    if (seq < 0 || seq > written) {
      throw new IllegalArgumentException(
          "resume after event " + seq + ": expected 0 to " + written + ", the last written");
    }
    eventsRead = seq;
    eventsDurable = seq;
    own.setPosition(LinkLayout.EVENTS_DURABLE, executorBootId, seq);
  }

  /**
   * The next event, in order. At most one slot is looked at: null if there is none, or if the one
   * there was malformed or dropped, and is skipped and counted.
   */
  public @Nullable ExecutorEvent pollEvent() {
    LinkFile from = executor;
    if (from == null) {
      return null;
    }
    long written = Ring.EVENTS.written(from, eventsRead);
    if (written <= eventsRead) {
      return null;
    }
    if (written - eventsRead > LinkLayout.EVENTS) {
      return skipOverwritten(from, written);
    }
    return take(from, eventsRead + 1);
  }

  private @Nullable ExecutorEvent take(LinkFile from, long seq) {
    boolean good = Ring.EVENTS.take(from, eventSlot, seq);
    ExecutorEvent event = good ? EventCodec.decode(eventSlot) : null;
    eventsRead = seq;
    if (event == null) {
      rejected++;
    }
    return event;
  }

  /**
   * Only after a restart without a journal. A position that its own slot denies is not believed.
   */
  private @Nullable ExecutorEvent skipOverwritten(LinkFile from, long written) {
    if (Ring.EVENTS.take(from, eventSlot, written)) {
      long oldest = written - LinkLayout.EVENTS;
      lost += oldest - eventsRead;
      eventsRead = oldest;
    } else if (!unreadable) {
      unreadable = true;
      rejected++;
    }
    return null;
  }

  /**
   * Says that all events up to this one are on disk: the executor may reuse their slots.
   *
   * @param seq not above the last one read, not below what was said before
   */
  public void eventsDurableTo(long seq) {
    if (seq < eventsDurable || seq > eventsRead) {
      throw new IllegalArgumentException(
          "durable to event " + seq + ": expected " + eventsDurable + " to " + eventsRead);
    }
    eventsDurable = seq;
    own.set(LinkLayout.EVENTS_DURABLE, seq);
  }

  /**
   * What the executor was told since the call before, as it wrote it down; that of an executor that
   * was replaced comes first. Null if there is nothing.
   */
  public @Nullable RecordedPart pollRecording() {
    return recording.poll();
  }

  /**
   * Goes on with the recording of the attached executor where the journal's ends.
   *
   * @param position bytes of it that are on record
   */
  public void resumeRecordingAt(long position) {
    recording.resumeAt(position);
  }

  /** Sign of life: to be given after each durable commit, at least once a second, and only then. */
  public void beat() {
    own.increment(LinkLayout.HEARTBEAT);
  }

  /**
   * Passes on which cycle's figures a page shows. It never goes back. Any thread.
   *
   * @param shownBootId the executor those figures are of
   * @return false if that is not the executor attached now: nothing was passed on
   */
  public synchronized boolean pageShows(long shownBootId, long cycle) {
    if (shownBootId == 0 || shownBootId != executorBootId()) {
      return false;
    }
    if (cycle > own.position(LinkLayout.PAGE_SHOWS, shownBootId)) {
      own.setPosition(LinkLayout.PAGE_SHOWS, shownBootId, cycle);
    }
    return true;
  }

  /** The sequence the next command must carry. */
  public long nextCommandSeq() {
    return commandsWritten + 1;
  }

  /**
   * Hands a command down. An intent that starts or increases delivery must be durable before.
   *
   * @return false if the ring is full or no executor reads this station's commands: nothing was
   *     sent
   * @throws IllegalArgumentException if it can't be sent at all; one line naming the field
   */
  public boolean send(StationCommand command) {
    long seq = command.header().seq();
    if (seq != nextCommandSeq() || command.header().stationBootId() != bootId()) {
      throw new IllegalArgumentException(
          "command " + seq + ": expected " + nextCommandSeq() + " of this station's boot");
    }
    CommandCodec.encode(command, commandSlot);
    String reason = commandSlot.refusal();
    if (reason != null) {
      throw new IllegalArgumentException("command " + seq + ": " + reason);
    }
    if (!roomFor(seq)) {
      return false;
    }
    commandsWritten = seq;
    return Ring.COMMANDS.put(own, commandSlot, seq);
  }

  private boolean roomFor(long seq) {
    LinkFile to = executor;
    long read = to == null ? -1 : to.position(LinkLayout.COMMANDS_READ, bootId());
    return read >= 0 && read < seq && seq - read <= LinkLayout.COMMANDS;
  }

  /** Asks for a stop. Any thread; never waits, can't be full. */
  public void requestStop() {
    own.increment(LinkLayout.STOPS);
  }

  /** Asks for a pause. Any thread; never waits, can't be full. */
  public void requestPause() {
    own.increment(LinkLayout.PAUSES);
  }

  /**
   * Reads the executor's present state. Any thread; allocates nothing; gives up after 3 tries.
   *
   * @return false if there is none, or none whole: {@code into} is as it was
   */
  public synchronized boolean readSnapshot(StatusSnapshot into) {
    LinkFile from = executor;
    return from != null
        && SequenceLock.read(from, snapshotSlot)
        && SnapshotCodec.decode(snapshotSlot, into);
  }

  /** Events the executor dropped in its present boot. Any thread. */
  public long dropped() {
    LinkFile from = executor;
    return from == null ? 0 : from.get(LinkLayout.EVENTS_DROPPED, 0);
  }

  /** Events that were overwritten before this station could read them. */
  public long lost() {
    return lost;
  }

  /** Events skipped because they were malformed or had been dropped. */
  public long rejected() {
    return rejected;
  }
}

package org.tenuto.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.RecordStorage;
import org.tenuto.journal.RecordStore;
import org.tenuto.proto.journal.StationRecovered;
import org.tenuto.simulator.boundary.ModelledDisk;
import org.tenuto.simulator.boundary.StationDeath;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.oracle.Violation;

/** The record as a whole: torn, refused, gone, changed. */
class RecordJudgeTest {

  private HandMade made;

  @BeforeEach
  void settle() throws Exception {
    made = new HandMade();
    made.confined(
        made.station, StationRecovered.newBuilder().setStationBootId(made.station).build());
  }

  private void tear() {
    made.present.begins(new Fault(FaultKind.DISK_TORN, 0, 0, 0));
    var event = made.changes(InfusionState.FAULT, 0, 0);
    assertThatExceptionOfType(StationDeath.class).isThrownBy(() -> made.record(event));
  }

  /** Half a record is noticed by whoever verifies, and no station goes on with it. */
  @Test
  void aTornRecordIsNoticed() throws Exception {
    tear();
    assertThat(made.disk.tornSeq()).isEqualTo(4);
    assertThatExceptionOfType(JournalException.class).isThrownBy(() -> Journal.open(made.disk));
    made.isRightOfTheDead();
  }

  @Test
  void aTornRecordThatAStationGoesOnWith() {
    tear();
    made.judge.stationStarted(new Ending(made.nowNs, 0, Ending.NEVER, Ending.NEVER));
    made.isWrongOfTheDead(RecordJudge.class, "a station goes on with record 4, half of it");
  }

  /** What is called torn, and nobody finds a break there. */
  @Test
  void aTornRecordThatNobodyNotices() {
    assertThat(foundBy(() -> 3)).anyMatch(one -> one.contains("and nobody notices"));
  }

  /** What somebody finds who comes at the end, and is told that this record was torn. */
  private List<String> foundBy(LongSupplier tornSeq) {
    var judge =
        new RecordJudge(
            made.disk.fromOutside(), made.disk::isDurable, tornSeq, made.received, "rn-1", 1_000);
    List<String> found = new ArrayList<>();
    judge.judge(
        new Ending(made.nowNs, 0, Ending.NEVER, Ending.NEVER), one -> found.add(one.text()));
    return found;
  }

  /** The same disk to somebody who was told of no torn write. */
  @Test
  void aBreakThatNothingExplains() {
    tear();
    assertThat(foundBy(() -> 0)).anyMatch(one -> one.contains("record 4 changed"));
  }

  @Test
  void aSoundRecordThatIsRefused() {
    made.judge.refused(new JournalException(Reason.CORRUPT, "journal: damaged"), made.nowNs);
    made.isWrongOfTheDead(RecordJudge.class, "a sound record is refused");
  }

  @Test
  void aDiskThatIsFullIsRefusedRightly() {
    made.judge.refused(new JournalException(Reason.DISK_FULL, "journal: full"), made.nowNs);
    made.isRightOfTheDead();
  }

  /** Durable once, gone now. */
  @Test
  void aRecordThatIsGone() throws Exception {
    var other = new HandMade();
    List<Violation> found = new ArrayList<>();
    var disks = new ArrayList<>(List.of(made.disk.fromOutside(), other.disk.fromOutside()));
    var judge =
        new RecordJudge(
            new RecordStorage() {
              @Override
              public RecordStore toWrite() {
                throw new IllegalStateException("read only");
              }

              @Override
              public RecordStore toRead() throws JournalException {
                return disks.removeFirst().toRead();
              }
            },
            _ -> true,
            () -> 0,
            List.of(),
            "rn-1",
            1_000);
    judge.stationStarted(new Ending(made.nowNs, 0, Ending.NEVER, Ending.NEVER));
    judge.judge(new Ending(made.nowNs, 0, Ending.NEVER, Ending.NEVER), found::add);
    assertThat(found).anyMatch(one -> one.text().contains("was durable and is gone or changed"));
  }

  @Test
  void noRecordAtAllIsNoWrong() {
    var disk =
        new ModelledDisk(made.present, new SplittableRandom(1), Tripwire.never());
    List<Violation> found = new ArrayList<>();
    new RecordJudge(disk.fromOutside(), disk::isDurable, disk::tornSeq, List.of(), "rn-1", 1_000)
        .judge(new Ending(0, 0, Ending.NEVER, Ending.NEVER), found::add);
    assertThat(found).isEmpty();
  }
}

package org.tenuto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.journal.OpenIntents.OpenIntent;
import org.tenuto.proto.journal.Answered;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.OrderReadBack;
import org.tenuto.proto.journal.StationRecovered;

class OpenIntentsTest {

  private static final long STATION = 5;

  @TempDir private Path dir;
  private Journal journal;
  private JournalReader reader;

  @BeforeEach
  void open() throws JournalException {
    Path file = dir.resolve("session.journal");
    journal = Journal.open(file);
    reader = JournalReader.open(file);
  }

  @AfterEach
  void close() throws JournalException {
    reader.close();
    journal.close();
  }

  private long write(MessageLite payload) throws JournalException {
    return journal.append(Entry.confined(STATION, 0, Instant.EPOCH, payload)).seq();
  }

  private static Intent intent(long commandSeq) {
    return Intent.newBuilder().setStationBootId(STATION).setCommandSeq(commandSeq).build();
  }

  @Test
  void anIntentIsOpenUntilTheExecutorAnswers() throws Exception {
    write(intent(1));
    long second = write(intent(2));
    write(Checkpoint.getDefaultInstance());
    write(intent(3));
    write(
        ExecutorEvent.newBuilder()
            .setAnswered(Answered.newBuilder().setStationBootId(STATION).setCommandSeq(1))
            .build());
    write(
        ExecutorEvent.newBuilder()
            .setOrderReadBack(OrderReadBack.newBuilder().setStationBootId(STATION).setCommandSeq(3))
            .build());
    assertThat(OpenIntents.in(reader)).containsExactly(new OpenIntent(second, intent(2)));
  }

  @Test
  void anAnswerToAnotherStationBootClosesNothing() throws Exception {
    long seq = write(intent(1));
    write(
        ExecutorEvent.newBuilder()
            .setAnswered(Answered.newBuilder().setStationBootId(STATION + 1).setCommandSeq(1))
            .build());
    assertThat(OpenIntents.in(reader)).containsExactly(new OpenIntent(seq, intent(1)));
  }

  @Test
  void aRecoveryClosedEverythingBefore() throws Exception {
    write(intent(1));
    write(StationRecovered.getDefaultInstance());
    assertThat(OpenIntents.in(reader)).isEmpty();
  }
}

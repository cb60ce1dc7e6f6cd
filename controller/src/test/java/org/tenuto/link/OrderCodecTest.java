package org.tenuto.link;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tenuto.control.ExecutorEvent.OrderReadBack;
import org.tenuto.control.ExecutorEvent.ProgramSent;
import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.control.StationCommand.Propose;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.Finding;
import org.tenuto.dose.LimitOverride;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.Prediction;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.Sex;
import org.tenuto.dose.WeightBasis;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pk.PkModel;

/** Orders at their largest, beyond it, and as nobody would write them. */
class OrderCodecTest {

  private static final String ID = "i".repeat(CommandCodec.ID_BYTES);
  private static final String REASON = "µ".repeat(OrderCodec.REASON_BYTES / 2);
  private static final Header HEADER = new Header(1, 1, 7, 1, 1);
  private static final Stamp STAMP = new Stamp(7, 1, 1, InfusionState.READY, 1, 1, 1, 1);

  /** Where the phases' number stands in a proposal: after type and header, 3 ids, patient, basis. */
  private static final int PHASES_AT = LinkLayout.SLOT_HEADER_BYTES + 41 + 3 * 66 + 25 + 1;

  private final MemorySegment file = Arena.ofAuto().allocate(LinkLayout.EVENT_BYTES, 8);
  private final SlotWriter commands = new SlotWriter(LinkLayout.COMMAND_BYTES);
  private final SlotWriter events = new SlotWriter(LinkLayout.EVENT_BYTES);
  private final SlotReader reader = new SlotReader(LinkLayout.EVENT_BYTES);

  private static Order order(int phases, int priors, int overrides, String reason) {
    return new Order(
        ID,
        ID,
        ID,
        new Patient(Long.MAX_VALUE, Long.MIN_VALUE, Sex.MALE, -1),
        WeightBasis.IDEAL_IF_OBESE,
        Collections.nCopies(
            phases, new OrderPhase(PhaseKind.TAPER, DoseUnit.MG_PER_H, Long.MAX_VALUE, -1)),
        Long.MAX_VALUE,
        ID,
        Long.MAX_VALUE,
        Collections.nCopies(priors, new PriorDose(ID, Long.MAX_VALUE, 1, 2, true, false)),
        true,
        Collections.nCopies(overrides, new LimitOverride(ID, reason)),
        ID,
        ID);
  }

  private static Order longest() {
    return order(Order.MOST_PHASES, Order.MOST_PRIOR_DOSES, Order.MOST_OVERRIDES, REASON);
  }

  private static ReadBack readBack(Order order, int phases, int findings) {
    String name = "n".repeat(ReadBackCodec.NAME_BYTES);
    String figure = "9".repeat(ReadBackCodec.PUMP_BYTES);
    return new ReadBack(
        1,
        1,
        order,
        new Progress(1, 2, 3, 4, 5),
        name,
        name,
        name,
        new ReadBack.Weights(1, 2, 3, 4, 5),
        1,
        2,
        3,
        4,
        Collections.nCopies(
            phases, new ReadBack.Phase(PhaseKind.BOLUS, 1, 2, 3, 4, 5, 6, figure, figure)),
        List.of(PkModel.values()).stream().map(m -> new Prediction(m, 1, 2, 3, 4)).toList(),
        Collections.nCopies(
            findings,
            new Finding(ID, Finding.Severity.HARD, "t".repeat(ReadBackCodec.FINDING_BYTES))),
        ID);
  }

  private int bytesOf(SlotWriter slot) {
    slot.write(file, 0, 7);
    return LinkLayout.SLOT_HEADER_BYTES + file.get(JAVA_INT, 8);
  }

  /** The figures in {@link LinkLayout}. */
  @Test
  void theLongestCommandFitsAndComesBackEqual() {
    Propose longest = new Propose(HEADER, longest());
    CommandCodec.encode(longest, commands);
    assertThat(commands.refusal()).isNull();
    assertThat(bytesOf(commands)).isEqualTo(3_619).isLessThanOrEqualTo(LinkLayout.COMMAND_BYTES);
    assertThat(reader.take(file, 0)).isTrue();
    assertThat(CommandCodec.decode(reader)).isEqualTo(longest);
  }

  @Test
  void theLongestEventFitsAndComesBackEqual() {
    OrderReadBack longest =
        new OrderReadBack(
            STAMP, 1, 1, readBack(longest(), Order.MOST_PHASES, ReadBackCodec.FINDINGS));
    EventCodec.encode(longest, events);
    assertThat(events.refusal()).isNull();
    int ofModels = 33 * (PkModel.values().length - 3);
    assertThat(bytesOf(events))
        .isEqualTo(13_074 + ofModels)
        .isLessThanOrEqualTo(LinkLayout.EVENT_BYTES);
    assertThat(reader.take(file, 0)).isTrue();
    assertThat(EventCodec.decode(reader)).isEqualTo(longest);
  }

  @Test
  void theSnapshotFits() {
    SlotWriter slot = new SlotWriter(LinkLayout.SNAPSHOT_BYTES);
    SnapshotCodec.encode(new StatusSnapshot(), slot);
    assertThat(slot.refusal()).isNull();
    assertThat(bytesOf(slot)).isEqualTo(342 + 16 * (PkModel.values().length - 3));
  }

  @Test
  void aListThatIsTooLongIsRefusedNeverCut() {
    assertThat(refusalOf(order(9, 0, 0, ""))).isEqualTo("9 phases, expected at most 8");
    assertThat(refusalOf(order(1, 17, 0, ""))).isEqualTo("17 earlier doses, expected at most 16");
    assertThat(refusalOf(order(1, 0, 9, ""))).isEqualTo("9 overrides, expected at most 8");
    assertThat(refusalOf(order(1, 0, 1, REASON + "x")))
        .isEqualTo("reason of an override has 121 bytes, expected at most 120");
    EventCodec.encode(new OrderReadBack(STAMP, 1, 1, readBack(longest(), 0, 25)), events);
    assertThat(events.refusal()).isEqualTo("25 findings, expected at most 24");
  }

  private String refusalOf(Order order) {
    CommandCodec.encode(new Propose(HEADER, order), commands);
    return String.valueOf(commands.refusal());
  }

  @Test
  void aReadBackWithOtherPhasesThanItsOrderIsMalformed() {
    for (int phases = 0; phases <= Order.MOST_PHASES; phases++) {
      EventCodec.encode(
          new OrderReadBack(STAMP, 1, 1, readBack(order(2, 0, 0, ""), phases, 0)), events);
      events.write(file, 0, 7);
      assertThat(reader.take(file, 0)).isTrue();
      assertThat(EventCodec.decode(reader) != null).isEqualTo(phases == 0 || phases == 2);
    }
  }

  @Test
  void aProgramOfAPhaseNoOrderHasIsRefused() {
    EventCodec.encode(new ProgramSent(STAMP, Order.MOST_PHASES, 1, 1, "1MH"), events);
    assertThat(events.refusal()).isNotNull();
  }

  /** With a good CRC: only the sense of what is written protects. */
  @Test
  void aCountOrANameThatCanNotBeIsMalformed() {
    assertThat(malformed(PHASES_AT, 9)).isTrue();
    assertThat(malformed(PHASES_AT, 255)).isTrue();
    assertThat(malformed(PHASES_AT + 1, PhaseKind.values().length)).isTrue();
    assertThat(malformed(PHASES_AT + 2, DoseUnit.values().length)).isTrue();
    assertThat(malformed(PHASES_AT - 1, WeightBasis.values().length)).isTrue();
    assertThat(malformed(PHASES_AT - 10, Sex.values().length)).isTrue();
    int priorsAt = PHASES_AT + 1 + 8 * 18 + 8 + 66 + 8;
    assertThat(malformed(priorsAt, 17)).isTrue();
    assertThat(malformed(priorsAt + 1 + 66 + 24, 2)).isTrue();
    int overridesAt = priorsAt + 1 + 16 * 92 + 1;
    assertThat(malformed(overridesAt, 9)).isTrue();
    assertThat(malformed(overridesAt - 1, 2)).isTrue();
    assertThat(malformed(overridesAt + 1 + 66, 121)).isTrue();
  }

  /** Whether a proposal with this byte is taken for none; and that it is one without it. */
  private boolean malformed(int at, int value) {
    return rejectedAfter(slot -> slot.set(JAVA_BYTE, at, (byte) value))
        && !rejectedAfter(slot -> assertThat(slot.byteSize()).isPositive());
  }

  private boolean rejectedAfter(Consumer<MemorySegment> change) {
    CommandCodec.encode(new Propose(HEADER, longest()), commands);
    commands.write(file, 0, 7);
    change.accept(file);
    int length = file.get(JAVA_INT, 8);
    SlotWriter again = new SlotWriter(LinkLayout.COMMAND_BYTES);
    again.begin();
    for (int i = 0; i < length; i++) {
      again.u8(file.get(JAVA_BYTE, LinkLayout.SLOT_HEADER_BYTES + i));
    }
    again.write(file, 0, 7);
    assertThat(reader.take(file, 0)).isTrue();
    return CommandCodec.decode(reader) == null;
  }

  @Test
  void aSnapshotOfAPhaseNoOrderHasLeavesTheOldOneAlone() {
    for (int beyond : new int[] {9, 255}) {
      StatusSnapshot sent = new StatusSnapshot();
      sent.phase = beyond;
      SnapshotCodec.encode(sent, events);
      events.write(file, 0, 1);
      StatusSnapshot read = new StatusSnapshot();
      read.cycle = 7;
      assertThat(reader.take(file, 0)).isTrue();
      assertThat(SnapshotCodec.decode(reader, read)).isFalse();
      assertThat(read.cycle).isEqualTo(7);
    }
  }
}

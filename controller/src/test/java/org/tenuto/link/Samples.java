package org.tenuto.link;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.Finding;
import org.tenuto.dose.LimitOverride;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderChange;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.Prediction;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.PrimingRequest;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.Sex;
import org.tenuto.dose.WeightBasis;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pk.PkModel;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/** Random commands, events and snapshots of every type, the same ones for the same seed. */
final class Samples {

  static final int COMMAND_TYPES = 9;
  static final int EVENT_TYPES = 15;

  private static final int[] CODE_POINTS = {'a', 'Z', '0', '\n', 'µ', 'ß', '€', '…', 0x1F489, 0};

  private final Random random;

  Samples(long seed) {
    random = new Random(seed);
  }

  StationCommand command(int type, long stationBootId, long seq) {
    Header header = new Header(number(), stationBootId, seq, number(), number());
    return switch (type) {
      case 0 -> new StationCommand.Propose(header, order());
      case 1 -> new StationCommand.Start(header, number(), id());
      case 2 -> new StationCommand.Resume(header, number());
      case 3 -> new StationCommand.ResetFault(header);
      case 4 -> new StationCommand.AcknowledgeAlarms(header);
      case 5 -> new StationCommand.PauseAudio(header);
      case 6 -> new StationCommand.ProposePriming(header, primingRequest());
      case 7 -> new StationCommand.StartPriming(header, number(), id(), random.nextBoolean());
      default ->
          new StationCommand.ProposeChange(
              header, number(), random.nextInt(Order.MOST_PHASES), change());
    };
  }

  ExecutorEvent event(int type, long seq) {
    Stamp stamp = stamp(seq);
    return switch (type) {
      case 0 ->
          new ExecutorEvent.Booted(
              stamp, number(), text(512), text(512), text(512), id(), random.nextBoolean());
      case 1 ->
          new ExecutorEvent.StateChanged(
              stamp,
              one(InfusionState.values()),
              one(InfusionState.values()),
              one(NotDeliveringReason.values()));
      case 2 -> new ExecutorEvent.OrderReadBack(stamp, number(), number(), readBack());
      case 3 ->
          new ExecutorEvent.Answered(
              stamp,
              number(),
              number(),
              number(),
              one(ExecutorEvent.Answer.values()),
              id(),
              text(512));
      case 4 -> new ExecutorEvent.HaltTaken(stamp, random.nextBoolean());
      case 5 -> 
          new ExecutorEvent.ProgramSent(
              stamp, random.nextInt(Order.MOST_PHASES), number(), number(), text(32));
      case 6 ->
          new ExecutorEvent.PumpChanged(
              stamp, one(PumpState.values()), one(PumpFault.values()), number());
      case 7 -> new ExecutorEvent.AlarmRaised(stamp, one(AlarmCondition.values()));
      case 8 -> new ExecutorEvent.AlarmCleared(stamp, one(AlarmCondition.values()));
      case 9 -> new ExecutorEvent.CyclesSkipped(stamp, number(), number());
      case 10 -> new ExecutorEvent.PrimingOffered(stamp, number(), number(), priming());
      case 11 -> new ExecutorEvent.PrimingBegun(stamp, number(), number(), number(), text(32));
      case 12 -> new ExecutorEvent.PrimingEnded(stamp, number(), number(), number(), number());
      case 13 -> new ExecutorEvent.PanelPressed(stamp, one(ExecutorEvent.PanelPressed.Button.values()));
      default -> new ExecutorEvent.OrderChanged(stamp, readBack());
    };
  }

  Stamp stamp(long seq) {
    return new Stamp(
        seq,
        number(),
        number(),
        one(InfusionState.values()),
        number(),
        number(),
        number(),
        number());
  }

  private PrimingRequest primingRequest() {
    return new PrimingRequest(id(), id(), number());
  }

  private PrimingReadBack priming() {
    return new PrimingReadBack(
        number(),
        number(),
        primingRequest(),
        text(128),
        number(),
        number(),
        number(),
        text(32),
        text(32),
        id());
  }

  ReadBack readBack() {
    Order order = order();
    List<ReadBack.Phase> phases =
        random.nextInt(4) == 0
            ? List.of()
            : order.phases().stream().map(_ -> phase()).toList();
    return new ReadBack(
        number(),
        number(),
        order,
        new Progress(
            number(), random.nextInt(Order.MOST_PHASES), number(), number(), number()),
        text(128),
        text(128),
        text(128),
        new ReadBack.Weights(number(), number(), number(), number(), number()),
        number(),
        number(),
        number(),
        number(),
        phases,
        some(PkModel.values().length, this::prediction),
        some(
            ReadBackCodec.FINDINGS,
            () -> new Finding(id(), one(Finding.Severity.values()), text(256))),
        id());
  }

  private ReadBack.Phase phase() {
    return new ReadBack.Phase(
        one(PhaseKind.values()),
        number(),
        number(),
        number(),
        number(),
        number(),
        number(),
        text(32),
        text(32));
  }

  private Prediction prediction() {
    return new Prediction(one(PkModel.values()), number(), number(), number(), number());
  }

  Order order() {
    return new Order(
        id(),
        id(),
        id(),
        new Patient(number(), number(), one(Sex.values()), number()),
        one(WeightBasis.values()),
        some(Order.MOST_PHASES, this::orderPhase),
        number(),
        id(),
        number(),
        some(
            Order.MOST_PRIOR_DOSES,
            () ->
                new PriorDose(
                    id(), number(), number(), number(), random.nextBoolean(), random.nextBoolean())),
        random.nextBoolean(),
        some(Order.MOST_OVERRIDES, this::override),
        id(),
        id());
  }

  private OrderChange change() {
    return new OrderChange(
        some(Order.MOST_PHASES, this::orderPhase),
        random.nextBoolean(),
        some(Order.MOST_OVERRIDES, this::override),
        id(),
        id());
  }

  private OrderPhase orderPhase() {
    return new OrderPhase(one(PhaseKind.values()), one(DoseUnit.values()), number(), number());
  }

  private LimitOverride override() {
    return new LimitOverride(id(), text(OrderCodec.REASON_BYTES));
  }

  /** Up to so many items, often exactly so many. */
  private <E> List<E> some(int most, Supplier<E> item) {
    int count = random.nextBoolean() ? most : random.nextInt(most + 1);
    return Stream.generate(item).limit(count).toList();
  }

  void fill(StatusSnapshot snapshot) throws IllegalAccessException {
    for (var field : StatusSnapshot.class.getFields()) {
      if (field.getType() == long.class) {
        field.setLong(snapshot, number());
      } else if (field.getType() == long[].class) {
        Arrays.setAll((long[]) field.get(snapshot), _ -> number());
      } else {
        field.set(snapshot, one(field.getType().getEnumConstants()));
      }
    }
    snapshot.phase = random.nextInt(Order.MOST_PHASES + 1);
    snapshot.phases = random.nextInt(Order.MOST_PHASES + 1);
  }

  private long number() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(10);
      case 1 -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
      default -> random.nextLong();
    };
  }

  private String id() {
    return text(CommandCodec.ID_BYTES);
  }

  /** Any text of at most so many bytes, often of exactly so many. */
  private String text(int maxBytes) {
    StringBuilder text = new StringBuilder();
    int left = random.nextBoolean() ? maxBytes : random.nextInt(maxBytes + 1);
    while (left >= 4) {
      int codePoint = CODE_POINTS[random.nextInt(CODE_POINTS.length)];
      text.appendCodePoint(codePoint);
      left -= codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
    return text.append("x".repeat(left)).toString();
  }

  private <E> E one(E[] values) {
    return values[random.nextInt(values.length)];
  }
}

package org.tenuto.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/** Random commands, events and snapshots of every type, the same ones for the same seed. */
final class Samples {

  static final int COMMAND_TYPES = 5;
  static final int EVENT_TYPES = 10;

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
      default -> new StationCommand.AcknowledgeAlarms(header);
    };
  }

  ExecutorEvent event(int type, long seq) {
    Stamp stamp = stamp(seq);
    return switch (type) {
      case 0 -> new ExecutorEvent.Booted(stamp, number(), text(512), text(512), text(512), id());
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
      case 5 -> new ExecutorEvent.ProgramSent(stamp, number(), number(), text(32));
      case 6 ->
          new ExecutorEvent.PumpChanged(
              stamp, one(PumpState.values()), one(PumpFault.values()), number());
      case 7 -> new ExecutorEvent.AlarmRaised(stamp, one(AlarmCondition.values()));
      case 8 -> new ExecutorEvent.AlarmCleared(stamp, one(AlarmCondition.values()));
      default -> new ExecutorEvent.CyclesSkipped(stamp, number(), number());
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

  ReadBack readBack() {
    List<Finding> findings = new ArrayList<>();
    for (int i = random.nextInt(ReadBackCodec.FINDINGS + 1); i > 0; i--) {
      findings.add(new Finding(id(), one(Finding.Severity.values()), text(256)));
    }
    return new ReadBack(
        number(), number(), order(), text(128), text(128), text(128), number(), number(), number(),
        number(), number(), number(), text(32), text(32), findings, id());
  }

  Order order() {
    return new Order(
        id(), id(), id(), number(), number(), number(), number(), id(), number(), id());
  }

  void fill(StatusSnapshot snapshot) throws IllegalAccessException {
    for (var field : StatusSnapshot.class.getFields()) {
      if (field.getType() == long.class) {
        field.setLong(snapshot, number());
      } else {
        field.set(snapshot, one(field.getType().getEnumConstants()));
      }
    }
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

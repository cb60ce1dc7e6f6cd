package org.tenuto.simulator.scenario;

import org.tenuto.control.ExecutorEvent;
import org.tenuto.dose.Finding;
import org.tenuto.dose.ReadBack;

/** What the executor reports, in a few words. */
final class EventText {

  private EventText() {}

  static String of(ExecutorEvent event) {
    return event.stamp().seq()
        + " "
        + event.getClass().getSimpleName()
        + " "
        + words(event)
        + " ["
        + event.stamp().state()
        + " "
        + event.stamp().atLeastNl()
        + ".."
        + event.stamp().atMostNl()
        + " nL]";
  }

  private static String words(ExecutorEvent event) {
    return switch (event) {
      case ExecutorEvent.Booted e -> "boot " + e.bootId() + ", " + e.pumpModel();
      case ExecutorEvent.StateChanged e -> e.from() + " to " + e.to() + ", " + e.reason();
      case ExecutorEvent.OrderReadBack e -> readBack(e.readBack());
      case ExecutorEvent.OrderChanged e -> readBack(e.readBack());
      case ExecutorEvent.Answered e -> e.commandSeq() + " " + e.answer() + " " + e.code();
      case ExecutorEvent.HaltTaken e -> e.stop() ? "stop" : "pause";
      case ExecutorEvent.PanelPressed e -> "panel " + e.button();
      case ExecutorEvent.ProgramSent e ->
          "phase " + e.phase() + ", " + e.volumeNl() + " nL at " + e.pumpRate();
      case ExecutorEvent.PrimingOffered e -> e.readBack().volumeNl() + " nL";
      case ExecutorEvent.PrimingBegun e -> e.volumeNl() + " nL at " + e.pumpRate();
      case ExecutorEvent.PrimingEnded e -> e.atLeastNl() + ".." + e.atMostNl() + " nL";
      case ExecutorEvent.PumpChanged e -> e.pumpState() + " " + e.fault();
      case ExecutorEvent.AlarmRaised e -> e.condition().name();
      case ExecutorEvent.AlarmCleared e -> e.condition().name();
      case ExecutorEvent.CyclesSkipped e -> Long.toString(e.skipped());
    };
  }

  private static String readBack(ReadBack readBack) {
    return readBack.nonce()
        + ", "
        + readBack.volumeNl()
        + " nL in "
        + readBack.phases().size()
        + (readBack.refused() ? ", refused " : ", hash ")
        + (readBack.refused()
            ? readBack.findings().stream().map(Finding::code).toList()
            : readBack.hash().substring(0, 12));
  }
}

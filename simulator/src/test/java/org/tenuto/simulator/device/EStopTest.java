package org.tenuto.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.device.VirtualDevice.MS;
import static org.tenuto.simulator.device.VirtualDevice.S;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.alarm.LampColour;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.ExecutorEvent.PanelPressed.Button;
import org.tenuto.control.StationCommand;
import org.tenuto.infusion.InfusionState;

/** E-stop and buttons of the device with its real driver, and the bytes that go out. */
class EStopTest {

  /** From the confirmed Start: programming, starting, and a reading of the counter under way. */
  private static final long LONGEST_MS = 300;

  private VirtualDevice device = new VirtualDevice();

  /** What the driver writes in the next cycle. */
  private String cycleWrites() {
    device.step();
    return new String(device.line.takeForPump(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void theStopGoesOutInTheVeryCycleWhateverTheDriverIsDoing() {
    for (long momentMs = 0; momentMs < LONGEST_MS; momentMs++) {
      device = new VirtualDevice();
      device.await(InfusionState.IDLE, 5 * S);
      device.start(device.propose(device.shortOrder()));
      device.pass(momentMs * MS);
      device.buttons.eStopOpen = true;
      assertThat(cycleWrites()).as("%d ms after Start", momentMs).contains("STP");
      assertThat(device.cycle.state()).isEqualTo(InfusionState.FAULT);
    }
  }

  @Test
  void linesNobodyCanRelyOnStopLikeAnOpenOne() {
    device.run(device.usualOrder());
    device.pass(2 * S);
    device.buttons.faulty = true;
    assertThat(cycleWrites()).contains("STP");
    assertThat(device.cycle.state()).isEqualTo(InfusionState.FAULT);
    assertThat(device.station.snapshot().alarmBits).isEqualTo(AlarmCondition.PANEL_LOST.bit());
  }

  @Test
  void theStopButtonStopsInTheVeryCycleWithoutAStation() {
    device.run(device.usualOrder());
    device.pass(2 * S);
    device.station.alive = false;
    device.buttons.stop = true;
    assertThat(cycleWrites()).contains("STP");
    assertThat(device.cycle.state()).isEqualTo(InfusionState.IDLE);
    assertThat(device.station.all(ExecutorEvent.PanelPressed.class))
        .extracting(ExecutorEvent.PanelPressed::button)
        .containsExactly(Button.STOP);
  }

  @Test
  void theStartButtonMovesNothing() {
    device.await(InfusionState.IDLE, 5 * S);
    device.propose(device.shortOrder());
    device.buttons.start = true;
    device.pass(5 * S);
    assertThat(device.syringe.everMoved()).isFalse();
    assertThat(device.cycle.state()).isEqualTo(InfusionState.READY);
    assertThat(device.station.all(ExecutorEvent.PanelPressed.class))
        .extracting(ExecutorEvent.PanelPressed::button)
        .containsExactly(Button.START);
  }

  @Test
  void isSeenHeardLatchedAndLeftByAResetOnceItIsReleased() {
    device.run(device.usualOrder());
    device.pass(2 * S);
    device.buttons.eStopOpen = true;
    device.step();
    assertThat(device.panel.lit).isEqualTo(LampColour.RED);
    assertThat(device.panel.sounding).isNotNull();
    device.pass(S);
    assertThat(device.ask(StationCommand.ResetFault::new).answer()).isEqualTo(Answer.REFUSED);
    long delivered = device.syringe.deliveredNl();
    device.buttons.eStopOpen = false;
    device.pass(60 * S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.FAULT);
    assertThat(device.syringe.deliveredNl()).isEqualTo(delivered);
    assertThat(device.ask(StationCommand.ResetFault::new).answer()).isEqualTo(Answer.ACCEPTED);
    device.pass(60 * S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.IDLE);
    assertThat(device.syringe.deliveredNl()).isEqualTo(delivered);
  }
}

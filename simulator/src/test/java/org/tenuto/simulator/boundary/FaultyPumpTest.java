package org.tenuto.simulator.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultSpec;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.fault.StandingFaults;
import org.tenuto.simulator.firmware.Ne1000;
import org.tenuto.simulator.firmware.PumpModel;
import org.tenuto.simulator.world.Line;
import org.tenuto.simulator.world.Syringe;

/** What each fault does to a pump that is delivering, in virtual time. */
class FaultyPumpTest {

  private static final long NS_PER_S = 1_000_000_000;

  @Test
  void withoutAFaultItRunsAndAnswers() {
    Bench bench = new Bench();

    bench.startDelivering();
    bench.pass(30);

    assertThat(bench.say("\r")).isEqualTo("00I");
    assertThat(bench.syringe.moving()).isTrue();
  }

  @Test
  void mutePumpHearsAndDoesNotReply() {
    Bench bench = new Bench("mute@20s");

    bench.startDelivering();
    bench.pass(20);

    assertThat(bench.say("STP\r")).isEmpty();
    assertThat(bench.syringe.moving()).isFalse();
  }

  @Test
  void deafPumpNeitherHearsNorReplies() {
    Bench bench = new Bench("deaf@20s");

    bench.startDelivering();
    bench.pass(20);

    assertThat(bench.say("STP\r")).isEmpty();
    assertThat(bench.syringe.moving()).isTrue();
  }

  @Test
  void stallStopsThePlungerForGood() {
    Bench bench = new Bench("stall@delivering+5s");

    bench.pass(100);
    bench.startDelivering();
    bench.pass(5);
    assertThat(bench.syringe.moving()).isTrue();
    bench.pass(1);
    long delivered = bench.syringe.deliveredNl();

    assertThat(bench.syringe.moving()).isFalse();
    assertThat(bench.say("\r")).isEqualTo("00A?S");
    assertThat(bench.say("RUN\r")).isEqualTo("00I");
    bench.pass(1);
    assertThat(bench.say("\r")).isEqualTo("00A?S");
    assertThat(bench.syringe.deliveredNl()).isEqualTo(delivered);
  }

  @Test
  void powerBlinkStopsIt() {
    Bench bench = new Bench("reset@20s");

    bench.startDelivering();
    bench.pass(20);

    assertThat(bench.syringe.moving()).isFalse();
    assertThat(bench.say("\r")).isEqualTo("00A?R");
    assertThat(bench.say("RAT\r")).isEqualTo("00S60.00MH");
  }

  @Test
  void cutLineLeavesThePumpToItsWatchdog() {
    Bench bench = new Bench("line-cut@20s");

    bench.startDelivering();
    bench.pass(19);
    bench.say("SAF 2\r");
    bench.pass(1);
    assertThat(bench.present.has(FaultKind.SERIAL_CUT)).isTrue();
    assertThat(bench.syringe.moving()).isTrue();
    bench.pass(1);

    assertThat(bench.syringe.moving()).isFalse();
    // 60 mL/h for 19 s + 2 s of watchdog.
    assertThat(bench.syringe.deliveredNl()).isBetween(349_800L, 350_000L);
  }

  @Test
  void aLineThatIsBackCarriesWordsAgain() {
    Bench bench = new Bench("line-cut@1s", "line-back@3s");
    bench.pass(2);
    assertThat(bench.say("DIS\r")).isEmpty();
    bench.pass(2);
    assertThat(bench.present.has(FaultKind.SERIAL_CUT)).isFalse();
    assertThat(bench.say("DIS\r")).isNotEmpty();
  }

  @Test
  void aPumpWithoutPowerIsDeafMuteAndAtRestAndThenStartsAnew() {
    Bench bench = new Bench();
    Fault off = Fault.parse("pump-off@20s+5s");
    bench.startDelivering();
    bench.pass(20);
    bench.present.begins(off);
    bench.pass(4);
    assertThat(bench.say("\r")).isEmpty();
    assertThat(bench.syringe.moving()).isFalse();
    long delivered = bench.syringe.deliveredNl();
    bench.pass(1);
    bench.present.ends(off);
    assertThat(bench.say("\r")).isEqualTo("00A?R");
    bench.pass(10);
    assertThat(bench.syringe.deliveredNl()).isEqualTo(delivered);
  }

  @Test
  void lostStepsAreNotNoticed() {
    Bench bench = new Bench();
    bench.present.begins(Fault.parse("motor-slip@0s+1min:250"));
    bench.startDelivering();
    bench.pass(60);
    assertThat(bench.say("\r")).isEqualTo("00I");
    assertThat(bench.say("DIS\r")).startsWith("00II1.00");
    // 60 mL/h for 60 s, three quarters of it.
    assertThat(bench.syringe.deliveredNl()).isBetween(740_000L, 760_000L);
  }

  /** The pump's code goes on counting: it knows nothing of the supply. */
  @Test
  void aMotorWithoutSupplyStandsAtOnceAndGoesOnWithIt() {
    Bench bench = new Bench();
    Fault pressed = Fault.parse("e-stop@20s+20s");
    bench.startDelivering();
    bench.pass(20);
    long delivered = bench.syringe.deliveredNl();
    bench.present.begins(pressed);
    bench.pass(20);
    assertThat(bench.say("\r")).isEqualTo("00I");
    assertThat(bench.syringe.deliveredNl()).isEqualTo(delivered);
    bench.present.ends(pressed);
    bench.pass(20);
    assertThat(bench.syringe.deliveredNl()).isBetween(2 * delivered - 400, 2 * delivered + 400);
  }

  private static final class Bench {

    final Syringe syringe = new Syringe(26_600, PumpModel.NE1000.microstepPm(), Line.USUAL);
    final PresentFaults present = new PresentFaults();
    private final FaultyMotor motor = new FaultyMotor(syringe, present, new SplittableRandom(1));
    private final FaultyPump pump;
    private final StandingFaults faults;
    private long nowNs = NS_PER_S;

    Bench(String... faults) {
      pump = new FaultyPump(new Ne1000(PumpModel.NE1000, motor, nowNs), present);
      this.faults =
          new StandingFaults(Arrays.stream(faults).map(FaultSpec::parse).toList(), present, nowNs);
    }

    void startDelivering() {
      say("\r");
      say("DIA 26.60\r");
      say("RAT 60 MH\r");
      assertThat(say("RUN\r")).isEqualTo("00I");
    }

    String say(String text) {
      byte[] reply = pump.step(text.getBytes(StandardCharsets.US_ASCII), nowNs);
      return new String(reply, StandardCharsets.US_ASCII)
          .replace("\u0002", "")
          .replace("\u0003", "");
    }

    void pass(long seconds) {
      for (long endNs = nowNs + seconds * NS_PER_S; nowNs < endNs; ) {
        nowNs += 1_000_000;
        faults.advance(syringe.everMoved(), nowNs);
        pump.step(new byte[0], nowNs);
      }
    }
  }
}

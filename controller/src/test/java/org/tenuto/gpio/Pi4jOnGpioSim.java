package org.tenuto.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tenuto.linux.SimulatedChip;

/** Our providers through Pi4J's own interface, found by itself as a plugin. */
class Pi4jOnGpioSim {

  private static final Duration LONG = Duration.ofMinutes(2);

  private final SimulatedChip chip;
  private final Context pi4j;

  Pi4jOnGpioSim() throws IOException {
    chip = new SimulatedChip(8);
    pi4j =
        Pi4J.newContextBuilder()
            .autoDetect()
            .disableShutdownHook()
            .property(LinesPlugin.CHIP_PROPERTY, chip.device().toString())
            .build();
  }

  @AfterEach
  void close() throws IOException {
    pi4j.shutdown();
    chip.close();
  }

  @Test
  void anOutputHasItsInitialLevelFromTheClaimOn() {
    DigitalOutput high = pi4j.create(output(2).initial(DigitalState.HIGH).build());
    assertThat(chip.isHigh(2)).isTrue();
    assertThat(high.state()).isEqualTo(DigitalState.HIGH);
    high.low();
    assertThat(chip.isHigh(2)).isFalse();
    high.toggle();
    assertThat(chip.isHigh(2)).isTrue();
    assertThat(high.isHigh()).isTrue();
  }

  @Test
  void anOutputHasItsShutdownLevelBeforeItIsGivenBack() {
    List<DigitalState> levels = new CopyOnWriteArrayList<>();
    var config = output(2).initial(DigitalState.HIGH).shutdown(DigitalState.LOW).build();
    pi4j.create(config).addListener(event -> levels.add(event.state()));
    chip.pull(2, true);
    pi4j.shutdown("line-2");
    assertThat(levels).containsExactly(DigitalState.LOW);
    assertThat(chip.isHigh(2)).as("what the board pulls").isTrue();
  }

  @Test
  void anOutputNeedsAnInitialLevel() {
    assertThatThrownBy(() -> pi4j.create(output(2).build()))
        .rootCause()
        .hasMessage("gpio " + chip.device() + " line 2: no initial level, expected HIGH or LOW");
    assertThat(chip.isHigh(2)).isFalse();
  }

  @Test
  void aLevelThatIsNoneIsRefused() {
    DigitalOutput output = pi4j.create(output(2).initial(DigitalState.LOW).build());
    assertThatThrownBy(() -> output.state(DigitalState.UNKNOWN))
        .hasMessage("gpio " + chip.device() + " line 2: level UNKNOWN, expected HIGH or LOW");
  }

  @Test
  void anOutputThatIsLostSaysSo() {
    DigitalOutput output = pi4j.create(output(2).initial(DigitalState.LOW).build());
    chip.remove();
    assertThatThrownBy(output::high).hasMessageContaining("lines [2]: lost (No such device)");
    assertThat(output.state()).isEqualTo(DigitalState.LOW);
  }

  @Test
  void aTakenLineIsNamedWithItsHolder() {
    pi4j.create(output(2).initial(DigitalState.LOW).build());
    assertThatThrownBy(() -> pi4j.create(input(2).build()))
        .rootCause()
        .hasMessage(
            "gpio "
                + chip.device()
                + " line 2 (pin-2): in use by \"tenuto line-2\", expected a free line");
  }

  @Test
  void aBusIsRefused() {
    assertThatThrownBy(
            () -> pi4j.create(output(2).initial(DigitalState.LOW).bus(1).build()))
        .rootCause()
        .hasMessage("gpio " + chip.device() + " line 2: bus 1, expected none");
  }

  @Test
  void anInputTellsItsListenersEveryChange() {
    chip.pull(3, true);
    DigitalInput input = pi4j.create(input(3).build());
    assertThat(input.state()).isEqualTo(DigitalState.HIGH);
    List<DigitalState> heard = new CopyOnWriteArrayList<>();
    input.addListener(event -> heard.add(event.state()));
    chip.pull(3, false);
    await().atMost(LONG).until(() -> heard.size() == 1);
    chip.pull(3, true);
    await().atMost(LONG).until(() -> heard.size() == 2);
    assertThat(heard).containsExactly(DigitalState.LOW, DigitalState.HIGH);
    assertThat(input.state()).isEqualTo(DigitalState.HIGH);
  }

  @Test
  void anInputIsPulled() {
    chip.pull(4, true);
    assertThat(pi4j.create(input(3).pull(PullResistance.PULL_UP).build()).isHigh()).isTrue();
    assertThat(pi4j.create(input(4).pull(PullResistance.PULL_DOWN).build()).isHigh()).isFalse();
  }

  /** Pi4J's own default is 10 ms; ours, when it is told so, is none. */
  @Test
  void aDebounceOfNoneIsNone() {
    DigitalInput atOnce = pi4j.create(input(3).debounce(0L).build());
    DigitalInput slow = pi4j.create(input(4).debounce(2_000_000_000L).build());
    chip.pull(4, true);
    chip.pull(3, true);
    await().atMost(LONG).until(atOnce::isHigh);
    assertThat(slow.isLow()).as("debounced for half an hour").isTrue();
  }

  @Test
  void aDebounceBeyondTheKernelsIsRefused() {
    assertThatThrownBy(() -> pi4j.create(input(4).debounce(3_000_000_000L).build()))
        .rootCause()
        .hasMessage(
            "gpio "
                + chip.device()
                + " line 4: debounce 3000000000 us, expected 0 to 2147483647");
  }

  @Test
  void anInputWhoseChipIsGoneTellsIt() {
    DigitalInput input = pi4j.create(input(3).build());
    List<DigitalState> heard = new CopyOnWriteArrayList<>();
    input.addListener(event -> heard.add(event.state()));
    chip.remove();
    await().atMost(LONG).until(() -> !heard.isEmpty());
    assertThat(heard).containsExactly(DigitalState.UNKNOWN);
    assertThat(input.state()).isEqualTo(DigitalState.UNKNOWN);
    assertThat(((LineInput) input).fault()).contains("lines [3]: the chip is gone");
  }

  /** What no exception handler is meant for: the watcher's thread dies of it, and that is told. */
  @Test
  void aWatcherThatDiesTellsIt() {
    DigitalInput input = pi4j.create(input(3).build());
    List<DigitalState> heard = new CopyOnWriteArrayList<>();
    input.addListener(
        event -> {
          heard.add(event.state());
          if (event.state() == DigitalState.HIGH) {
            throw new AssertionError("the listener of this test");
          }
        });
    chip.pull(3, true);
    await()
        .dontCatchUncaughtExceptions()
        .atMost(LONG)
        .until(() -> input.state() == DigitalState.UNKNOWN);
    assertThat(heard).containsExactly(DigitalState.HIGH, DigitalState.UNKNOWN);
    assertThat(((LineInput) input).fault()).endsWith("lines [3]: its watcher died");
  }

  /** Opened and closed again between two looks of the loop: still an opening. */
  @Test
  void aMomentOfAnOpenContactIsSeen() {
    Contact contact = Contact.normallyClosed(pi4j, "contact", 3, 0);
    DigitalInput input = pi4j.registry().get("contact");
    chip.pull(3, false);
    await().atMost(LONG).until(input::isLow);
    assertThat(contact.isOrWasActive()).as("closed").isFalse();
    chip.pull(3, true);
    await().atMost(LONG).until(input::isHigh);
    chip.pull(3, false);
    await().atMost(LONG).until(input::isLow);
    assertThat(contact.isOrWasActive()).as("was open").isTrue();
    assertThat(contact.isOrWasActive()).as("said once").isFalse();
  }

  /** The loop only counts its own cycles: it needs no clock to see that nobody watches. */
  @Test
  void aWatcherThatStandsStillIsAFault() throws InterruptedException {
    Contact contact = Contact.normallyClosed(pi4j, "contact", 3, 0);
    var stuck = new CountDownLatch(1);
    var free = new CountDownLatch(1);
    DigitalInput input = pi4j.registry().get("contact");
    input.addListener(
        event -> {
          stuck.countDown();
          awaitOrFail(free);
        });
    chip.pull(3, false);
    stuck.await();
    try {
      assertThat(contact.isFaulty()).isFalse();
      for (int cycle = 0; cycle < Stillness.LOOKS; cycle++) {
        contact.isFaulty();
      }
      assertThat(contact.isFaulty()).isTrue();
    } finally {
      free.countDown();
    }
    await().atMost(LONG).until(() -> !contact.isFaulty());
  }

  @Test
  void closingAnInputIsNoFaultAndFreesItsLine() {
    DigitalInput input = pi4j.create(input(3).build());
    List<DigitalState> heard = new CopyOnWriteArrayList<>();
    input.addListener(event -> heard.add(event.state()));
    input.close();
    assertThat(heard).isEmpty();
    assertThat(((LineInput) input).fault()).isNull();
    pi4j.create(output(3).initial(DigitalState.LOW).build());
  }

  private static void awaitOrFail(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private DigitalOutputConfigBuilder output(int line) {
    return DigitalOutput.newConfigBuilder(pi4j).id("line-" + line).bcm(line);
  }

  private DigitalInputConfigBuilder input(int line) {
    return DigitalInput.newConfigBuilder(pi4j).id("input-" + line).bcm(line).debounce(0L);
  }
}

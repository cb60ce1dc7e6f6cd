package org.tenuto.replay;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.CycleStatistics;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.NoPanel;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.OrderReview;
import org.tenuto.driver.newera.NewEraPump;
import org.tenuto.driver.newera.NewEraResolution;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.driver.stepper.StepperPump;
import org.tenuto.driver.stepper.StepperResolution;
import org.tenuto.pump.Pump;

/**
 * One boot of the executor once more: the same cycle and driver, told what is written down. As fast
 * as it can be computed; one thread.
 */
public final class Replay {

  private final TraceReader reader;
  private final ExecutorSetUp setUp;
  private @Nullable TracedCycle cycle;
  private @Nullable String difference;

  /**
   * Takes a recording.
   *
   * @param recording from its first byte on
   * @throws IllegalArgumentException in one line, if it does not begin as one of this version does
   */
  public Replay(byte[] recording) {
    reader = new TraceReader(recording);
    setUp = ExecutorSetUp.of(reader.bytes());
  }

  /** What that executor was made of. */
  public ExecutorSetUp setUp() {
    return setUp;
  }

  /**
   * Plays it to its end, or to the first difference.
   *
   * @param library the one of the recorded hash
   * @param events gets each event that is decided; may throw what it likes to end the replay
   */
  public void play(DrugLibrary library, Consumer<ExecutorEvent> events) {
    if (!library.hash().equals(setUp.boot().libraryHash())) {
      throw new IllegalArgumentException(
          "library " + library.hash() + ": expected " + setUp.boot().libraryHash());
    }
    var playback = new Playback(reader);
    TracedCycle played = assemble(playback, library, events);
    cycle = played;
    try {
      while (!playback.isOver()) {
        played.run(0);
      }
    } catch (DivergedException | IllegalArgumentException e) {
      difference = e.getMessage();
    }
  }

  private TracedCycle assemble(
      Playback playback, DrugLibrary library, Consumer<ExecutorEvent> events) {
    var ports =
        new ExecutorPorts(
            new SilentStation(events),
            new SilentPanel(setUp.panelPresent()),
            new NoPanel(), // what e-stop and buttons said is in the recording
            review(library),
            () -> 0,
            new CycleStatistics());
    return TracedExecutor.of(playback, setUp, pump(playback), ports);
  }

  private Pump pump(Playback playback) {
    StepperBuild build = setUp.build();
    return build == null
        ? new NewEraPump(new TracedLine(new SilentLine(), playback), setUp.model())
        : new StepperPump(new TracedMotor(new SilentMotor(), playback), build);
  }

  private OrderReview review(DrugLibrary library) {
    StepperBuild build = setUp.build();
    return new OrderReview(
        library,
        syringe ->
            build == null
                ? new NewEraResolution(setUp.model(), syringe.innerDiameterUm())
                : new StepperResolution(build, syringe.innerDiameterUm()));
  }

  /** Cycles played, skipped ones as well. */
  public long cycles() {
    TracedCycle played = cycle;
    return played == null ? 0 : played.cycles();
  }

  /** The first difference, in one line; null if there is none. */
  public @Nullable String difference() {
    return difference;
  }
}

package org.tenuto.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tenuto.simulator.boundary.FaultyMotor;
import org.tenuto.simulator.boundary.FaultyPump;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultSpec;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.fault.StandingFaults;
import org.tenuto.simulator.firmware.Ne1000;
import org.tenuto.simulator.firmware.PumpModel;
import org.tenuto.simulator.pty.HardwareTime;
import org.tenuto.simulator.pty.PseudoTerminal;
import org.tenuto.simulator.pty.PtyLink;
import org.tenuto.simulator.world.Line;
import org.tenuto.simulator.world.Syringe;

/** One simulated pump on a serial line, in real time. {@link #run} owns the calling thread. */
final class Simulator implements AutoCloseable {

  /**
   * What the simulator is made of.
   *
   * @param model which pump it is
   * @param pty where the link to the serial line goes
   * @param truth where the physical truth is appended, or null
   * @param barrelDiameterUm true inner diameter of the loaded syringe, µm
   * @param faults what goes wrong, and when
   */
  record Setup(
      PumpModel model,
      Path pty,
      @Nullable Path truth,
      long barrelDiameterUm,
      List<FaultSpec> faults) {}

  /** How long one that is told to end is given to come to rest: twice the pump's own watchdog. */
  private static final long COME_TO_REST_NS = 2_000_000_000;

  private static final int WAIT_MS = 1;
  private static final byte[] NOTHING = {};
  private static final int REHEARSAL_ROUNDS = 250;
  private static final String[] REHEARSAL = {
    "\r", "RAT 52.50 MH\r", "RAT\r", "VOL 35.00\r", "RUN\r", "DIS\r", "STP\r", "STP\r"
  };

  private final Path pty;
  private final @Nullable TruthFile truth;
  private final Syringe syringe;
  private final PresentFaults present = new PresentFaults();
  private final StandingFaults faults;
  private final FaultyPump pump;
  private PseudoTerminal terminal;
  private PtyLink link;
  private boolean connected = true;
  private volatile boolean stopping;
  private volatile long stoppingSinceNs;

  Simulator(Setup setup) throws IOException {
    terminal = PseudoTerminal.open();
    PumpModel model = setup.model();
    rehearse(model, terminal);
    long nowNs = System.nanoTime();
    syringe = new Syringe(setup.barrelDiameterUm(), model.microstepPm(), Line.USUAL);
    pump = pump(model, syringe, present, nowNs);
    faults = new StandingFaults(setup.faults(), present, nowNs);
    Path truthPath = setup.truth();
    truth = truthPath == null ? null : new TruthFile(truthPath, nowNs);
    pty = setup.pty();
    link = PtyLink.make(pty, terminal.slavePath());
  }

  /** None of the faults that can be asked for here is random. */
  private static FaultyPump pump(
      PumpModel model, Syringe syringe, PresentFaults present, long nowNs) {
    FaultyMotor motor = new FaultyMotor(syringe, present, new SplittableRandom(0));
    return new FaultyPump(new Ne1000(model, motor, nowNs), present);
  }

  Path slavePath() {
    return terminal.slavePath();
  }

  /**
   * Runs until {@link #stop} and the motor rests, for Ctrl-C ends it together with whoever has to
   * stop the pump; the truth's last line is the state at the end. In time like hardware, where the
   * kernel permits it.
   */
  void run() throws IOException {
    HardwareTime.enter();
    while (!mayEnd()) {
      byte[] in = hear();
      long nowNs = System.nanoTime();
      faults.advance(syringe.everMoved(), nowNs);
      byte[] out = pump.step(in, nowNs);
      if (connected && out.length > 0) {
        terminal.write(out);
      }
      if (connected && lineCut()) {
        cut();
      } else if (!connected && !lineCut()) {
        reconnect();
      }
      if (truth != null) {
        truth.note(syringe, nowNs);
      }
    }
    long endNs = System.nanoTime();
    pump.step(NOTHING, endNs);
    if (truth != null) {
      truth.write(syringe, endNs);
    }
  }

  private boolean lineCut() {
    return present.has(FaultKind.SERIAL_CUT);
  }

  private boolean mayEnd() {
    return stopping
        && (!syringe.moving() || System.nanoTime() - stoppingSinceNs >= COME_TO_REST_NS);
  }

  /** Asks {@link #run} to end; any thread. */
  void stop() {
    if (!stopping) {
      stoppingSinceNs = System.nanoTime();
      stopping = true;
    }
  }

  @Override
  public void close() throws IOException {
    cut();
    if (truth != null) {
      truth.close();
    }
  }

  /**
   * Lets a scratch pump have the first, slow turns of a cold JVM, so that no client gets them: real
   * ones wait a few milliseconds for a reply, not ten.
   */
  private static void rehearse(PumpModel model, PseudoTerminal terminal) throws IOException {
    Syringe scratch = new Syringe(26_600, model.microstepPm(), Line.USUAL);
    FaultyPump pump = pump(model, scratch, new PresentFaults(), 0);
    for (int turn = 0; turn < REHEARSAL.length * REHEARSAL_ROUNDS; turn++) {
      String command = REHEARSAL[turn % REHEARSAL.length];
      pump.step(command.getBytes(StandardCharsets.US_ASCII), turn * 1_000_000L);
      terminal.read(0);
    }
  }

  private byte[] hear() throws IOException {
    if (connected) {
      return terminal.read(WAIT_MS);
    }
    LockSupport.parkNanos(WAIT_MS * 1_000_000L);
    return NOTHING;
  }

  private void reconnect() throws IOException {
    terminal = PseudoTerminal.open();
    link = PtyLink.make(pty, terminal.slavePath());
    connected = true;
  }

  /** The link goes first: the number of a closed terminal may soon be somebody else's. */
  private void cut() throws IOException {
    connected = false;
    link.close();
    terminal.close();
  }
}

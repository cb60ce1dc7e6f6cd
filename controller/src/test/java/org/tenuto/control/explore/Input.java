package org.tenuto.control.explore;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tenuto.control.StationCommand;
import org.tenuto.control.explore.AnyPump.Sensors;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.ReadBack;
import org.tenuto.pump.PumpFault;

/** One thing that can happen to the executor. Each ends with a cycle. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state, which no type can say
enum Input {
  NOTHING(World::run),
  PUMP_CONFIRMS(
      world -> {
        world.pump().confirm(world.nowNs());
        world.run();
      }),
  SECONDS_PASS(world -> world.pass(3 * World.S)),
  A_MINUTE_PASSES(world -> world.pass(61 * World.S)),
  LOOP_SLEEPS_200_MS(world -> world.sleep(200 * World.MS)),
  LOOP_SLEEPS_5_S(world -> world.sleep(5 * World.S)),

  PROPOSE(world -> world.propose(World.goodOrder())),
  PROPOSE_AND_DO_NOT_WAIT(
      world -> world.beginProposal(World.goodOrder()), world -> !world.proposalIsOpen()),
  ORDER_IS_READ_BACK(World::awaitProposal, World::proposalIsOpen),
  PROPOSE_REFUSED(world -> world.propose(World.badOrder())),
  PROPOSE_MORE(world -> world.proposeChange(world.phase(), 110)),
  PROPOSE_LESS(world -> world.proposeChange(world.phase(), 60)),
  PROPOSE_FAR_TOO_MUCH(world -> world.proposeChange(world.phase(), 100_000)),
  PROPOSE_CHANGE_OF_ANOTHER_PHASE(world -> world.proposeChange(world.phase() + 1, 110)),
  START(world -> start(world, world.nowNs())),
  START_LATE(world -> start(world, world.nowNs() - 3 * World.S)),
  START_FROM_THE_FUTURE(world -> start(world, world.nowNs() + 10 * World.S)),
  START_OF_OTHER_FIGURES(
      world ->
          send(
              world,
              world.nowNs(),
              header -> new StationCommand.Start(header, nonce(world), "0".repeat(64)))),
  START_NOT_ON_RECORD(
      world ->
          send(
              world,
              world.nowNs(),
              h -> new StationCommand.Start(unrecorded(h), nonce(world), hash(world)))),
  RESUME(world -> resume(world, orderNonce(world))),
  RESUME_OF_ANOTHER(world -> resume(world, orderNonce(world) + 1)),
  RESET(world -> send(world, world.nowNs(), StationCommand.ResetFault::new)),
  ACKNOWLEDGE(world -> send(world, world.nowNs(), StationCommand.AcknowledgeAlarms::new)),
  STOP(
      world -> {
        world.station().pressStop();
        world.run();
      }),
  PAUSE(
      world -> {
        world.station().pressPause();
        world.run();
      }),
  START_AND_STOP(
      world -> {
        world.station().pressStop();
        start(world, world.nowNs());
      }),
  RESUME_AND_STOP(
      world -> {
        world.station().pressStop();
        resume(world, orderNonce(world));
      }),
  RESUME_AND_PAUSE(
      world -> {
        world.station().pressPause();
        resume(world, orderNonce(world));
      }),

  E_STOP_IS_OPEN_FOR_A_CYCLE(world -> duringEStop(world, World::run)),
  START_AND_E_STOP(world -> duringEStop(world, w -> start(w, w.nowNs()))),
  RESUME_AND_E_STOP(world -> duringEStop(world, w -> resume(w, orderNonce(w)))),
  START_PRIMING_AND_E_STOP(world -> duringEStop(world, w -> prime(w, w.nowNs(), true))),
  PANEL_IS_LOST_FOR_A_CYCLE(
      world -> {
        world.inputs().setFaulty(true);
        world.run();
        world.inputs().setFaulty(false);
      }),
  STOP_BUTTON(
      world -> {
        world.inputs().pressStop();
        world.run();
      }),
  START_AND_STOP_BUTTON(
      world -> {
        world.inputs().pressStop();
        start(world, world.nowNs());
      }),

  ASK_TO_PRIME(world -> world.askToPrime(1_000_000)),
  ASK_TO_PRIME_TOO_MUCH(world -> world.askToPrime(2_000_001)),
  START_PRIMING(world -> prime(world, world.nowNs(), true)),
  START_PRIMING_LATE(world -> prime(world, world.nowNs() - 3 * World.S, true)),
  START_PRIMING_STILL_CONNECTED(world -> prime(world, world.nowNs(), false)),
  START_PRIMING_OF_OTHER_FIGURES(
      world ->
          send(
              world,
              world.nowNs(),
              h -> new StationCommand.StartPriming(h, primingNonce(world), "0".repeat(64), true))),
  START_PRIMING_NOT_ON_RECORD(
      world ->
          send(
              world,
              world.nowNs(),
              h ->
                  new StationCommand.StartPriming(
                      unrecorded(h), primingNonce(world), primingHash(world), true))),
  START_PRIMING_AND_STOP(
      world -> {
        world.station().pressStop();
        prime(world, world.nowNs(), true);
      }),
  START_PRIMING_AND_PAUSE(
      world -> {
        world.station().pressPause();
        prime(world, world.nowNs(), true);
      }),

  STATION_FALLS_SILENT(
      world -> {
        world.station().setAlive(false);
        world.run();
      },
      world -> world.station().alive()),
  STATION_IS_BACK(
      world -> {
        world.station().setAlive(true);
        world.run();
      },
      world -> !world.station().alive()),
  PAGE_IS_GONE(
      world -> {
        world.station().setWatched(false);
        world.run();
      },
      world -> world.station().watched()),
  PAGE_IS_BACK(
      world -> {
        world.station().setWatched(true);
        world.run();
      },
      world -> !world.station().watched()),
  RING_IS_FULL(
      world -> {
        world.station().setFull(true);
        world.run();
      },
      world -> !world.station().full()),
  RING_IS_READ(
      world -> {
        world.station().setFull(false);
        world.run();
      },
      world -> world.station().full()),

  PUMP_LINE_LOST(PumpFault.LINE_LOST),
  PUMP_SILENT(PumpFault.SILENT),
  PUMP_STOP_UNCONFIRMED(PumpFault.STOP_UNCONFIRMED),
  PUMP_START_UNCONFIRMED(PumpFault.START_UNCONFIRMED),
  PUMP_READS_BACK_OTHERWISE(PumpFault.READ_BACK_MISMATCH),
  PUMP_REFUSES(PumpFault.REFUSED),
  PUMP_STALLS(PumpFault.STALLED),
  PUMP_RESETS(PumpFault.RESET),
  PUMP_WATCHDOG(PumpFault.WATCHDOG),
  PUMP_PROGRAM_ERROR(PumpFault.PROGRAM_ERROR),
  PUMP_MOVES_BY_ITSELF(PumpFault.MOTION_WITHOUT_COMMAND),

  AIR_COMES(
      world -> {
        world.pump().sense(Sensors.AIR);
        world.run();
      },
      world -> world.pump().sensors().isFine()),
  AIR_IS_GONE(
      world -> {
        world.pump().sense(Sensors.FINE);
        world.run();
      },
      world -> !world.pump().sensors().isFine()),
  PRESSURE_PEAKS(Sensors.PRESSURE),
  PLUNGER_SLIPS(Sensors.LOOSE),
  SENSORS_MISS_A_READING(Sensors.SILENT);

  private final Consumer<World> happen;
  private final Predicate<World> possible;

  Input(Consumer<World> happen) {
    this(happen, world -> true);
  }

  Input(Consumer<World> happen, Predicate<World> possible) {
    this.happen = happen;
    this.possible = possible;
  }

  Input(PumpFault fault) {
    this(
        world -> {
          world.pump().fail(fault);
          world.run();
        },
        world -> world.pump().canFail(fault));
  }

  /** For one cycle. */
  Input(Sensors sensors) {
    this(
        world -> {
          world.pump().sense(sensors);
          world.run();
          world.pump().sense(Sensors.FINE);
        },
        world -> world.pump().sensors().isFine());
  }

  boolean possibleIn(World world) {
    return possible.test(world);
  }

  void happenTo(World world) {
    happen.accept(world);
  }

  private static void duringEStop(World world, Consumer<World> cycle) {
    world.inputs().setEStop(true);
    cycle.accept(world);
    world.inputs().setEStop(false);
  }

  private static void start(World world, long decidedNs) {
    send(
        world,
        decidedNs,
        header -> new StationCommand.Start(header, nonce(world), hash(world)));
  }

  private static StationCommand.Header unrecorded(StationCommand.Header h) {
    return new StationCommand.Header(
        h.executorBootId(), h.stationBootId(), h.seq(), 0, h.expiresAtNs());
  }

  private static void prime(World world, long decidedNs, boolean notConnected) {
    send(
        world,
        decidedNs,
        h ->
            new StationCommand.StartPriming(
                h, primingNonce(world), primingHash(world), notConnected));
  }

  private static long primingNonce(World world) {
    PrimingReadBack shown = world.station().primingShown();
    return shown == null ? 1 : shown.nonce();
  }

  private static String primingHash(World world) {
    PrimingReadBack shown = world.station().primingShown();
    return shown == null ? "0".repeat(64) : shown.hash();
  }

  private static void resume(World world, long nonce) {
    send(world, world.nowNs(), header -> new StationCommand.Resume(header, nonce));
  }

  private static void send(
      World world,
      long decidedNs,
      Function<StationCommand.Header, StationCommand> command) {
    world.station().send(decidedNs, command);
    world.run();
  }

  private static long orderNonce(World world) {
    return world.snapshot().orderNonce;
  }

  private static long nonce(World world) {
    ReadBack shown = world.shown();
    return shown == null ? 1 : shown.nonce();
  }

  private static String hash(World world) {
    ReadBack shown = world.shown();
    return shown == null ? "0".repeat(64) : shown.hash();
  }
}

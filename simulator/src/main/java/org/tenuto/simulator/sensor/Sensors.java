package org.tenuto.simulator.sensor;

import org.tenuto.pump.PumpReading;
import org.tenuto.simulator.world.Sensed;

/** Every sensor of one pump. Each can be made to fail by itself. One thread. */
public final class Sensors {

  private final Sensed world;
  private final Gauge pressure;
  private final Gauge air;
  private final Gauge encoder;
  private final PlungerSwitch plunger = new PlungerSwitch();

  private Sensors(Sensed world, Gauge pressure, Gauge air, Gauge encoder) {
    this.world = world;
    this.pressure = pressure;
    this.air = air;
    this.encoder = encoder;
  }

  /**
   * Sensors as they are.
   *
   * @param world what they look at
   * @param seed of all their noise
   * @param startNs when they begin to look, monotonic ns
   */
  public static Sensors usual(Sensed world, long seed, long startNs) {
    return withPressure(world, GaugeSpec.usual(GaugeKind.PRESSURE), seed, startNs);
  }

  /** The same with another pressure sensor. */
  public static Sensors withPressure(Sensed world, GaugeSpec pressure, long seed, long startNs) {
    return new Sensors(
        world,
        new Gauge(pressure, seed, startNs),
        new Gauge(GaugeSpec.usual(GaugeKind.AIR), seed + 1, startNs),
        new Gauge(GaugeSpec.usual(GaugeKind.ENCODER), seed + 2, startNs));
  }

  /** Sensors that show the truth every millisecond. */
  public static Sensors exact(Sensed world, long startNs) {
    return new Sensors(
        world,
        new Gauge(GaugeSpec.exact(GaugeKind.PRESSURE), 0, startNs),
        new Gauge(GaugeSpec.exact(GaugeKind.AIR), 0, startNs),
        new Gauge(GaugeSpec.exact(GaugeKind.ENCODER), 0, startNs));
  }

  /** Lets those look whose time it is. Once a cycle. */
  public void look(long nowNs) {
    pressure.look((double) world.pressurePa(), nowNs);
    air.look(world.airAtSensorNl(), nowNs);
    plunger.look(world.plungerSeated(), nowNs);
    encoder.look(world.pusherMm(), nowNs);
  }

  /** Writes into a pump's reading what they last showed; as old as the oldest of them. */
  void tell(PumpReading reading) {
    reading.pressureKnown = pressure.everRead();
    reading.pressurePa = Math.round(pressure.reading());
    reading.airKnown = air.everRead();
    reading.airNl = Math.round(air.reading());
    reading.plungerKnown = plunger.everRead();
    reading.plungerSeated = plunger.seated();
    reading.sensorsNs = Math.min(Math.min(pressure.readNs(), air.readNs()), plunger.readNs());
  }

  /** Silences all of them. */
  public void silence() {
    pressure.silence();
    air.silence();
    plunger.silence();
    encoder.silence();
  }

  /** Line pressure, Pa. */
  public Gauge pressure() {
    return pressure;
  }

  /** Air in line, nL. */
  public Gauge air() {
    return air;
  }

  /** Whether the pusher holds the plunger. */
  public PlungerSwitch plunger() {
    return plunger;
  }

  /** Travel of the pusher, mm. */
  public Gauge encoder() {
    return encoder;
  }
}

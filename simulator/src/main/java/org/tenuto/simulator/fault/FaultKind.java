package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Boundary.BROKER;
import static org.tenuto.simulator.fault.Boundary.CLOCK;
import static org.tenuto.simulator.fault.Boundary.DISK;
import static org.tenuto.simulator.fault.Boundary.LINES;
import static org.tenuto.simulator.fault.Boundary.MOTOR;
import static org.tenuto.simulator.fault.Boundary.PANEL;
import static org.tenuto.simulator.fault.Boundary.PEOPLE;
import static org.tenuto.simulator.fault.Boundary.PROCESS;
import static org.tenuto.simulator.fault.Boundary.PUMP;
import static org.tenuto.simulator.fault.Boundary.SENSOR;
import static org.tenuto.simulator.fault.Boundary.SERIAL;
import static org.tenuto.simulator.fault.Boundary.WORLD;
import static org.tenuto.simulator.fault.Span.AT_ONCE;
import static org.tenuto.simulator.fault.Span.LASTING;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong: where, whether at once or for a while, how much of what, and what it means. Of
 * several of one kind at a time the strongest counts.
 */
public enum FaultKind {
  SERIAL_LOSS(SERIAL, LASTING, SizeUnit.PER_MILLE, "so many bytes vanish, either way"),
  SERIAL_DOUBLING(SERIAL, LASTING, SizeUnit.PER_MILLE, "so many bytes come twice, either way"),
  SERIAL_DELAY(SERIAL, LASTING, SizeUnit.MS, "every byte comes later by so much, in order"),
  SERIAL_DAMAGE(SERIAL, LASTING, SizeUnit.PER_MILLE, "one bit of so many bytes is turned over"),
  SERIAL_STUCK(SERIAL, LASTING, SizeUnit.NONE, "nothing passes; what waits goes on afterwards"),
  SERIAL_CUT(SERIAL, LASTING, SizeUnit.NONE, "the cable is out; then it is a new line"),

  PUMP_RESET(PUMP, AT_ONCE, SizeUnit.NONE, "the pump's power blinks"),
  PUMP_OFF(PUMP, LASTING, SizeUnit.NONE, "the pump has no power, then starts anew"),
  PUMP_MUTE(PUMP, LASTING, SizeUnit.NONE, "the pump hears and does not reply"),
  PUMP_DEAF(PUMP, LASTING, SizeUnit.NONE, "the pump neither hears nor replies"),

  MOTOR_STALL(MOTOR, LASTING, SizeUnit.NONE, "the rotor is blocked, and the pump notices"),
  MOTOR_SLIP(MOTOR, LASTING, SizeUnit.PER_MILLE, "so many microsteps are lost, unnoticed"),

  WALL_STEP(CLOCK, AT_ONCE, SizeUnit.STEP_MS, "the wall clock is set"),
  WALL_DRIFT(CLOCK, LASTING, SizeUnit.PPM, "the wall clock runs fast or slow"),
  EXECUTOR_STALL(CLOCK, LASTING, SizeUnit.NONE, "the control loop gets no turn"),
  STATION_STALL(CLOCK, LASTING, SizeUnit.NONE, "the station gets no turn"),

  DISK_FULL(DISK, LASTING, SizeUnit.NONE, "nothing more can be written"),
  DISK_SLOW(DISK, LASTING, SizeUnit.MS, "every write takes so long"),
  DISK_DEATH(DISK, AT_ONCE, SizeUnit.NONE, "the station dies in its next write: all or nothing"),
  DISK_TORN(DISK, AT_ONCE, SizeUnit.NONE, "the station dies in its next write, half of it stays"),
  DISK_FSYNC(DISK, LASTING, SizeUnit.NONE, "the disk takes writes and fails to keep them"),
  DISK_READ_ONLY(DISK, LASTING, SizeUnit.NONE, "the disk was remounted read-only"),

  BROKER_DOWN(BROKER, LASTING, SizeUnit.NONE, "nobody listens at the broker's address"),
  BROKER_SLOW(BROKER, LASTING, SizeUnit.MS, "acknowledgements come later by so much"),
  BROKER_UNACKNOWLEDGING(BROKER, LASTING, SizeUnit.NONE, "messages are taken, never acknowledged"),
  BROKER_HANGUP(BROKER, LASTING, SizeUnit.MESSAGES, "disconnects after so many messages"),
  BROKER_REFUSAL(BROKER, LASTING, SizeUnit.REASON_CODE, "refuses messages with this reason"),

  EXECUTOR_KILLED(PROCESS, LASTING, SizeUnit.NONE, "the executor dies, and is away so long"),
  STATION_KILLED(PROCESS, LASTING, SizeUnit.NONE, "the station dies, and is away so long"),
  BOARD_OFF(PROCESS, LASTING, SizeUnit.NONE, "the board has no power; the pump has its own"),

  SENSOR_STUCK(SENSOR, LASTING, SizeUnit.NONE, "every sensor repeats its last figure"),
  SENSOR_DRIFT(SENSOR, LASTING, SizeUnit.PA_A_MINUTE, "the pressure shown wanders off"),
  SENSOR_SILENT(SENSOR, LASTING, SizeUnit.NONE, "no sensor tells anything"),
  SENSOR_NOISE(SENSOR, LASTING, SizeUnit.PA, "the pressure shown is off by up to so much"),

  OCCLUSION(WORLD, LASTING, SizeUnit.NONE, "the line is closed; its end is the release"),
  HEIGHT_STEP(WORLD, AT_ONCE, SizeUnit.MM, "the pump is put higher, or lower"),
  AIR(WORLD, AT_ONCE, SizeUnit.NL, "a bubble of this volume is in the line"),
  LOOSE_PLUNGER(WORLD, LASTING, SizeUnit.NONE, "the pusher does not hold the plunger"),
  WRONG_BRAND(WORLD, AT_ONCE, SizeUnit.UM, "the barrel loaded next is not as wide as ordered"),

  KEY_BOUNCE(PEOPLE, AT_ONCE, SizeUnit.PRESSES, "the next command comes so many times"),
  KEY_DISORDER(PEOPLE, AT_ONCE, SizeUnit.NONE, "the next two commands come in the other order"),
  DOUBLE_START(PEOPLE, AT_ONCE, SizeUnit.NONE, "somebody presses Start again"),
  KEY_STOP(PEOPLE, AT_ONCE, SizeUnit.NONE, "somebody presses Stop"),
  KEY_PAUSE(PEOPLE, AT_ONCE, SizeUnit.NONE, "somebody presses Pause"),
  KEY_RESUME(PEOPLE, AT_ONCE, SizeUnit.NONE, "somebody presses Resume"),
  PAGE_CLOSED(PEOPLE, LASTING, SizeUnit.NONE, "no page shows the device"),
  AUDIO_PAUSE(PEOPLE, AT_ONCE, SizeUnit.NONE, "somebody pauses the sound of this alarm or the next"),
  DOSE_CHANGE(PEOPLE, AT_ONCE, SizeUnit.STEP_PER_MILLE, "somebody changes the running dose"),

  E_STOP(PANEL, LASTING, SizeUnit.NONE, "the e-stop is hit: the motor has no supply; then released"),
  E_STOP_WIRE(PANEL, LASTING, SizeUnit.NONE, "the wire that tells of the e-stop is broken"),
  PANEL_LOST(PANEL, LASTING, SizeUnit.NONE, "the board can't read its e-stop and buttons"),
  PANEL_STOP(PANEL, AT_ONCE, SizeUnit.NONE, "somebody presses Stop at the device"),
  PANEL_START(PANEL, AT_ONCE, SizeUnit.NONE, "somebody presses Start at the device"),

  ENCODER_STUCK(LINES, LASTING, SizeUnit.NONE, "the stepper's encoder shows no travel"),
  END_STOP(LINES, LASTING, SizeUnit.NONE, "the switch at the stepper's forward end is pressed"),
  LINES_LOST(LINES, LASTING, SizeUnit.NONE, "the stepper's lines are gone, until a new start");

  private final Boundary boundary;
  private final Span span;
  private final SizeUnit unit;
  private final String meaning;

  FaultKind(Boundary boundary, Span span, SizeUnit unit, String meaning) {
    this.boundary = boundary;
    this.span = span;
    this.unit = unit;
    this.meaning = meaning;
  }

  public Boundary boundary() {
    return boundary;
  }

  /** Whether it is over at once. */
  public Span span() {
    return span;
  }

  /** What its size is counted in, and between what. */
  public SizeUnit unit() {
    return unit;
  }

  /** What happens, a few words. */
  public String meaning() {
    return meaning;
  }

  /** Its name in scripts, e.g. {@code serial-loss}: stays as it is, or old scripts are lost. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable FaultKind of(String text) {
    for (FaultKind kind : values()) {
      if (kind.text().equals(text)) {
        return kind;
      }
    }
    return null;
  }

  static String all() {
    return Arrays.stream(values()).map(FaultKind::text).collect(Collectors.joining(", "));
  }
}

package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Allowance.anyOf;
import static org.tenuto.simulator.fault.Allowance.upTo;

/**
 * What may go wrong with where the record lies.
 *
 * <p>After the first failed write the station stops the delivery and takes no more commands until
 * it is started again; staff are told.
 *
 * @param full no room; mild: once, and it ends
 * @param slow slow writes; mild: less than the 1 s between two records, whatever comes at once
 * @param death dies in a write, which is there or not; mild: once, and another station recovers
 * @param torn a damaged end; mild: never, for no station goes on with such a record
 * @param fsync writes that are not kept; mild: once, and it ends
 * @param readOnly nothing can be written; mild: once, and it ends
 */
public record DiskFaults(
    Allowance full,
    Allowance slow,
    Allowance death,
    Allowance torn,
    Allowance fsync,
    Allowance readOnly)
    implements BoundaryFaults {

  /** Nothing. */
  public static DiskFaults none() {
    return new DiskFaults(
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE);
  }

  /** What an order may outlive, or end of with a stated reason. */
  public static DiskFaults survivable() {
    return new DiskFaults(
        upTo(1).lastingMs(100, 30_000),
        upTo(3).lastingMs(100, 10_000).of(1, 300),
        upTo(1),
        Allowance.NONE,
        upTo(1).lastingMs(10, 5_000),
        upTo(1).lastingMs(100, 30_000));
  }

  /** Everything there is: only what must never happen can be asked of such a session. */
  public static DiskFaults unlimited() {
    return new DiskFaults(
        anyOf(FaultKind.DISK_FULL, 2),
        anyOf(FaultKind.DISK_SLOW, 5),
        anyOf(FaultKind.DISK_DEATH, 3),
        anyOf(FaultKind.DISK_TORN, 1),
        anyOf(FaultKind.DISK_FSYNC, 2),
        anyOf(FaultKind.DISK_READ_ONLY, 2));
  }

  @Override
  public void drawInto(FaultDraw draw) {
    draw.some(FaultKind.DISK_FULL, full);
    draw.some(FaultKind.DISK_SLOW, slow);
    draw.some(FaultKind.DISK_DEATH, death);
    draw.some(FaultKind.DISK_TORN, torn);
    draw.some(FaultKind.DISK_FSYNC, fsync);
    draw.some(FaultKind.DISK_READ_ONLY, readOnly);
  }
}

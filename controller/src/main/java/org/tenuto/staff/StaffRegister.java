package org.tenuto.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who works at this device, in the order they were entered. Immutable.
 *
 * @param members no two with the same id, whatever its case
 */
public record StaffRegister(List<StaffMember> members) {

  /** Nobody yet. */
  public static final StaffRegister EMPTY = new StaffRegister(List.of());

  /** More than any site of this device has. */
  public static final int MOST = 200;

  public StaffRegister {
    members = List.copyOf(members);
  }

  /** Whoever has that id, whatever its case; null if nobody. */
  public @Nullable StaffMember find(String id) {
    String wanted = key(id);
    return members.stream().filter(m -> key(m.id()).equals(wanted)).findFirst().orElse(null);
  }

  /** Ids that differ only in case are one person's. */
  static String key(String id) {
    return id.strip().toLowerCase(Locale.ROOT);
  }

  /** With one more, or in place of whoever had that id. */
  StaffRegister with(StaffMember member) {
    List<StaffMember> all = new ArrayList<>(members);
    StaffMember before = find(member.id());
    if (before == null) {
      all.add(member);
    } else {
      all.set(all.indexOf(before), member);
    }
    return new StaffRegister(all);
  }

  /** Without whoever has that id. */
  StaffRegister without(String id) {
    return new StaffRegister(
        members.stream().filter(m -> !key(m.id()).equals(key(id))).toList());
  }

  /** What it costs to try the PIN of the costliest of them, iterations. */
  int iterations() {
    return members.stream()
        .mapToInt(m -> m.pin().iterations())
        .max()
        .orElse(PinHash.FEWEST_ITERATIONS);
  }
}

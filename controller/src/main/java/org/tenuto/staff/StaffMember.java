package org.tenuto.staff;

import java.util.regex.Pattern;

/**
 * Somebody who works at this device.
 *
 * @param id as it is on record, e.g. {@code rn-1}: 1 to 32 letters, digits, dots, underscores and
 *     dashes
 * @param name as the page shows it, 1 to 40 characters
 * @param role what they may do
 * @param pin what is kept of their PIN
 */
public record StaffMember(String id, String name, Role role, PinHash pin) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");
  private static final int LONGEST_NAME = 40;

  /** Whether it has the form of an id. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** Whether it can be shown as somebody's name. */
  public static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.chars().noneMatch(Character::isISOControl);
  }

  /** Never with what is kept of the PIN. */
  @Override
  public String toString() {
    return id + ", " + name + ", " + role.word();
  }
}

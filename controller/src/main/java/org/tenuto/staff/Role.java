package org.tenuto.staff;

import org.jspecify.annotations.Nullable;

/** What somebody is at this device. The table of who may do what is ours. */
public enum Role {
  /** Prescribes. */
  ANESTHETIST("anesthetist"),

  /** Carries out what was prescribed, and checks it. */
  NURSE("nurse"),

  /** Looks after the device, never after a patient. */
  TECHNICIAN("technician");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** As it is written in the register and on the page. */
  public String word() {
    return word;
  }

  /** Whether that is among what this role does. */
  public boolean may(Duty duty) {
    return switch (this) {
      case ANESTHETIST -> true;
      case NURSE ->
          duty != Duty.ORDER && duty != Duty.OVERRIDE && duty != Duty.PRESCRIBE;
      case TECHNICIAN ->
          duty == Duty.PRIME || duty == Duty.RESET || duty == Duty.ACKNOWLEDGE;
    };
  }

  /** The role of that word; null if there is none. */
  public static @Nullable Role of(String word) {
    for (Role role : values()) {
      if (role.word.equals(word)) {
        return role;
      }
    }
    return null;
  }
}

package org.tenuto.simulator.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.tenuto.staff.PinHash;
import org.tenuto.staff.Role;
import org.tenuto.staff.StaffFile;
import org.tenuto.staff.StaffMember;
import org.tenuto.staff.StaffRegister;

/**
 * Who works at the demo's device. Their PINs are known to everybody: the demo is never connected to
 * anything.
 *
 * @param id on record
 * @param role anesthetist, nurse or technician
 */
public record DemoStaff(String id, String name, String role, String pin) {

  /** Orders. */
  public static final DemoStaff ANESTHETIST =
      new DemoStaff("an-1", "Ada Nkemelu", "anesthetist", "271828");

  /** Carries out, and checks as the second person. */
  public static final DemoStaff NURSE = new DemoStaff("rn-1", "Rosa Nunez", "nurse", "314159");

  /** Another one. */
  public static final DemoStaff OTHER_NURSE = new DemoStaff("rn-2", "Ravi Nair", "nurse", "161803");

  /** Looks after the device. */
  public static final DemoStaff TECHNICIAN =
      new DemoStaff("tech-1", "Tom Chen", "technician", "141421");

  private static final List<DemoStaff> ALL =
      List.of(ANESTHETIST, NURSE, OTHER_NURSE, TECHNICIAN);

  /**
   * Makes their register.
   *
   * @param register a file; what was there before is replaced
   */
  public static void enter(Path register) throws IOException {
    SecureRandom random = new SecureRandom();
    List<StaffMember> members = new ArrayList<>();
    for (DemoStaff one : ALL) {
      Role role = requireNonNull(Role.of(one.role));
      members.add(new StaffMember(one.id, one.name, role, PinHash.of(one.pin, random)));
    }
    StaffFile.write(register, new StaffRegister(members));
  }

  /** For the demo's banner: who and with which PIN. */
  static String words() {
    StringBuilder words = new StringBuilder();
    for (DemoStaff one : ALL) {
      words.append(words.isEmpty() ? "" : ", ");
      words.append(one.role).append(' ').append(one.id).append(" PIN ").append(one.pin);
    }
    return words.toString();
  }
}

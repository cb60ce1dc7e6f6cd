package org.tenuto.web;

import org.tenuto.staff.Pin;
import org.tenuto.staff.StaffMember;

/**
 * Who somebody says they are, and the PIN that is to show it, in their forms; not tried yet.
 *
 * @param staffId 1 to 32 letters, digits, dots, underscores and dashes
 * @param pin 6 to 10 digits
 */
record Credentials(String staffId, String pin) {

  /**
   * Reads them from a body's fields.
   *
   * @param idField name of the field that has the id; the PIN is in {@code pin}
   * @throws RequestRefused 400, naming the field
   */
  static Credentials read(JsonFields sent, String idField) {
    String id = sent.text(idField).strip();
    if (!StaffMember.isId(id)) {
      throw RequestRefused.field(
          idField,
          "NOT_AN_ID",
          idField + ": expected 1 to 32 letters, digits, '.', '_' or '-'");
    }
    String pin = sent.text("pin");
    if (!Pin.isForm(pin)) {
      throw RequestRefused.field("pin", "NOT_A_PIN", "PIN: expected 6 to 10 digits");
    }
    return new Credentials(id, pin);
  }

  /** Never with the PIN. */
  @Override
  public String toString() {
    return staffId;
  }
}

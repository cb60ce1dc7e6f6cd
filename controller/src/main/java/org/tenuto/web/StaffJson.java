package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tenuto.staff.Duty;
import org.tenuto.staff.Role;

/** Staff as the page is told of them. */
final class StaffJson {

  private StaffJson() {}

  static void put(ObjectNode json, StaffDesk.Person person) {
    json.put("id", person.id()).put("name", person.name()).put("role", person.role());
    ArrayNode may = json.putArray("may");
    Role role = Role.of(person.role());
    if (role != null) {
      Stream.of(Duty.values()).filter(role::may).map(Duty::name).forEach(may::add);
    }
  }

  static void put(ObjectNode json, StaffView view) {
    StaffView.Controls controls = view.controls();
    if (controls != null) {
      ObjectNode who = json.putObject("controls");
      put(who, controls.person());
      who.put("page", controls.page()).put("pinAgain", controls.pinAgain());
    }
    json.putObject("roles").put(Duty.ORDER.name(), roles(Duty.ORDER));
    json.put("secondCheck", view.secondCheck());
    json.put("refused", view.refused());
  }

  /** Which roles may do that, in words. */
  private static String roles(Duty duty) {
    return Stream.of(Role.values())
        .filter(role -> role.may(duty))
        .map(Role::word)
        .collect(Collectors.joining(" or "));
  }
}

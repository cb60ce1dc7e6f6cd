package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Staff as the page is told of them. */
final class StaffJson {

  private StaffJson() {}

  static void put(ObjectNode json, StaffDesk.Person person) {
    json.put("id", person.id()).put("name", person.name()).put("role", person.role());
  }

  static void put(ObjectNode json, StaffView view) {
    StaffView.Controls controls = view.controls();
    if (controls != null) {
      ObjectNode who = json.putObject("controls");
      put(who, controls.person());
      who.put("page", controls.page()).put("pinAgain", controls.pinAgain());
    }
    json.put("secondCheck", view.secondCheck());
    json.put("refused", view.refused());
  }
}

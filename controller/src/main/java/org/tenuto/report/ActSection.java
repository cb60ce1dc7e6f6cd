package org.tenuto.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tenuto.proto.journal.ReadBack;

/** What staff did, what was measured of the patient, and who signs. */
final class ActSection {

  private static final int LEAST_LINES = 2;

  private ActSection() {}

  static void write(Html html, SessionFacts facts) {
    html.heading("Acts of staff");
    List<StaffAct> acts = facts.acts().all();
    if (acts.isEmpty()) {
      html.paragraph("None on record.");
    } else {
      html.table("words", "when", "who", "what", "answer");
      for (StaffAct act : acts) {
        html.row(
            "act-" + act.kept().seq(),
            Moment.of(facts, act.kept(), act.monoNs()),
            Words.staff(act.who()),
            act.what(),
            act.answer());
      }
      html.end();
    }
    ObservationSection.write(html, facts);
    TherapySection.byHand(html, facts);
  }

  /** Lines to sign for everybody on record, and for who is not. */
  static void signatures(Html html, SessionFacts facts) {
    html.raw("<section class=\"signatures\">").heading("Signatures");
    html.table("sign", "staff id on record", "printed name", "role", "date and time", "signature");
    Set<String> ids = new LinkedHashSet<>();
    facts.acts().all().stream().filter(StaffAct::isByName).map(StaffAct::who).forEach(ids::add);
    ReadBack readBack = facts.order().inForce();
    if (readBack != null && !readBack.getOrder().getSecondStaffId().isEmpty()) {
      ids.add(readBack.getOrder().getSecondStaffId());
    }
    ids.forEach(id -> html.row("", id, "", "", "", ""));
    for (int i = ids.size(); i < LEAST_LINES; i++) {
      html.row("", "", "", "", "", "");
    }
    html.end().raw("</section>");
  }
}

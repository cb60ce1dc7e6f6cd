package org.tenuto.session;

import static org.tenuto.session.ItemKind.CAUTION;
import static org.tenuto.session.ItemKind.HARD;
import static org.tenuto.session.ItemKind.LOADING;
import static org.tenuto.session.ItemKind.SCORE;
import static org.tenuto.session.ItemKind.TICK;
import static org.tenuto.session.ItemKind.WEIGHT;
import static org.tenuto.session.ItemKind.WORDS;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All items there are. Which of them a site asks for is its configuration.
 *
 * <p>Sources. Contraindications: Schwenk and Cohen 2018; the list is our default. Two more that
 * labels name (a rise of blood pressure as a serious hazard; aneurysm or bleeding in the brain) were
 * not verified and are cautions here, not blocks. Records before a first session: Sanacora 2017 and
 * a draft of CPSBC. Emergency equipment: the drug's label. Fasting and the Aldrete score were not
 * verified: they are written down, no limit is held against them. No driving until after a night's
 * sleep: label of esketamine. The rest are our defaults. Where a site observes, baseline, blood
 * pressure, alertness and dissociation are answered by readings, not ticked.
 */
public final class SessionItems {

  private static final List<SessionItem> ALL =
      List.of(
          hard("cardiovascular", "Uncontrolled heart or vessel disease"),
          hard("psychosis", "Active psychosis"),
          hard("pregnancy", "Pregnancy"),
          hard("hepatic-severe", "Severe liver disease"),
          hard("intracranial-pressure", "Raised pressure in skull or eye"),
          hard("hypersensitivity", "Hypersensitivity to the drug"),
          caution("pressure-hazard", "Rise of blood pressure a serious hazard"),
          caution("aneurysm", "Aneurysm, or bleeding in the brain before"),
          caution("substance-misuse", "Active substance misuse"),
          caution("hepatic-moderate", "Moderate liver disease"),
          caution("thyrotoxicosis", "Thyrotoxicosis"),
          caution("porphyria", "Porphyria"),
          caution("sleep-apnoea", "Uncontrolled sleep apnoea"),
          caution("bladder", "Bladder symptoms"),
          caution("lamotrigine-benzodiazepine", "Takes lamotrigine or a benzodiazepine"),
          caution("maoi-stimulant", "Takes an MAO inhibitor or a stimulant"),
          caution("theophylline", "Takes theophylline"),
          caution("bmi-30", "Body mass index 30 or more: which weight"),
          tick("record-diagnosis", SessionStep.SCREENING, "Diagnosis and severity on file"),
          tick("record-suicidality", SessionStep.SCREENING, "C-SSRS on file"),
          tick("record-substance", SessionStep.SCREENING, "Substance use on file"),
          tick("record-psychosis", SessionStep.SCREENING, "History of psychosis on file"),
          tick("record-treatments", SessionStep.SCREENING, "Earlier treatments on file"),
          tick("record-ecg", SessionStep.SCREENING, "ECG on file"),
          tick("record-renal", SessionStep.SCREENING, "Kidney tests on file"),
          tick("record-liver", SessionStep.SCREENING, "Liver tests on file"),
          tick("record-pregnancy", SessionStep.SCREENING, "Pregnancy test on file"),
          new SessionItem("intention", SessionStep.PREPARATION, WORDS, "Intention, in their words"),
          tick("consent", SessionStep.PREPARATION, "Consent given and signed"),
          tick("escort-arranged", SessionStep.PREPARATION, "Escort home arranged"),
          tick("identity-first", SessionStep.CHECKLIST, "Identity asked, first time"),
          tick("identity-second", SessionStep.CHECKLIST, "Identity asked, second time"),
          tick("allergies", SessionStep.CHECKLIST, "Allergies asked"),
          new SessionItem("weight", SessionStep.CHECKLIST, WEIGHT, "Weight measured today"),
          tick("protocol", SessionStep.CHECKLIST, "Protocol is the one prescribed"),
          tick("concentration", SessionStep.CHECKLIST, "Concentration read from the label"),
          tick("fasting", SessionStep.CHECKLIST, "Fasting as the site requires"),
          tick("iv-patency", SessionStep.CHECKLIST, "Vein line runs freely"),
          tick("oxygen", SessionStep.CHECKLIST, "Oxygen ready"),
          tick("suction", SessionStep.CHECKLIST, "Suction ready"),
          tick("bag-mask", SessionStep.CHECKLIST, "Bag and mask ready"),
          tick("airway", SessionStep.CHECKLIST, "Airway equipment ready"),
          tick("baseline-vitals", SessionStep.CHECKLIST, "Baseline vital signs taken"),
          tick("baseline-scales", SessionStep.CHECKLIST, "Baseline scales taken"),
          tick("escort-known", SessionStep.CHECKLIST, "Escort known by name and number"),
          tick("no-driving", SessionStep.CHECKLIST, "Told: no driving before a night's sleep"),
          loading("loaded", "Syringe loaded as ordered"),
          loading("purged", "Line purged, no air"),
          loading("connected", "Line connected to the patient"),
          score("aldrete-activity", "Aldrete: activity"),
          score("aldrete-respiration", "Aldrete: respiration"),
          score("aldrete-circulation", "Aldrete: circulation"),
          score("aldrete-consciousness", "Aldrete: consciousness"),
          score("aldrete-oxygen", "Aldrete: oxygen saturation"),
          tick("pressure-baseline", SessionStep.DISCHARGE, "Blood pressure within 20 % of baseline"),
          tick("alert", SessionStep.DISCHARGE, "Answers readily to the name (MOAA/S 5)"),
          tick("dissociation", SessionStep.DISCHARGE, "CADSS-6 at most baseline + 2"),
          tick("walks", SessionStep.DISCHARGE, "Walks unaided"),
          tick("no-nausea", SessionStep.DISCHARGE, "No active nausea"),
          tick("suicidality", SessionStep.DISCHARGE, "Suicidality asked"),
          tick("escort-present", SessionStep.DISCHARGE, "Escort is here"),
          tick("instruction", SessionStep.DISCHARGE, "Written instruction given: no driving"));

  private SessionItems() {}

  /** Every item, in the order they are asked. */
  public static List<SessionItem> all() {
    return ALL;
  }

  /** The item with that name; null if there is none. */
  public static @Nullable SessionItem find(String id) {
    return ALL.stream().filter(item -> item.id().equals(id)).findFirst().orElse(null);
  }

  private static SessionItem hard(String id, String text) {
    return new SessionItem(id, SessionStep.SCREENING, HARD, text);
  }

  private static SessionItem caution(String id, String text) {
    return new SessionItem(id, SessionStep.SCREENING, CAUTION, text);
  }

  private static SessionItem tick(String id, SessionStep step, String text) {
    return new SessionItem(id, step, TICK, text);
  }

  private static SessionItem loading(String id, String text) {
    return new SessionItem(id, SessionStep.LOADING, LOADING, text);
  }

  private static SessionItem score(String id, String text) {
    return new SessionItem(id, SessionStep.DISCHARGE, SCORE, text);
  }
}

package org.tenuto.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tenuto.session.DoseRoute;
import org.tenuto.session.DrugBalance;
import org.tenuto.session.SessionCheck;
import org.tenuto.session.SessionFact;

/**
 * Reads what staff entered of a session out of a request's body: its form, strictly; whether it can
 * be taken is for the session's rules. Every method throws {@link RequestRefused} with status 400,
 * naming the field.
 */
final class SessionReader {

  /** A flush is done by hand or by the pump; faster is no rate anybody could mean. */
  private static final long MOST_FLUSH_NL_PER_H = 9_999_000_000L;

  private static final long MS_PER_MIN = 60_000;
  private static final long DAY_MIN = 1_440;

  private SessionReader() {}

  /** A session begins. The station gives it its id. */
  static SessionEntry begin(byte[] body) {
    JsonFields sent = Json.fields(body, List.of("patient", "reason"));
    boolean newPatient = oneOf(sent, "patient", List.of("SAME", "NEW")).equals("NEW");
    return alone(new SessionFact.Begun("", newPatient, words(sent, "reason")));
  }

  /** It ends. The station says what was not done. */
  static SessionEntry end(byte[] body) {
    JsonFields sent = Json.fields(body, List.of("reason"));
    return alone(new SessionFact.Ended(List.of(), words(sent, "reason")));
  }

  /** An item is answered; a prescriber is named on record only once their PIN was right. */
  static SessionEntry answer(byte[] body) {
    JsonFields sent =
        Json.fields(body, List.of("item", "value", "reason", "prescriber", "pin"));
    var answered =
        new SessionFact.Answered(
            sent.text("item"),
            words("value", sent.text("value"), SessionCheck.LONGEST_TEXT),
            words(sent, "reason"),
            "");
    return sent.has("prescriber") || sent.has("pin")
        ? new SessionEntry.Prescribed(answered, Credentials.read(sent, "prescriber"))
        : alone(answered);
  }

  /** The weight measured today; within the widest limits of any drug here. */
  static SessionEntry weight(byte[] body, Catalogue catalogue) {
    JsonFields sent = Json.fields(body, List.of("weight"));
    String typed = sent.text("weight");
    long weightG = FormCheck.number("weight", "Weight", typed, "kg", 3);
    boolean possible =
        catalogue.drugs().stream()
            .map(drug -> drug.weight().hard())
            .anyMatch(hard -> weightG >= hard.lowest().g() && weightG <= hard.highest().g());
    if (!possible) {
      throw RequestRefused.field(
          "weight",
          "WEIGHT_OUT_OF_LIMITS",
          "Weight %s kg: expected one within the limits of a drug here".formatted(typed));
    }
    return alone(new SessionFact.Weighed(weightG));
  }

  /** A step of loading is done with this syringe. */
  static SessionEntry loading(byte[] body, Catalogue catalogue) {
    JsonFields sent = Json.fields(body, List.of("item", "syringe", "concentration"));
    return alone(
        new SessionFact.Loaded(
            sent.text("item"),
            FormCheck.syringe(sent.text("syringe"), catalogue).id(),
            concentration(sent)));
  }

  private static long concentration(JsonFields sent) {
    return above0(sent, "concentration", "Concentration", "mg/mL");
  }

  /** A dose given by hand. */
  static SessionEntry byHand(byte[] body, Catalogue catalogue, long nowWallMs) {
    JsonFields sent =
        Json.fields(body, List.of("drug", "mg", "route", "minutesAgo", "second", "pin"));
    String drug =
        oneOf(sent, "drug", catalogue.drugs().stream().map(Catalogue.Drug::id).toList());
    String route = oneOf(sent, "route", Stream.of(DoseRoute.values()).map(Enum::name).toList());
    long agoMin = FormCheck.number("minutesAgo", "Given", sent.text("minutesAgo"), "min ago", 3);
    if (agoMin % 1_000 != 0 || agoMin / 1_000 > DAY_MIN) {
      throw RequestRefused.field(
          "minutesAgo", "NOT_A_TIME", "Given: expected whole minutes ago, 0 to " + DAY_MIN);
    }
    return witnessed(
        sent,
        new SessionFact.GivenByHand(
            drug,
            above0(sent, "mg", "Dose", "mg"),
            DoseRoute.valueOf(route),
            nowWallMs - agoMin / 1_000 * MS_PER_MIN));
  }

  /** Where the drug of a syringe went. The station knows which drug it was. */
  static SessionEntry balance(byte[] body) {
    JsonFields sent =
        Json.fields(
            body,
            List.of(
                "concentration",
                "drawn",
                "residual",
                "waste",
                "line",
                "flush",
                "flushRate",
                "reason",
                "second",
                "pin"));
    DrugBalance balance =
        new DrugBalance(
            concentration(sent),
            above0(sent, "drawn", "Drawn up", "mL"),
            number(sent, "residual", "Left in the syringe", "mL"),
            number(sent, "waste", "Discarded", "mL"),
            number(sent, "line", "Line volume", "mL"),
            number(sent, "flush", "Flushed", "mL"),
            number(sent, "flushRate", "Flush rate", "mL/h"),
            words(sent, "reason"));
    requireRate(balance);
    return witnessed(sent, new SessionFact.Balanced("", balance));
  }

  /** A flush has a rate, and only a flush has one. */
  private static void requireRate(DrugBalance balance) {
    boolean flushed = balance.flushNl() > 0;
    boolean rated = balance.flushRateNlPerH() > 0;
    if (flushed != rated || balance.flushRateNlPerH() > MOST_FLUSH_NL_PER_H) {
      throw RequestRefused.field(
          "flushRate",
          "NO_FLUSH_RATE",
          "Flush rate: expected above 0 mL/h with a flush, 0 without one");
    }
  }

  /** A note of the time after. */
  static SessionEntry note(byte[] body) {
    JsonFields sent = Json.fields(body, List.of("text"));
    return alone(
        new SessionFact.Noted(words("text", sent.text("text"), SessionCheck.LONGEST_TEXT)));
  }

  private static SessionEntry alone(SessionFact fact) {
    return new SessionEntry.Alone(fact);
  }

  private static SessionEntry witnessed(JsonFields sent, SessionFact fact) {
    return new SessionEntry.Witnessed(fact, Credentials.read(sent, "second"));
  }

  private static long number(JsonFields sent, String field, String name, String unit) {
    return FormCheck.number(field, name, sent.text(field), unit, 6);
  }

  private static long above0(JsonFields sent, String field, String name, String unit) {
    long value = number(sent, field, name, unit);
    if (value == 0) {
      throw RequestRefused.field(
          field, "NOT_A_NUMBER", name + " 0 " + unit + ": expected more than 0 " + unit);
    }
    return value;
  }

  private static String words(JsonFields sent, String field) {
    return sent.has(field)
        ? words(field, sent.text(field), SessionCheck.LONGEST_REASON)
        : "";
  }

  /** Printable words; line breaks are kept, other control characters are none. */
  private static String words(String field, String text, int longest) {
    boolean printable = text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c));
    if (!printable || text.length() > longest) {
      throw RequestRefused.field(
          field,
          "NOT_WORDS",
          "%s: expected at most %d printable characters".formatted(field, longest));
    }
    return text.strip();
  }

  private static String oneOf(JsonFields sent, String field, List<String> known) {
    String value = sent.text(field);
    if (!known.contains(value)) {
      throw RequestRefused.field(
          field,
          "NAME_UNKNOWN",
          field + ": expected one of " + known.stream().collect(Collectors.joining(", ")));
    }
    return value;
  }
}

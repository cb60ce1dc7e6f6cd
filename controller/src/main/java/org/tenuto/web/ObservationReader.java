package org.tenuto.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tenuto.observation.Level;
import org.tenuto.observation.Measure;
import org.tenuto.observation.Noted;
import org.tenuto.observation.Source;
import org.tenuto.quantity.Quoted;

/**
 * Reads what staff observed out of a request's body, strictly. Every field is a string; one that is
 * empty was not looked at. Whether a value can be is the station's to say.
 */
final class ObservationReader {

  /** In place of a value that could not be measured. */
  static final String NOT_MEASURABLE = "NOT_MEASURABLE";

  /** Of a reason, in characters. */
  static final int LONGEST_REASON = 200;

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,3})(\\.[0-9])?");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

  private static final Map<String, Measure> SIGNS = signs();

  private ObservationReader() {}

  private static Map<String, Measure> signs() {
    Map<String, Measure> signs = new LinkedHashMap<>();
    signs.put("systolic", Measure.SYSTOLIC);
    signs.put("diastolic", Measure.DIASTOLIC);
    signs.put("heartRate", Measure.HEART_RATE);
    signs.put("spo2", Measure.SPO2);
    signs.put("respiration", Measure.RESPIRATION);
    signs.put("temperature", Measure.TEMPERATURE);
    return signs;
  }

  /** What staff took note of. */
  record Note(long reading, Level level, Noted.Action action) {}

  /** A set of vital signs. */
  static ReadingEntry vitalSigns(byte[] body) {
    List<String> fields = new ArrayList<>(SIGNS.keySet());
    fields.add("source");
    fields.add("corrects");
    fields.add("reason");
    Map<String, String> sent = Json.strings(body, fields);
    Map<Measure, Integer> values = new EnumMap<>(Measure.class);
    Set<Measure> unknown = EnumSet.noneOf(Measure.class);
    SIGNS.forEach(
        (field, measure) -> {
          String typed = value(sent, field);
          if (typed.equals(NOT_MEASURABLE)) {
            unknown.add(measure);
          } else if (!typed.isEmpty()) {
            values.put(measure, number(field, measure, typed));
          }
        });
    Source source = oneOf("source", value(sent, "source"), Source.values());
    return new ReadingEntry(values, unknown, reason(sent), source, corrects(sent));
  }

  /** A score of one scale. */
  static ReadingEntry scale(byte[] body) {
    Map<String, String> sent = Json.strings(body, List.of("scale", "score", "corrects", "reason"));
    Measure[] scales =
        Arrays.stream(Measure.values()).filter(Measure::isScale).toArray(Measure[]::new);
    Measure scale = oneOf("scale", value(sent, "scale"), scales);
    int score = number("score", scale, value(sent, "score"));
    return new ReadingEntry(
        Map.of(scale, score), Set.of(), reason(sent), Source.MANUAL, corrects(sent));
  }

  /** What could not be measured, and why; both blood pressures at once. */
  static ReadingEntry notMeasured(byte[] body) {
    Map<String, String> sent = Json.strings(body, List.of("measure", "reason", "corrects"));
    Measure measure = oneOf("measure", value(sent, "measure"), Measure.values());
    boolean pressure = measure == Measure.SYSTOLIC || measure == Measure.DIASTOLIC;
    Set<Measure> unknown =
        pressure ? EnumSet.of(Measure.SYSTOLIC, Measure.DIASTOLIC) : EnumSet.of(measure);
    return new ReadingEntry(Map.of(), unknown, reason(sent), Source.MANUAL, corrects(sent));
  }

  /** A reading that is void, and why: nothing takes its place. */
  static ReadingEntry voided(byte[] body) {
    Map<String, String> sent = Json.strings(body, List.of("reading", "reason"));
    long reading = count("reading", value(sent, "reading"));
    return new ReadingEntry(Map.of(), Set.of(), reason(sent), Source.MANUAL, reading);
  }

  /** What staff do about advice. */
  static Note note(byte[] body) {
    Map<String, String> sent = Json.strings(body, List.of("reading", "level", "action"));
    return new Note(
        count("reading", value(sent, "reading")),
        oneOf("level", value(sent, "level"), Level.values()),
        oneOf("action", value(sent, "action"), Noted.Action.values()));
  }

  private static String value(Map<String, String> sent, String field) {
    return sent.getOrDefault(field, "");
  }

  /** In the measure's smallest step. */
  private static int number(String field, Measure measure, String typed) {
    boolean whole = measure.decimals() == 0;
    if (!NUMBER.matcher(typed).matches() || (whole && typed.contains("."))) {
      throw RequestRefused.field(
          field,
          "NOT_A_NUMBER",
          measure.title() + " " + Quoted.of(typed) + ": expected " + measure.range());
    }
    return new BigDecimal(typed).movePointRight(measure.decimals()).intValueExact();
  }

  private static String reason(Map<String, String> sent) {
    String reason = value(sent, "reason").strip();
    if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
      throw RequestRefused.field(
          "reason",
          "NOT_A_REASON",
          "reason " + Quoted.of(reason) + ": expected one line of at most " + LONGEST_REASON);
    }
    return reason;
  }

  private static long corrects(Map<String, String> sent) {
    String corrects = value(sent, "corrects");
    return corrects.isEmpty() ? 0 : count("corrects", corrects);
  }

  private static long count(String field, String typed) {
    if (!COUNT.matcher(typed).matches()) {
      throw RequestRefused.field(
          field,
          "NOT_A_READING",
          field + " " + Quoted.of(typed) + ": expected the number of a reading, from 1");
    }
    return Long.parseLong(typed);
  }

  private static <E extends Enum<E>> E oneOf(String field, String typed, E[] all) {
    for (E one : all) {
      if (one.name().equals(typed)) {
        return one;
      }
    }
    String names = Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
    throw RequestRefused.field(
        field,
        "NOT_ONE_OF",
        field + " " + Quoted.of(typed) + ": expected one of " + names);
  }
}

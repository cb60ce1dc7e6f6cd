package org.tenuto.station;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenuto.observation.Advice;
import org.tenuto.observation.Due;
import org.tenuto.observation.Level;
import org.tenuto.observation.Measure;
import org.tenuto.observation.Noted;
import org.tenuto.observation.Reading;
import org.tenuto.observation.Source;
import org.tenuto.observation.Threshold;
import org.tenuto.observation.Thresholds;
import org.tenuto.proto.journal.AdviceGiven;
import org.tenuto.proto.journal.AdviceNoted;
import org.tenuto.proto.journal.LimitInForce;
import org.tenuto.proto.journal.LimitsInForce;
import org.tenuto.proto.journal.MeasuredValue;
import org.tenuto.proto.journal.NotMeasured;
import org.tenuto.proto.journal.ObservationLate;
import org.tenuto.proto.journal.PausedByObservation;
import org.tenuto.proto.journal.ScaleScored;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.proto.journal.VitalSignsTaken;

/** What was observed as it goes on record, and back. Pure. */
public final class ObservationForm {

  private ObservationForm() {}

  /** A reading: vital signs, a scale, or what could not be measured or is void. */
  static void put(Reading reading, SessionRecorded.Builder record) {
    Measure only = reading.measures().size() == 1 ? reading.measures().iterator().next() : null;
    if (reading.values().isEmpty()) {
      record.setNotMeasured(
          NotMeasured.newBuilder()
              .setReading(reading.number())
              .setCorrects(reading.corrects())
              .addAllMeasures(names(reading.unknown()))
              .setReason(reading.reason()));
    } else if (only != null && only.isScale()) {
      record.setScaleScored(
          ScaleScored.newBuilder()
              .setReading(reading.number())
              .setCorrects(reading.corrects())
              .setScale(only.name())
              .setScore(reading.values().getOrDefault(only, 0))
              .setReason(reading.reason()));
    } else {
      record.setVitalSigns(
          VitalSignsTaken.newBuilder()
              .setReading(reading.number())
              .setCorrects(reading.corrects())
              .addAllValues(values(reading))
              .addAllNotMeasurable(names(reading.unknown()))
              .setSource(reading.source().name())
              .setReason(reading.reason()));
    }
  }

  private static List<MeasuredValue> values(Reading reading) {
    return new EnumMap<>(reading.values())
        .entrySet().stream()
            .map(
                one ->
                    MeasuredValue.newBuilder()
                        .setMeasure(one.getKey().name())
                        .setValue(one.getValue())
                        .build())
            .toList();
  }

  private static List<String> names(Set<Measure> measures) {
    return measures.stream().sorted().map(Measure::name).toList();
  }

  /**
   * The reading of a record; null if it holds none.
   *
   * @param monoNs when it was put on record
   * @throws IllegalArgumentException if it names what this version does not know
   */
  public static @Nullable Reading reading(SessionRecorded record, long monoNs) {
    String by = record.getStaffId();
    return switch (record.getFactCase()) {
      case VITAL_SIGNS -> {
        VitalSignsTaken one = record.getVitalSigns();
        Map<Measure, Integer> values = new EnumMap<>(Measure.class);
        one.getValuesList().forEach(v -> values.put(Measure.valueOf(v.getMeasure()), v.getValue()));
        Source source = Source.valueOf(one.getSource());
        Set<Measure> unknown = measures(one.getNotMeasurableList());
        yield new Reading(
            one.getReading(),
            one.getCorrects(),
            values,
            unknown,
            one.getReason(),
            source,
            by,
            monoNs);
      }
      case SCALE_SCORED -> {
        ScaleScored one = record.getScaleScored();
        Map<Measure, Integer> values = Map.of(Measure.valueOf(one.getScale()), one.getScore());
        yield new Reading(
            one.getReading(),
            one.getCorrects(),
            values,
            Set.of(),
            one.getReason(),
            Source.MANUAL,
            by,
            monoNs);
      }
      case NOT_MEASURED -> {
        NotMeasured one = record.getNotMeasured();
        Set<Measure> unknown = measures(one.getMeasuresList());
        yield new Reading(
            one.getReading(),
            one.getCorrects(),
            Map.of(),
            unknown,
            one.getReason(),
            Source.MANUAL,
            by,
            monoNs);
      }
      default -> null;
    };
  }

  private static Set<Measure> measures(List<String> names) {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    names.forEach(name -> measures.add(Measure.valueOf(name)));
    return measures;
  }

  static void put(Noted noted, SessionRecorded.Builder record) {
    record.setAdviceNoted(
        AdviceNoted.newBuilder()
            .setReading(noted.reading())
            .setLevel(noted.level().name())
            .setAction(noted.action().name()));
  }

  static Noted noted(SessionRecorded record) {
    AdviceNoted one = record.getAdviceNoted();
    return new Noted(
        one.getReading(),
        Level.valueOf(one.getLevel()),
        Noted.Action.valueOf(one.getAction()),
        record.getStaffId());
  }

  static AdviceGiven given(Advice advice) {
    return AdviceGiven.newBuilder()
        .setReading(advice.reading())
        .setLevel(advice.level().name())
        .setMeasure(advice.measure().name())
        .setThresholdId(advice.thresholdId())
        .setValue(advice.value())
        .setLimit(advice.limit())
        .setOrigin(advice.origin())
        .setConfirmed(advice.confirmed())
        .setText(advice.text())
        .build();
  }

  /** What is the same of one piece of advice each time it is given. */
  static String key(AdviceGiven one) {
    return one.getReading() + "/" + one.getThresholdId() + "/" + one.getMeasure() + "/"
        + one.getLevel() + "/" + one.getConfirmed();
  }

  static ObservationLate late(Due due, Due.Lateness lateness) {
    return ObservationLate.newBuilder()
        .setSeries(due.series().name())
        .setTitle(due.title())
        .setLateness(lateness.name())
        .build();
  }

  /** The same of one that is late. */
  static String key(ObservationLate one) {
    return one.getSeries() + "/" + one.getTitle() + "/" + one.getLateness();
  }

  static LimitsInForce limits(Thresholds thresholds, boolean autoPause) {
    return LimitsInForce.newBuilder()
        .setTitle(thresholds.title())
        .setHash(thresholds.hash())
        .addAllLimits(thresholds.enabled().stream().map(ObservationForm::limit).toList())
        .setAutoPause(autoPause)
        .build();
  }

  private static LimitInForce limit(Threshold one) {
    return LimitInForce.newBuilder()
        .setThresholdId(one.id())
        .setMeasure(one.measure().name())
        .setWhen(one.when().name())
        .setLevel(one.level().name())
        .setSide(one.side().name())
        .setLimit(one.limit())
        .build();
  }

  static PausedByObservation paused(Advice advice) {
    return PausedByObservation.newBuilder()
        .setReading(advice.reading())
        .setText(advice.text())
        .build();
  }
}

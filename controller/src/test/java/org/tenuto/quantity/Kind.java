package org.tenuto.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * One kind of quantity, so that one law can be held against all of them.
 *
 * @param least least whole units there can be, 0 or 1
 * @param step fewest whole units people can write: {@code 0.001} of the unit read
 * @param most most whole units people can write, {@code 9999.999} of the unit read
 * @param power the unit read is {@code 10^power} whole units
 */
record Kind<T extends Comparable<T>>(
    String name,
    WardUnit unit,
    long least,
    long step,
    long most,
    int power,
    LongFunction<T> make,
    Function<T, String> text,
    Function<T, BigDecimal> value,
    BiFunction<String, String, T> parse) {

  static final List<Kind<?>> ALL =
      List.of(
          new Kind<>(
              "body weight",
              WardUnit.KG,
              1,
              1,
              9_999_999,
              3,
              BodyWeight::new,
              BodyWeight::text,
              BodyWeight::kg,
              BodyWeight::parse),
          new Kind<>(
              "body height",
              WardUnit.CM,
              1,
              1,
              99_999,
              1,
              BodyHeight::new,
              BodyHeight::text,
              BodyHeight::cm,
              BodyHeight::parse),
          new Kind<>(
              "pressure",
              WardUnit.KPA,
              0,
              1,
              9_999_999,
              3,
              Pressure::new,
              Pressure::text,
              Pressure::kpa,
              Pressure::parse),
          new Kind<>(
              "concentration",
              WardUnit.MG_PER_ML,
              1,
              1_000,
              9_999_999_000L,
              6,
              Concentration::new,
              Concentration::text,
              Concentration::mgPerMl,
              Concentration::parse),
          new Kind<>(
              "dose",
              WardUnit.MG_PER_KG,
              1,
              1_000,
              9_999_999_000L,
              6,
              DosePerWeight::new,
              DosePerWeight::text,
              DosePerWeight::mgPerKg,
              DosePerWeight::parse),
          new Kind<>(
              "dose rate",
              WardUnit.MG_PER_KG_PER_H,
              0,
              1_000,
              9_999_999_000L,
              6,
              DoseRate::new,
              DoseRate::text,
              DoseRate::mgPerKgPerH,
              DoseRate::parse),
          new Kind<>(
              "flow rate",
              WardUnit.ML_PER_H,
              0,
              1_000,
              9_999_999_000L,
              6,
              FlowRate::new,
              FlowRate::text,
              FlowRate::mlPerH,
              FlowRate::parse),
          new Kind<>(
              "volume",
              WardUnit.ML,
              0,
              1_000,
              9_999_999_000L,
              6,
              Volume::new,
              Volume::text,
              Volume::ml,
              Volume::parse));

  /** The number of the least that people can write, without its unit. */
  String leastNumber() {
    return WardNumber.format(value.apply(make.apply(least == 0 ? 0 : step)));
  }

  String textOf(long units) {
    return text.apply(make.apply(units));
  }

  /** Whether people can write that many whole units. */
  boolean canBeWritten(long units) {
    return units <= most && units % step == 0;
  }

  @Override
  public String toString() {
    return name;
  }
}

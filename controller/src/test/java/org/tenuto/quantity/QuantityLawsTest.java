package org.tenuto.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenuto.seeded.Draw;
import org.tenuto.seeded.SeededCases;

/** What holds for every kind of quantity and every value of it. */
class QuantityLawsTest {

  private static final int CASES = 1_000;

  /** A digit before the point, none after it that is 0 at the end, one space, the unit. */
  private static final Pattern ISMP =
      Pattern.compile("(0|[1-9][0-9]*)(\\.[0-9]*[1-9])? [\\p{L}/]+");

  private static final List<String> ODD =
      List.of(
          "-", "+", "e", "E", "e1", ",", "_", "'", ".", "..", "  ", "\u00a0", "\u2009", "\t", "\n",
          "\u0665", "\uff15", "NaN", "x", "%", "~", "(", "\u2212", "\u00b7", "\0", "#");

  static Stream<Kind<?>> kinds() {
    return Kind.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Comparable<T>> void readsBackWhatItWrote(Kind<T> kind) {
    SeededCases.check(
        1,
        CASES,
        draw -> {
          T quantity = kind.make().apply(written(kind, draw));
          String text = kind.text().apply(quantity);
          assertThat(kind.parse().apply("it", text)).isEqualTo(quantity);
          assertThat(kind.parse().apply("it", text.replace(" ", ""))).isEqualTo(quantity);
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Comparable<T>> void writesAnyValueExactlyAndPlainly(Kind<T> kind) {
    SeededCases.check(
        2,
        CASES,
        draw -> {
          long units = draw.number(kind.least(), Long.MAX_VALUE);
          T quantity = kind.make().apply(units);
          String text = kind.text().apply(quantity);
          assertThat(text).matches(ISMP).endsWith(" " + kind.unit().symbol());
          BigDecimal shown = new BigDecimal(text.substring(0, text.indexOf(' ')));
          assertThat(shown.movePointRight(kind.power())).isEqualByComparingTo(exact(units));
          assertThat(kind.value().apply(quantity)).isEqualByComparingTo(shown);
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Comparable<T>> void refusesWhatHasMoreDigitsThanPeopleMayWrite(Kind<T> kind) {
    SeededCases.check(
        3,
        CASES,
        draw -> {
          long units = draw.number(kind.least(), 2 * kind.most());
          String text = kind.textOf(units);
          if (kind.canBeWritten(units)) {
            assertThat(kind.parse().apply("it", text)).isEqualTo(kind.make().apply(units));
          } else {
            refuses(kind, text);
          }
        });
    refuses(kind, kind.textOf(kind.most() + kind.step()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Comparable<T>> void refusesAnythingInserted(Kind<T> kind) {
    SeededCases.check(
        4,
        CASES,
        draw -> {
          String text = kind.textOf(written(kind, draw));
          int at = draw.number(0, text.length());
          String odd = draw.oneOf(ODD);
          // A point between two digits may make another plain number: that one is well written.
          if (!odd.equals(".") || text.contains(".") || !betweenDigits(text, at)) {
            refuses(kind, text.substring(0, at) + odd + text.substring(at));
          }
        });
  }

  private static boolean betweenDigits(String text, int at) {
    return at > 0
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(Math.min(at, text.length() - 1)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Comparable<T>> void refusesEverySpaceButOne(Kind<T> kind) {
    SeededCases.check(
        5,
        CASES,
        draw -> {
          String text = kind.textOf(written(kind, draw));
          int at = draw.number(0, text.length());
          refuses(kind, text.substring(0, at) + " " + text.substring(at));
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Comparable<T>> void refusesEveryOtherUnitByName(Kind<T> kind) {
    String number = kind.leastNumber();
    for (WardUnit other : WardUnit.values()) {
      if (other != kind.unit()) {
        assertThatThrownBy(() -> kind.parse().apply("it", number + other.symbol()))
            .isInstanceOf(QuantityFormatException.class)
            .hasMessage(
                "it \"%s%s\": expected the unit %s, found \"%s\"",
                number, other.symbol(), kind.unit().symbol(), other.symbol());
      }
      refuses(kind, number + " " + kind.unit().symbol() + " " + other.symbol());
      refuses(kind, number + " " + kind.unit().symbol() + other.symbol());
    }
    assertThatThrownBy(() -> kind.parse().apply("it", number))
        .hasMessage("it \"%s\": expected the unit %s, found none", number, kind.unit().symbol());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Comparable<T>> void ordersAsTheNumbersDo(Kind<T> kind) {
    SeededCases.check(
        6,
        CASES,
        draw -> {
          long one = draw.number(kind.least(), Long.MAX_VALUE);
          long other = draw.flag() ? one : draw.number(kind.least(), Long.MAX_VALUE);
          int order = kind.make().apply(one).compareTo(kind.make().apply(other));
          assertThat(Integer.signum(order)).isEqualTo(Long.compare(one, other));
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Comparable<T>> void holdsNothingBelowItsLeast(Kind<T> kind) {
    assertThat(kind.make().apply(kind.least())).isNotNull();
    assertThatThrownBy(() -> kind.make().apply(kind.least() - 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(kind.name() + " " + (kind.least() - 1) + " ")
        .hasMessageEndingWith(kind.least() == 0 ? ": expected 0 or more" : ": expected above 0");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Comparable<T>> void takesNothingOnlyWhereThereMayBeNone(Kind<T> kind) {
    String unit = kind.unit().symbol();
    if (kind.least() == 0) {
      assertThat(kind.parse().apply("it", "0 " + unit)).isEqualTo(kind.make().apply(0));
    } else {
      assertThatThrownBy(() -> kind.parse().apply("it", "0.0 " + unit))
          .isInstanceOf(QuantityFormatException.class)
          .hasMessageStartingWith("it \"0.0 " + unit + "\": expected more than 0 " + unit);
    }
  }

  @Test
  void timesReadBackWhatTheyWrote() {
    SeededCases.check(
        7,
        CASES,
        draw -> {
          long seconds = draw.flag() ? draw.number(1L, 9_999L) : 60 * draw.number(1L, 9_999L);
          InfusionTime time = new InfusionTime(seconds);
          assertThat(InfusionTime.parse("it", time.text())).isEqualTo(time);
          assertThat(time.text()).matches(ISMP).endsWith(seconds % 60 == 0 ? " min" : " s");
        });
  }

  @Test
  void timesOrderAsTheirSecondsDo() {
    SeededCases.check(
        8,
        CASES,
        draw -> {
          long one = draw.number(1, Long.MAX_VALUE);
          long other = draw.flag() ? one : draw.number(1, Long.MAX_VALUE);
          int order = new InfusionTime(one).compareTo(new InfusionTime(other));
          assertThat(Integer.signum(order)).isEqualTo(Long.compare(one, other));
        });
  }

  @Test
  void timesAreWholeSecondsOrRefused() {
    SeededCases.check(
        9,
        CASES,
        draw -> {
          BigDecimal value = BigDecimal.valueOf(draw.number(0, 9_999_999), draw.number(0, 3));
          WardUnit unit = draw.oneOf(WardUnit.H, WardUnit.MIN, WardUnit.S);
          long unitS = unit == WardUnit.H ? 3_600 : unit == WardUnit.MIN ? 60 : 1;
          BigDecimal seconds = value.multiply(BigDecimal.valueOf(unitS)).stripTrailingZeros();
          String text = value.toPlainString() + unit.symbol();
          boolean plain = WardNumber.isPlain(value.toPlainString());
          if (plain && value.signum() > 0 && seconds.scale() <= 0) {
            assertThat(InfusionTime.parse("it", text).s()).isEqualTo(seconds.longValueExact());
          } else {
            assertThatThrownBy(() -> InfusionTime.parse("it", text))
                .isInstanceOf(QuantityFormatException.class)
                .hasMessageStartingWith("it \"" + text + "\": expected ");
          }
        });
  }

  private static long written(Kind<?> kind, Draw draw) {
    long lowest = kind.least() == 0 ? 0 : 1;
    return kind.step() * draw.number(lowest, kind.most() / kind.step());
  }

  private static BigDecimal exact(long units) {
    return BigDecimal.valueOf(units);
  }

  private static void refuses(Kind<?> kind, String text) {
    assertThatThrownBy(() -> kind.parse().apply("it", text))
        .as(kind + " from " + Quoted.of(text))
        .isInstanceOf(QuantityFormatException.class)
        .hasMessageStartingWith("it " + Quoted.of(text) + ": expected ");
  }
}

package org.tenuto.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Any text whatever is the quantity it plainly says or refused in one line: nothing else. */
class QuantityFuzzTest {

  private static final String PLAIN = "(0|[1-9][0-9]?[0-9]?[0-9]?)([.][0-9][0-9]?[0-9]?)? ?";
  private static final Pattern TIME = Pattern.compile(PLAIN + "(h|min|s)");

  @FuzzTest(maxDuration = "3m")
  @DictionaryFile(resourcePath = "quantity.dict")
  void readsOrRefuses(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    Kind.ALL.forEach(kind -> check(kind, text));
    checkTime(text);
    checkNumber(text);
  }

  private static <T extends Comparable<T>> void check(Kind<T> kind, String text) {
    try {
      T quantity = kind.parse().apply("it", text);
      assertThat(text).matches(PLAIN + Pattern.quote(kind.unit().symbol()));
      assertThat(kind.parse().apply("it", kind.text().apply(quantity))).isEqualTo(quantity);
    } catch (QuantityFormatException refused) {
      assertOneLine(refused);
    }
  }

  private static void checkTime(String text) {
    try {
      InfusionTime time = InfusionTime.parse("it", text);
      assertThat(text).matches(TIME);
      assertThat(time.s()).isPositive();
    } catch (QuantityFormatException refused) {
      assertOneLine(refused);
    }
  }

  private static void checkNumber(String text) {
    try {
      String written = WardNumber.format(WardNumber.parse("it", text));
      assertThat(WardNumber.parse("it", written)).isEqualByComparingTo(text);
    } catch (QuantityFormatException refused) {
      assertOneLine(refused);
    }
  }

  private static void assertOneLine(QuantityFormatException refused) {
    assertThat(refused.getMessage()).startsWith("it \"").hasLineCount(1).hasSizeLessThan(200);
  }
}

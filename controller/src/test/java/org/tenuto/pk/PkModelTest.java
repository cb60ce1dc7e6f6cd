package org.tenuto.pk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PkModelTest {

  /** Whoever changes a parameter raises the version, and then changes the figures here. */
  @ParameterizedTest
  @CsvSource({
    "domino-1984, 1, e6253c20",
    "kamp-2020, 1, aa775221",
    "fanta-2015-esketamine, 1, 25df392e",
  })
  void theParametersAreThoseOfTheVersion(String id, int version, String at50And100Kg) {
    PkModel model = Objects.requireNonNull(PkModel.byId(id));
    assertThat(model.version()).isEqualTo(version);
    int parameters = 31 * model.constants(50).hashCode() + model.constants(100).hashCode();
    assertThat(Integer.toHexString(parameters)).isEqualTo(at50And100Kg);
  }
}

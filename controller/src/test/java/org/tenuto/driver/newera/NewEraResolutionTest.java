package org.tenuto.driver.newera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

class NewEraResolutionTest {

  private final NewEraResolution large = new NewEraResolution(NewEraModel.NE_1000, 26_590);
  private final NewEraResolution small = new NewEraResolution(NewEraModel.NE_1000, 11_990);

  @ParameterizedTest
  @CsvSource({
    "52.5, 52500000, 52.50MH",
    "52.5099, 52500000, 52.50MH",
    "5.25, 5250000, 5.250MH",
    "1, 1000000, 1.000MH",
    "0.9999999, 999900, 999.9UH",
    "0.5, 500000, 500.0UH",
    "0.0123456, 12340, 12.34UH",
    "1699.4, 1699000000, 1699.MH",
    "123456, 9999000000, 9999.MH"
  })
  void ratesAreRoundedDownToFourDigits(String mlPerH, long nlPerH, String text) {
    FlowRate rate = large.floorRate(new BigDecimal(mlPerH));
    assertThat(rate.nlPerH()).isEqualTo(nlPerH);
    assertThat(large.rateText(rate)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "35, 35000000, 35.00ML",
    "35.0099, 35000000, 35.00ML",
    "5.2509, 5250000, 5.250ML",
    "0.5, 500000, 0.500ML",
    "100.05, 100000000, 100.0ML"
  })
  void volumesOfALargeSyringeAreToldInMillilitres(String ml, long nl, String text) {
    Volume volume = large.floorVolume(new BigDecimal(ml));
    assertThat(volume.nl()).isEqualTo(nl);
    assertThat(large.volumeText(volume)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 500000, 500.0UL", "3.5, 3500000, 3500.UL", "0.01, 10000, 10.00UL"})
  void volumesOfASmallSyringeAreToldInMicrolitres(String ml, long nl, String text) {
    Volume volume = small.floorVolume(new BigDecimal(ml));
    assertThat(volume.nl()).isEqualTo(nl);
    assertThat(small.volumeText(volume)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.0000001"})
  void whatIsTooSmallIsNothing(String ml) {
    assertThat(large.floorVolume(new BigDecimal(ml)).nl()).isZero();
    assertThat(small.floorRate(new BigDecimal(ml)).nlPerH()).isZero();
  }

  @Test
  void aRateThePumpCannotBeToldIsRefused() {
    assertThatThrownBy(() -> large.rateText(new FlowRate(52_505_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("52505000 nL/h");
    assertThatThrownBy(() -> large.volumeText(new Volume(35_000_001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("35000001 nL");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 99, 50_001, 26_595, -5})
  void aDiameterThePumpCannotBeToldIsRefused(int diameterUm) {
    assertThatThrownBy(() -> new NewEraResolution(NewEraModel.NE_1000, diameterUm))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Integer.toString(diameterUm));
  }

  /** Syringes, diameter in µm, lowest µL/h, highest mL/h: the manual's own table. */
  @ParameterizedTest
  @CsvSource({
    "4699, 0.729, 53.1", "8585, 2.43, 177", "11990, 4.75, 345", "14430, 6.88, 500",
    "19050, 12.0, 872", "21590, 15.4, 1120", "26590, 23.4, 1699", "29700, 29.1, 2120"
  })
  void limitsFollowThePusher(int diameterUm, double minUlPerH, double maxMlPerH) {
    NewEraResolution resolution = new NewEraResolution(NewEraModel.NE_1000, diameterUm);
    assertThat(resolution.minimumRate().nlPerH() / 1e3)
        .isCloseTo(minUlPerH, within(minUlPerH * 0.005));
    assertThat(resolution.maximumRate().nlPerH() / 1e6)
        .isCloseTo(maxMlPerH, within(maxMlPerH * 0.002));
  }
}

package org.tenuto.dose;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraResolution;
import org.tenuto.quantity.FlowRate;

class PrimingReviewTest {

  private static final String HASH = SampleOrders.LIBRARY.hash();

  private final PrimingReview review = review(new FourDigitPump());

  private static PrimingReview review(PumpResolution pump) {
    return new OrderReview(SampleOrders.LIBRARY, _ -> pump).priming();
  }

  private static PrimingRequest of(long nl) {
    return new PrimingRequest(HASH, "BD-PLASTIPAK-50", nl);
  }

  @ParameterizedTest
  @CsvSource({
    "99999, priming volume 0.099999 mL: expected 0.1 mL to 2 mL",
    "2000001, priming volume 2.000001 mL: expected 0.1 mL to 2 mL",
    "0, priming volume 0 mL: expected 0.1 mL to 2 mL",
    "-1, priming volume -1 nL: expected 0.1 mL to 2 mL",
    "9223372036854775807, priming volume 9223372036854.775807 mL: expected 0.1 mL to 2 mL",
    "100000, ",
    "2000000, "
  })
  void takesATenthOfAMillilitreToTwo(long nl, String text) {
    Finding refusal = review.refusal(of(nl));
    if (text == null) {
      assertThat(refusal).isNull();
    } else {
      assertThat(requireNonNull(refusal).text()).isEqualTo(text);
      assertThat(requireNonNull(refusal).code()).isEqualTo("PRIMING_VOLUME_OUT_OF_LIMITS");
    }
  }

  @Test
  void aSyringeLimitsToWhatItHolds() {
    assertThat(review.refusal(new PrimingRequest(HASH, "BD-PLASTIPAK-1", 1_000_000))).isNull();
    Finding refusal = review.refusal(new PrimingRequest(HASH, "BD-PLASTIPAK-1", 1_000_001));
    assertThat(requireNonNull(refusal).text())
        .isEqualTo("priming volume 1.000001 mL: expected 0.1 mL to 1 mL");
  }

  @ParameterizedTest
  @CsvSource({"NONE-50, SYRINGE_UNKNOWN", "OMNIFIX-50, SYRINGE_APPROXIMATE"})
  void theSyringeIsOneThatIsKnown(String syringe, String code) {
    Finding refusal = review.refusal(new PrimingRequest(HASH, syringe, 1_000_000));
    assertThat(requireNonNull(refusal).code()).isEqualTo(code);
  }

  @Test
  void anotherLibrarysSyringesAreNotOurs() {
    var request = new PrimingRequest("0".repeat(64), "BD-PLASTIPAK-50", 1_000_000);
    assertThat(requireNonNull(review.refusal(request)).code()).isEqualTo("LIBRARY_HASH_UNKNOWN");
  }

  @Test
  void runsAtTwoMillilitresAMinute() {
    PrimingReadBack readBack = review.readBack(of(2_000_000), 7, 60);
    assertThat(readBack.volumeNl()).isEqualTo(2_000_000);
    assertThat(readBack.rateNlPerH()).isEqualTo(120_000_000);
    assertThat(readBack.durationS()).isEqualTo(60);
    assertThat(readBack.syringeName()).isEqualTo("BD Plastipak 50 mL");
    assertThat(readBack.pumpRate()).isEqualTo("120.0MH");
    assertThat(readBack.pumpVolume()).isEqualTo("2.000ML");
  }

  @Test
  void runsSlowerWhereThePumpCanNot() {
    var slow = new FourDigitPump(new FlowRate(1_000), new FlowRate(53_070_000));
    assertThat(review(slow).readBack(of(1_000_000), 7, 60).rateNlPerH()).isEqualTo(53_070_000);
  }

  @Test
  void isRefusedWhereThePumpCanNotRunSoSlowly() {
    var fast = new FourDigitPump(new FlowRate(120_000_001), new FlowRate(500_000_000));
    assertThat(requireNonNull(review(fast).refusal(of(1_000_000))).code())
        .isEqualTo("BELOW_PUMP_RESOLUTION");
  }

  @Test
  void roundsDownToWhatThePumpIsTold() {
    PrimingReadBack readBack = review.readBack(of(1_999_999), 7, 60);
    assertThat(readBack.volumeNl()).isEqualTo(1_999_000);
    PermittedRate permitted = requireNonNull(review.permit(readBack));
    assertThat(permitted.volume().nl()).isEqualTo(1_999_000);
    assertThat(permitted.rate().nlPerH()).isEqualTo(120_000_000);
  }

  @Test
  void everySyringeOfTheRealPumpCanPrime() {
    OrderReview real =
        new OrderReview(
            SampleOrders.LIBRARY,
            s -> new NewEraResolution(NewEraModel.NE_1000, s.innerDiameterUm()));
    PrimingReview primings = real.priming();
    for (Syringe syringe : SampleOrders.LIBRARY.syringes()) {
      PrimingRequest request = new PrimingRequest(HASH, syringe.id(), 987_654);
      if (!syringe.approximate()) {
        PrimingReadBack readBack = primings.readBack(request, 1, 2);
        assertThat(readBack.volumeNl()).as(syringe.id()).isBetween(987_000L, 987_654L);
        assertThat(readBack.rateNlPerH()).as(syringe.id()).isBetween(1L, 120_000_000L);
        assertThat(primings.permit(readBack)).as(syringe.id()).isNotNull();
      }
    }
  }

  @Test
  void permitsNothingButWhatWasReadBack() {
    PrimingReadBack r = review.readBack(of(1_000_000), 7, 60);
    assertThat(review.permit(r)).isNotNull();
    assertThat(review.permit(with(r, of(2_000_000), r.volumeNl(), r.rateNlPerH()))).isNull();
    assertThat(review.permit(with(r, of(9_000_000), 9_000_000, r.rateNlPerH()))).isNull();
    assertThat(review.permit(with(r, r.request(), r.volumeNl() + 1, r.rateNlPerH()))).isNull();
    assertThat(review.permit(with(r, r.request(), r.volumeNl(), r.rateNlPerH() + 1))).isNull();
  }

  @Test
  void theHashStandsForEveryFigure() {
    PrimingReadBack r = review.readBack(of(1_000_000), 7, 60);
    assertThat(r.hash()).hasSize(64).isEqualTo(review.readBack(of(1_000_000), 7, 60).hash());
    assertThat(r.hash())
        .isNotEqualTo(review.readBack(of(1_000_000), 8, 60).hash())
        .isNotEqualTo(review.readBack(of(1_000_000), 7, 61).hash())
        .isNotEqualTo(review.readBack(of(1_000_001), 7, 60).hash());
  }

  private static PrimingReadBack with(
      PrimingReadBack r, PrimingRequest request, long volumeNl, long rateNlPerH) {
    return new PrimingReadBack(
        r.nonce(),
        r.expiresAtNs(),
        request,
        r.syringeName(),
        volumeNl,
        rateNlPerH,
        r.durationS(),
        r.pumpRate(),
        r.pumpVolume(),
        r.hash());
  }
}

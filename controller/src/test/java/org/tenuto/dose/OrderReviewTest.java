package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/** What is read back is what is permitted, and nothing else. */
class OrderReviewTest {

  private static final long NONCE = 4_711;
  private static final long EXPIRES_AT_NS = 60_000_000_000L;

  private final OrderReview review =
      new OrderReview(SampleOrders.LIBRARY, syringe -> new FourDigitPump());

  @Test
  void readsTheUsualOrderBack() {
    ReadBack readBack = readBack(SampleOrders.USUAL);
    assertThat(readBack.drugName()).isEqualTo("ketAMINE");
    assertThat(readBack.protocolName()).isEqualTo("Depression, 0.5 mg/kg over 40 min");
    assertThat(readBack.syringeName()).isEqualTo("BD Plastipak 50 mL");
    assertThat(readBack.weights()).isEqualTo(new ReadBack.Weights(70_000, 0, 0, 0, 0));
    assertThat(readBack.orderedNg()).isEqualTo(35_000_000);
    assertThat(readBack.achievedNg()).isEqualTo(35_000_000);
    assertThat(readBack.lostNg()).isZero();
    assertThat(readBack.volumeNl()).isEqualTo(35_000_000);
    assertThat(readBack.durationS()).isEqualTo(2_400);
    assertThat(readBack.highestRateNlPerH()).isEqualTo(52_500_000);
    assertThat(readBack.phases())
        .containsExactly(
            new ReadBack.Phase(
                PhaseKind.MAINTENANCE,
                35_000_000,
                35_000_000,
                35_000_000,
                52_500_000,
                750_000,
                2_400,
                "52.50MH",
                "35.00ML"));
    assertThat(readBack.predictions()).hasSize(2);
    assertThat(readBack.findings()).isEmpty();
    assertThat(readBack.refused()).isFalse();
    assertThat(readBack.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void readsAllWeightsBack() {
    Order order =
        SampleOrder.usual()
            .patient(new Patient(120_000, 1_700, Sex.MALE, 0))
            .basis(WeightBasis.IDEAL)
            .order();
    // 41.522 kg/m², 65.937008, 87.562205 and 71.085059 kg, each cut.
    assertThat(readBack(order).weights())
        .isEqualTo(new ReadBack.Weights(65_937, 65_937, 87_562, 71_085, 41_522));
    assertThat(readBack(order).orderedNg())
        .as("0.5 mg/kg of the ideal weight")
        .isEqualTo(32_968_503);
  }

  @Test
  void readsTheDemoStepsBack() {
    ReadBack readBack = readBack(SampleOrder.program("DEMO", "DEMO-STEPS").order());
    assertThat(readBack.findings()).isEmpty();
    assertThat(readBack.volumeNl()).isEqualTo(700_000);
    assertThat(readBack.phases())
        .extracting(ReadBack.Phase::volumeNl)
        .containsExactly(350_000L, 280_000L, 70_000L);
    assertThat(readBack.phases())
        .extracting(ReadBack.Phase::rateNlPerH)
        .containsExactly(63_000_000L, 33_600_000L, 16_800_000L);
    assertThat(readBack.durationS()).isEqualTo(65);
  }

  @Test
  void readsAnUnknownOrderBackWithZeros() {
    Order unknown =
        SampleOrder.usual()
            .library("")
            .drug("?", "?")
            .weight(-1)
            .dose(-1, -1)
            .concentration(-1)
            .syringe("?")
            .loaded(-1)
            .staff("", "")
            .order();
    ReadBack readBack = readBack(unknown);
    assertThat(readBack.refused()).isTrue();
    assertThat(readBack.drugName()).isEqualTo("unknown");
    assertThat(readBack.orderedNg()).isZero();
    assertThat(readBack.volumeNl()).isZero();
    assertThat(readBack.highestRateNlPerH()).isZero();
    assertThat(readBack.lostNg()).isZero();
    assertThat(readBack.phases()).isEmpty();
    assertThat(PermittedForTests.rest(review, readBack, 0, new Volume(0))).isNull();
  }

  @Test
  void looksAheadInSlicesToTheSameReadBack() {
    OrderDraft draft = review.draft(SampleOrders.USUAL);
    int slices = 1;
    while (!draft.advance(1)) {
      slices++;
    }
    assertThat(slices).isLessThan(10_000_000);
    assertThat(draft.readBack(NONCE, EXPIRES_AT_NS)).isEqualTo(readBack(SampleOrders.USUAL));
  }

  @Test
  void readsNothingBackBeforeItLookedAhead() {
    OrderDraft draft = review.draft(SampleOrders.USUAL);
    assertThatThrownBy(() -> draft.readBack(NONCE, EXPIRES_AT_NS))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void permitsWhatWasReadBackPhaseByPhase() {
    ReadBack readBack = readBack(SampleOrder.program("DEMO", "DEMO-STEPS").order());
    for (int i = 0; i < 3; i++) {
      PermittedRate permitted = Objects.requireNonNull(PermittedForTests.rest(review, readBack, i, new Volume(0)));
      assertThat(permitted.rate().nlPerH()).isEqualTo(readBack.phases().get(i).rateNlPerH());
      assertThat(permitted.volume().nl()).isEqualTo(readBack.phases().get(i).volumeNl());
    }
  }

  @Test
  void permitsTheRemainderAfterAPause() {
    PermittedRate rest =
        Objects.requireNonNull(
            PermittedForTests.rest(review, readBack(SampleOrders.USUAL), 0, new Volume(10_003_001)));
    assertThat(rest.rate()).isEqualTo(new FlowRate(52_500_000));
    assertThat(rest.volume()).as("24.996999 mL, down to four digits").isEqualTo(ml("24.99"));
  }

  @Test
  void permitsNoRemainderWhereNoneIsLeft() {
    ReadBack readBack = readBack(SampleOrders.USUAL);
    assertThat(PermittedForTests.rest(review, readBack, 0, ml("34.999001"))).isNull();
    assertThat(PermittedForTests.rest(review, readBack, 0, ml("35"))).isNull();
    assertThat(PermittedForTests.rest(review, readBack, 0, new Volume(Long.MAX_VALUE))).isNull();
    assertThat(Objects.requireNonNull(PermittedForTests.rest(review, readBack, 0, ml("34.999"))).volume())
        .isEqualTo(ml("0.001"));
  }

  @Test
  void remaindersNeverAddUpToMoreThanTheOrder() {
    ReadBack readBack = readBack(SampleOrders.USUAL);
    for (long delivered = 0; delivered <= 35_000_000; delivered += 123_457) {
      PermittedRate rest = PermittedForTests.rest(review, readBack, 0, new Volume(delivered));
      if (rest != null) {
        assertThat(rest.volume().nl() + delivered).isLessThanOrEqualTo(readBack.volumeNl());
      }
    }
  }

  @Test
  void sameInputsSameReadBack() {
    assertThat(readBack(SampleOrders.USUAL)).isEqualTo(readBack(SampleOrders.USUAL));
  }

  /** An order and a read-back in which no list is empty, so that everything can be changed. */
  private ReadBack full() {
    return readBack(
        SampleOrder.program("DEMO", "DEMO-STEPS")
            .patient(new Patient(70_000, 1_700, Sex.FEMALE, 71_000))
            .dose(4_999, 30)
            .priors(new PriorDose("DEMO", 1_000, 60, 3_600, true, true))
            .attested()
            .overriding(ReasonCode.DOSE_BELOW_SOFT_LIMIT, ReasonCode.DURATION_BELOW_MINIMUM)
            .staff("anna", "ben")
            .order());
  }

  /** Passes a soft limit as it should, so that every list of it has something in it. */
  private ReadBack passing() {
    return readBack(
        SampleOrder.program("DEMO", "DEMO-STEPS")
            .concentration(2_000_000)
            .priors(new PriorDose("DEMO", 1_000, 60, 3_600, true, true))
            .phases(
                OrderPhase.dose(2_000, 30),
                new OrderPhase(PhaseKind.TAPER, DoseUnit.MG_PER_KG, 2_000, 35))
            .overriding(ReasonCode.DOSE_BELOW_SOFT_LIMIT)
            .staff("anna", "ben")
            .order());
  }

  @Test
  void permitsNoReadBackThatIsNotItsOwn() throws ReflectiveOperationException {
    ReadBack genuine = passing();
    assertThat(genuine.refused()).as("%s", genuine.findings()).isFalse();
    assertThat(PermittedForTests.rest(review, genuine, 0, new Volume(0))).isNotNull();
    List<RecordEdit.Edit<ReadBack>> forgeries = RecordEdit.all(genuine);
    assertThat(forgeries).hasSizeGreaterThan(60);
    for (RecordEdit.Edit<ReadBack> forged : forgeries) {
      assertThat(PermittedForTests.rest(review, forged.changed(), 0, new Volume(0))).as(forged.path()).isNull();
    }
  }

  @Test
  void aForgedFigureIsFoundOutThoughItsHashFits() throws ReflectiveOperationException {
    ReadBack genuine = passing();
    Set<String> free = Set.of("nonce", "expiresAtNs");
    for (RecordEdit.Edit<ReadBack> edit : RecordEdit.all(genuine)) {
      // Inputs make another order, progress and predictions are the caller's to keep.
      String path = edit.path();
      if (!free.contains(path) && !path.matches("(hash|order|progress|predictions).*")) {
        ReadBack forged = ReadBackHash.sealed(edit.changed());
        assertThat(PermittedForTests.rest(review, forged, 0, new Volume(0))).as(path).isNull();
      }
    }
    assertThat(PermittedForTests.rest(review, ReadBackHash.sealed(genuine), 0, new Volume(0))).isNotNull();
  }

  @Test
  void hashChangesWithEverything() throws ReflectiveOperationException {
    ReadBack genuine = full();
    assertThat(ReadBackHash.hash(genuine)).isEqualTo(genuine.hash());
    Set<String> hashes = new HashSet<>(Set.of(genuine.hash()));
    List<RecordEdit.Edit<ReadBack>> edits = RecordEdit.all(genuine);
    assertThat(edits)
        .extracting(RecordEdit.Edit::path)
        .contains(
            "order.patient.heightMm",
            "order.phases[0].unit",
            "order.priorDoses[0].declared",
            "order.overrides[1].reason",
            "order.intensiveMonitoring",
            "weights.bmiMilli",
            "phases[0].pumpVolume",
            "predictions[1].model",
            "findings[0].severity");
    for (RecordEdit.Edit<ReadBack> edit : edits) {
      if (!edit.path().startsWith("hash")) {
        assertThat(hashes.add(ReadBackHash.hash(edit.changed()))).as(edit.path()).isTrue();
      }
    }
  }

  @Test
  void hashKnowsWhereATextEnds() {
    assertThat(ReadBackHash.hash(named("a;1:b", "c")))
        .isNotEqualTo(ReadBackHash.hash(named("a", "1:b;c")))
        .isNotEqualTo(ReadBackHash.hash(named("a", "b;1:c")));
  }

  private static ReadBack named(String drug, String protocol) {
    ReadBack.Weights none = new ReadBack.Weights(0, 0, 0, 0, 0);
    return new ReadBack(
        1,
        2,
        SampleOrders.USUAL,
        Progress.NONE,
        drug,
        protocol,
        "",
        none,
        0,
        0,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  private ReadBack readBack(Order order) {
    return review.readBack(order, NONCE, EXPIRES_AT_NS);
  }

  private static Volume ml(String ml) {
    return Volume.floorMl(new BigDecimal(ml));
  }

  /** 1 mg/kg in any 24 h, for 70 kg. */
  @Test
  void theLimitOfADayIsTheProtocolsHardOneByTheWeightDosedBy() {
    PermittedOrder permitted =
        Objects.requireNonNull(review.permit(readBack(SampleOrder.usual().order())));
    assertThat(permitted.dayLimitNg()).isEqualTo(70_000_000);
  }
}

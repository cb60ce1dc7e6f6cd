package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tenuto.dose.Finding.Severity;
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
    assertThat(readBack.orderedNg()).isEqualTo(35_000_000);
    assertThat(readBack.achievedNg()).isEqualTo(35_000_000);
    assertThat(readBack.volumeNl()).isEqualTo(35_000_000);
    assertThat(readBack.rateNlPerH()).isEqualTo(52_500_000);
    assertThat(readBack.doseRateNgPerKgPerH()).isEqualTo(750_000);
    assertThat(readBack.durationS()).isEqualTo(2_400);
    assertThat(readBack.pumpRate()).isEqualTo("52.50MH");
    assertThat(readBack.pumpVolume()).isEqualTo("35.00ML");
    assertThat(readBack.findings()).isEmpty();
    assertThat(readBack.refused()).isFalse();
    assertThat(readBack.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void readsTheDemoOrderBack() {
    Order demo =
        new Order(
            SampleOrders.LIBRARY.hash(),
            "DEMO",
            "DEMO-1MIN",
            70_000,
            10_000,
            60,
            1_000_000,
            "BD-PLASTIPAK-50",
            50_000_000,
            "anna");
    ReadBack readBack = readBack(demo);
    assertThat(readBack.findings()).isEmpty();
    assertThat(readBack.volumeNl()).isEqualTo(700_000);
    assertThat(readBack.rateNlPerH()).isEqualTo(42_000_000);
    assertThat(readBack.durationS()).isEqualTo(60);
  }

  @Test
  void permitsWhatWasReadBack() {
    PermittedRate permitted = Objects.requireNonNull(review.permit(readBack(SampleOrders.USUAL)));
    assertThat(permitted.rate()).isEqualTo(new FlowRate(52_500_000));
    assertThat(permitted.volume()).isEqualTo(new Volume(35_000_000));
  }

  @Test
  void readsAnUnknownOrderBackWithZeros() {
    Order unknown = new Order("", "?", "?", -1, -1, -1, -1, "?", -1, "");
    ReadBack readBack = readBack(unknown);
    assertThat(readBack.refused()).isTrue();
    assertThat(readBack.drugName()).isEqualTo("unknown");
    assertThat(readBack.orderedNg()).isZero();
    assertThat(readBack.volumeNl()).isZero();
    assertThat(readBack.rateNlPerH()).isZero();
    assertThat(readBack.pumpRate()).isEmpty();
    assertThat(review.permit(readBack)).isNull();
  }

  @Test
  void refusesBeyondASoftLimitForWantOfASecondPerson() {
    ReadBack readBack = readBack(SampleOrders.dose(100_000));
    assertThat(readBack.findings())
        .extracting(Finding::code)
        .containsExactly("DOSE_BELOW_SOFT_LIMIT", "SECOND_PERSON_NOT_AVAILABLE");
    assertThat(readBack.refused()).isTrue();
    assertThat(review.permit(readBack)).isNull();
    assertThat(review.permitRemainder(readBack, new Volume(0))).isNull();
  }

  @Test
  void permitsTheRemainderAfterAPause() {
    ReadBack readBack = readBack(SampleOrders.USUAL);
    PermittedRate rest =
        Objects.requireNonNull(review.permitRemainder(readBack, new Volume(10_003_001)));
    assertThat(rest.rate()).isEqualTo(new FlowRate(52_500_000));
    assertThat(rest.volume()).as("24.996999 mL, down to four digits").isEqualTo(ml("24.99"));
  }

  @Test
  void permitsNoRemainderWhereNoneIsLeft() {
    ReadBack readBack = readBack(SampleOrders.USUAL);
    assertThat(review.permitRemainder(readBack, ml("34.999001"))).isNull();
    assertThat(review.permitRemainder(readBack, ml("35"))).isNull();
    assertThat(review.permitRemainder(readBack, new Volume(Long.MAX_VALUE))).isNull();
    assertThat(Objects.requireNonNull(review.permitRemainder(readBack, ml("34.999"))).volume())
        .isEqualTo(ml("0.001"));
  }

  @Test
  void remaindersNeverAddUpToMoreThanTheOrder() {
    ReadBack readBack = readBack(SampleOrders.USUAL);
    for (long delivered = 0; delivered <= 35_000_000; delivered += 12_345) {
      PermittedRate rest = review.permitRemainder(readBack, new Volume(delivered));
      if (rest != null) {
        assertThat(rest.volume().nl() + delivered).isLessThanOrEqualTo(readBack.volumeNl());
      }
    }
  }

  @Test
  void permitsNoReadBackThatIsNotItsOwn() throws ReflectiveOperationException {
    ReadBack genuine = readBack(SampleOrders.USUAL);
    for (RecordComponent component : ReadBack.class.getRecordComponents()) {
      // Another nonce or expiry is another read-back of the same order; its hash must fit too.
      ReadBack forged = with(genuine, component);
      assertThat(review.permit(forged)).as(component.getName()).isNull();
    }
  }

  @Test
  void hashChangesWithEveryField() throws ReflectiveOperationException {
    ReadBack genuine = readBack(SampleOrders.USUAL);
    assertThat(ReadBackHash.hash(genuine)).isEqualTo(genuine.hash());
    for (RecordComponent component : ReadBack.class.getRecordComponents()) {
      if (!component.getName().equals("hash")) {
        assertThat(ReadBackHash.hash(with(genuine, component)))
            .as(component.getName())
            .isNotEqualTo(genuine.hash());
      }
    }
    for (RecordComponent component : Order.class.getRecordComponents()) {
      Order changed = with(genuine.order(), component);
      assertThat(readBack(changed).hash()).as(component.getName()).isNotEqualTo(genuine.hash());
    }
  }

  @Test
  void hashKnowsWhereATextEnds() {
    assertThat(ReadBackHash.hash(named("a;1:b", "c")))
        .isNotEqualTo(ReadBackHash.hash(named("a", "1:b;c")))
        .isNotEqualTo(ReadBackHash.hash(named("a", "b;1:c")));
  }

  private static ReadBack named(String drug, String protocol) {
    return new ReadBack(
        1, 2, SampleOrders.USUAL, drug, protocol, "", 0, 0, 0, 0, 0, 0, "", "", List.of(), "");
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(readBack(SampleOrders.USUAL)).isEqualTo(readBack(SampleOrders.USUAL));
  }

  private ReadBack readBack(Order order) {
    return review.readBack(order, NONCE, EXPIRES_AT_NS);
  }

  private static Volume ml(String ml) {
    return Volume.floorMl(new BigDecimal(ml));
  }

  /** The record with one component changed. */
  private static <R extends Record> R with(R record, RecordComponent changed)
      throws ReflectiveOperationException {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object value = components[i].getAccessor().invoke(record);
      values[i] = components[i].getName().equals(changed.getName()) ? other(value) : value;
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @SuppressWarnings("unchecked")
    Constructor<R> constructor = (Constructor<R>) record.getClass().getDeclaredConstructor(types);
    return constructor.newInstance(values);
  }

  private static Object other(Object value) {
    return switch (value) {
      case Long number -> number + 1;
      case String text -> text + "x";
      case Order order -> SampleOrders.weight(order.weightG() + 1);
      case List<?> ignored -> List.of(new Finding("X", Severity.NOTE, "x"));
      default -> throw new AssertionError("component of a new type: " + value);
    };
  }
}

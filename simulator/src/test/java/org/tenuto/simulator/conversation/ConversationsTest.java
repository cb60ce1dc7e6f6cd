package org.tenuto.simulator.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.PermittedOrder;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraResolution;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.pump.PumpFault;

/**
 * Thousands of seeded conversations between driver and pump over a line that goes wrong: the pump
 * never moves beyond what was permitted, everything ends in an outcome with a name, and nothing
 * takes longer than {@link Deadlines}. The full run makes more of it; {@code -Dtenuto.seed=N} holds
 * one of them alone.
 */
class ConversationsTest {

  private static final boolean FULL = Boolean.parseBoolean(System.getenv("CI"));
  private static final long CONVERSATIONS = FULL ? 10_000 : 2_000;
  private static final long SEED = Long.getLong("tenuto.seed", 0);

  private static List<PermittedOrder> orders = List.of();

  /** 52.5 and 21 mL/h in a 50 mL syringe. */
  @BeforeAll
  static void permit() throws Exception {
    DrugLibrary library = ShippedLibrary.load(false);
    var review =
        new OrderReview(
            library, s -> new NewEraResolution(NewEraModel.NE_1000, s.innerDiameterUm()));
    orders =
        List.of(permitted(review, order(library, 2_400)), permitted(review, order(library, 6_000)));
  }

  private static PermittedOrder permitted(OrderReview review, Order order) {
    return Objects.requireNonNull(review.permit(review.readBack(order, 1, 1)));
  }

  private static Order order(DrugLibrary library, long durationS) {
    return Order.ofDose(
        library.hash(),
        "KETAMINE-RACEMIC",
        "DEP-RACEMIC-40",
        70_000,
        500_000,
        durationS,
        1_000_000,
        "BD-PLASTIPAK-50",
        50_000_000,
        "bench");
  }

  @Test
  void noConversationMovesTooMuchOrWaitsForEver() {
    LongStream seeds = SEED > 0 ? LongStream.of(SEED) : LongStream.rangeClosed(1, CONVERSATIONS);
    Map<Talk.Outcome, Integer> outcomes = new EnumMap<>(Talk.Outcome.class);
    Map<PumpFault, Integer> faults = new EnumMap<>(PumpFault.class);
    long virtualNs = 0;
    long recoveryNs = 0;
    for (long seed : seeds.toArray()) {
      var talk = new Talk(TalkPlan.of(seed), orders);
      assertThat(talk.run()).as("again: -Dtenuto.seed=%d", seed).isEmpty();
      outcomes.merge(talk.outcome(), 1, Integer::sum);
      faults.merge(talk.fault(), 1, Integer::sum);
      virtualNs += talk.virtualNs();
      recoveryNs = Math.max(recoveryNs, talk.longestRecoveryNs());
    }
    System.out.printf(
        "conversations: %s, %.1f h, %s, longest recovery %d ms%n",
        outcomes, virtualNs / 3.6e12, faults, recoveryNs / Deadlines.MS);
    if (SEED == 0) {
      assertThat(outcomes).containsOnlyKeys(Talk.Outcome.values());
      // The others need a pump that lies, which a line with a check does not make of an honest one.
      assertThat(faults)
          .containsKeys(
              PumpFault.SILENT,
              PumpFault.LINE_LOST,
              PumpFault.STOP_UNCONFIRMED,
              PumpFault.REFUSED,
              PumpFault.STALLED,
              PumpFault.RESET,
              PumpFault.WATCHDOG);
    }
  }
}

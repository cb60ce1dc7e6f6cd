package org.tenuto.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InfusionTransitionsTest {

  /** Every transition that changes the state; all other pairs must leave it as it is. */
  private static final Set<String> CHANGES =
      Set.of(
          "SELF_TEST SELF_TEST_PASSED IDLE",
          "IDLE ORDER_READ_BACK READY",
          "COMPLETE ORDER_READ_BACK READY",
          "IDLE PRIMING_STARTED PRIMING",
          "COMPLETE PRIMING_STARTED PRIMING",
          "PRIMING STAFF_STOP IDLE",
          "PRIMING STAFF_PAUSE IDLE",
          "PRIMING PAUSE_CONDITION IDLE",
          "PRIMING COMPLETED IDLE",
          "READY STARTED INFUSING",
          "READY STAFF_STOP IDLE",
          "READY READ_BACK_EXPIRED IDLE",
          "INFUSING STAFF_STOP IDLE",
          "INFUSING STAFF_PAUSE PAUSED",
          "INFUSING PAUSE_CONDITION PAUSED",
          "INFUSING COMPLETED COMPLETE",
          "PAUSED STAFF_STOP IDLE",
          "PAUSED RESUMED INFUSING",
          "PAUSED COMPLETED COMPLETE",
          "FAULT RESET SELF_TEST");

  @Test
  void everyPairDoesWhatTheTableSays() {
    for (InfusionState state : InfusionState.values()) {
      for (InfusionEvent event : InfusionEvent.values()) {
        InfusionState next = InfusionTransitions.next(state, event);
        String row = state + " " + event + " " + next;
        if (event == InfusionEvent.FAULT_CONDITION) {
          assertThat(next).as(row).isEqualTo(InfusionState.FAULT);
        } else if (next == state) {
          assertThat(CHANGES).noneMatch(c -> c.startsWith(state + " " + event + " "));
        } else {
          assertThat(CHANGES).contains(row);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(InfusionState.class)
  void onlyAHumanStartOrResumeLeadsToDelivery(InfusionState state) {
    for (InfusionEvent event : InfusionEvent.values()) {
      if (state != InfusionState.INFUSING
          && InfusionTransitions.next(state, event) == InfusionState.INFUSING) {
        assertThat(EnumSet.of(InfusionEvent.STARTED, InfusionEvent.RESUMED)).contains(event);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(InfusionState.class)
  void onlyAHumanPrimingLeadsToPriming(InfusionState state) {
    for (InfusionEvent event : InfusionEvent.values()) {
      if (state != InfusionState.PRIMING
          && InfusionTransitions.next(state, event) == InfusionState.PRIMING) {
        assertThat(event).isEqualTo(InfusionEvent.PRIMING_STARTED);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"FAULT", "SELF_TEST", "IDLE", "COMPLETE", "PRIMING"})
  void noSingleEventLeadsFromRestToDelivery(InfusionState state) {
    for (InfusionEvent event : InfusionEvent.values()) {
      assertThat(InfusionTransitions.next(state, event)).isNotEqualTo(InfusionState.INFUSING);
    }
  }
}

package org.tenuto.control.explore;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.alarm.AlarmPriority;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpState;

/** What holds in every step of every run. */
enum Promise {
  DELIVERS_ONLY_WHILE_INFUSING_OR_PRIMING {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      // A fault in the very cycle of the start may already have ended it.
      boolean ended = after.state() == InfusionState.FAULT && !after.driven();
      return after.programs() == before.programs()
          || after.delivering()
          || ended;
    }
  },
  MOTION_BEGINS_BY_A_PERSON_OR_AS_THE_NEXT_PHASE {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      boolean nextPhase =
          before.state() == InfusionState.INFUSING && after.phase() == before.phase() + 1;
      return after.programs() == before.programs()
          || input == Input.START
          || input == Input.START_PRIMING
          || input == Input.RESUME
          || nextPhase
          || (before.changing() && before.state() == InfusionState.INFUSING);
    }
  },
  A_CHANGE_IS_CONFIRMED_BY_A_PERSON_AND_ONLY_WHILE_UNDER_WAY {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      boolean begun = after.changing() && !before.changing();
      boolean underWay =
          after.state() == InfusionState.INFUSING || after.state() == InfusionState.PAUSED;
      return (!begun || input == Input.START) && (!after.changing() || underWay);
    }
  },
  A_CHANGE_TAKES_EFFECT_ON_A_PUMP_AT_REST {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      boolean same = before.orderNonce() != 0 && before.orderNonce() == after.orderNonce();
      boolean changed = same && !Objects.equals(before.order(), after.order());
      return !changed || (!after.moving() && (before.changing() || input == Input.START));
    }
  },
  INFUSING_IS_ENTERED_FROM_READY_BY_START_OR_FROM_PAUSED_BY_RESUME {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      boolean entered =
          before.state() != InfusionState.INFUSING && after.state() == InfusionState.INFUSING;
      boolean started = before.state() == InfusionState.READY && input == Input.START;
      boolean resumed = before.state() == InfusionState.PAUSED && input == Input.RESUME;
      return !entered || started || resumed;
    }
  },
  PRIMING_IS_ENTERED_FROM_REST_BY_A_CONFIRMED_PRIMING {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      boolean entered =
          before.state() != InfusionState.PRIMING && after.state() == InfusionState.PRIMING;
      boolean rested =
          before.state() == InfusionState.IDLE || before.state() == InfusionState.COMPLETE;
      return !entered || (rested && input == Input.START_PRIMING && !before.moving());
    }
  },
  FAULT_IS_LEFT_BY_A_RESET_ALONE {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      return before.state() != InfusionState.FAULT
          || after.state() == InfusionState.FAULT
          || (input == Input.RESET && RESTING.contains(after.state()) && !after.driven());
    }
  },
  EVERY_HIGH_CONDITION_THAT_ACTS_STOPS {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      for (AlarmCondition condition : AlarmCondition.values()) {
        boolean acts =
            condition.priority() == AlarmPriority.HIGH
                && condition.effect() != AlarmCondition.Effect.NONE
                && (after.alarmPresentBits() & condition.bit()) != 0;
        if (acts && (after.delivering() || after.driven())) {
          return false;
        }
      }
      return true;
    }
  },
  AN_E_STOP_WINS_AND_IS_A_FAULT {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      return !E_STOPS.contains(input)
          || (after.state() == InfusionState.FAULT
              && !after.driven()
              && after.programs() == before.programs()
              && (before.state() == InfusionState.FAULT
                  || after.stopCalls() > before.stopCalls()));
    }
  },
  A_STOP_WINS {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      boolean stopped =
          input == Input.STOP
              || input == Input.STOP_BUTTON
              || input == Input.START_AND_STOP_BUTTON
              || input == Input.START_AND_STOP
              || input == Input.START_PRIMING_AND_STOP
              || input == Input.RESUME_AND_STOP;
      return !stopped
          || (!after.driven()
              && after.stopCalls() > before.stopCalls()
              && !OPEN.contains(after.state()));
    }
  },
  A_PAUSE_WINS {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      boolean paused =
          input == Input.PAUSE
              || input == Input.RESUME_AND_PAUSE
              || input == Input.START_PRIMING_AND_PAUSE;
      return !paused || (!after.driven() && !after.delivering());
    }
  },
  NOT_DELIVERING_IS_NOT_DRIVEN {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      return after.delivering() || !after.driven();
    }
  },
  NEVER_MORE_THAN_THE_PHASES_SO_FAR {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      // A change to less finds the pump at most where the order was before it; from there, no more.
      long stands = before.truthIsOfOrder() ? before.truthNl() : 0;
      return !after.truthIsOfOrder() || after.truthNl() <= Math.max(stands, after.upToPhaseNl());
    }
  },
  THE_LEDGER_BRACKETS_THE_TRUTH {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      return !after.truthIsOfOrder()
          || (after.atLeastNl() <= after.truthNl() && after.truthNl() <= after.atMostNl());
    }
  },
  NEVER_MORE_PRIMED_THAN_CONFIRMED {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      return !after.truthIsOfPriming()
          || (after.truthNl() <= after.primingNl()
              && after.primingNl() <= MOST_PRIMED_NL
              && after.programNl() == after.primingNl());
    }
  },
  A_PRIMING_IS_BOOKED_IN_ITS_OWN_LEDGER {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      return !after.truthIsOfPriming()
          || (after.primedAtLeastNl() <= after.truthNl()
              && after.truthNl() <= after.primedAtMostNl());
    }
  },
  A_PRIMING_IS_NO_ORDERS {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      boolean nothingOfAnOrder = after.atLeastNl() == 0 && after.atMostNl() == 0;
      boolean alone = after.orderNonce() == 0;
      return (!after.truthIsOfPriming() || nothingOfAnOrder)
          && (after.state() != InfusionState.PRIMING || alone);
    }
  },
  AN_ORDER_IS_NO_PRIMINGS {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      return !after.truthIsOfOrder() || after.primedAtMostNl() == 0;
    }
  },
  A_PROGRAM_IS_THE_REST_AND_NOT_MORE {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      if (after.programs() == before.programs() || after.truthIsOfPriming()) {
        return true;
      }
      long restNl = after.upToPhaseNl() - (after.truthIsOfOrder() ? before.atMostNl() : 0);
      return after.programNl() <= Math.max(0, after.upToPhaseNl() - after.truthNl())
          && after.programNl() >= restNl - 2 * AnyPump.DIGIT_NL;
    }
  },
  AN_ORDER_IS_SHOWN_OVER_A_PUMP_AT_REST {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      boolean shown = after.orderNonce() != 0 && after.orderNonce() != before.orderNonce();
      return !shown || (after.pumpState() == PumpState.STOPPED && !after.moving());
    }
  },
  NOTHING_IS_DELIVERED_WITHOUT_A_PAGE_FOR_LONGER_THAN_30_S {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      return after.longestUnseenNs() < 30 * World.S;
    }
  },
  COMPLETE_MEANS_DELIVERED {
    @Override
    boolean holds(Facts before, Input input, Facts after) {
      boolean completed =
          before.state() != InfusionState.COMPLETE && after.state() == InfusionState.COMPLETE;
      return !completed
          || (after.truthIsOfOrder()
              && after.order() != null
              && after.truthNl() >= after.order().volumeNl() - TOLERANCE_NL);
    }
  };

  private static final Set<Input> E_STOPS =
      EnumSet.of(
          Input.E_STOP_IS_OPEN_FOR_A_CYCLE,
          Input.START_AND_E_STOP,
          Input.RESUME_AND_E_STOP,
          Input.START_PRIMING_AND_E_STOP,
          Input.PANEL_IS_LOST_FOR_A_CYCLE);
  private static final Set<InfusionState> RESTING =
      EnumSet.of(InfusionState.SELF_TEST, InfusionState.IDLE);
  private static final Set<InfusionState> OPEN =
      EnumSet.of(
          InfusionState.PRIMING,
          InfusionState.READY,
          InfusionState.INFUSING,
          InfusionState.PAUSED);

  /** 2 mL, whatever was asked for. */
  private static final long MOST_PRIMED_NL = 2_000_000;

  /** What the pump's own end may fall short by: 20 µL, as under-delivery is judged. */
  private static final long TOLERANCE_NL = 20_000;

  abstract boolean holds(Facts before, Input input, Facts after);
}

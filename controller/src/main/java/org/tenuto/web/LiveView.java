package org.tenuto.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.AlarmPriority;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pk.PkModel;
import org.tenuto.pump.PumpState;

/**
 * The device as staff see it at one moment.
 *
 * @param stationBootId this boot of the station
 * @param executor whether the controller is there
 * @param state what the device is doing
 * @param reason why nothing is being delivered
 * @param pumpState where the conversation with the pump stands
 * @param delivery the order that is shown, running or last ran; null if there is none
 * @param readBack read-back of that order; null if there is none or this station never saw it
 * @param recentDose what this device gave in the last 24 h; null if nothing
 * @param priming filling of the line that runs or ran last; null if an order was started since
 * @param alarms active and latched alarms, any order
 * @param audioPauseLeftS what is left of the audio pause, s; 0 if the sound is not paused
 * @param notMonitored what no sensor watches on this device, in plain words
 * @param emergencyStopLine whether the red button is wired to this device
 * @param buzzer whether a buzzer is wired to this device
 * @param timing what the kernel permitted the controller, in plain words
 * @param telemetry whether anybody can watch from afar
 */
public record LiveView(
    long stationBootId,
    Executor executor,
    InfusionState state,
    NotDeliveringReason reason,
    PumpState pumpState,
    @Nullable Delivery delivery,
    @Nullable ReadBackView readBack,
    @Nullable RecentDose recentDose,
    @Nullable Priming priming,
    List<Alarm> alarms,
    long audioPauseLeftS,
    List<String> notMonitored,
    boolean emergencyStopLine,
    boolean buzzer,
    String timing,
    Telemetry telemetry) {

  public LiveView {
    alarms = List.copyOf(alarms);
    notMonitored = List.copyOf(notMonitored);
  }

  /**
   * The controller process.
   *
   * @param bootId its boot; 0 if it was never seen
   * @param cycle of the figures shown; a page that shows them says so
   * @param alive whether its snapshot is newer than 500 ms
   * @param ageMs age of that snapshot, ms
   */
  public record Executor(long bootId, long cycle, boolean alive, long ageMs) {}

  /**
   * What an order has delivered; figures of the executor's snapshot.
   *
   * @param nonce nonce of the order's read-back
   * @param phase present phase, counted from 0
   * @param phases how many the order has
   * @param orderedNl volume to be infused, nL
   * @param atLeastNl what was certainly delivered, nL
   * @param atMostNl what can have been delivered at most, nL
   * @param concentrationNgPerMl drug in the syringe, ng/mL
   * @param weightG weight the order is dosed by, g
   * @param orderedRateNlPerH ordered flow rate of the present phase, nL/h
   * @param rateNlPerH flow rate now, nL/h
   * @param doseRateNgPerKgPerH dose rate now, ng/kg/h
   * @param timeLeftS what the remainder takes, s
   * @param changing whether a confirmed change waits for the pump to rest
   * @param predictedNow of each model that predicts anything
   */
  public record Delivery(
      long nonce,
      int phase,
      int phases,
      long orderedNl,
      long atLeastNl,
      long atMostNl,
      long concentrationNgPerMl,
      long weightG,
      long orderedRateNlPerH,
      long rateNlPerH,
      long doseRateNgPerKgPerH,
      long timeLeftS,
      boolean changing,
      List<Predicted> predictedNow) {

    public Delivery {
      predictedNow = List.copyOf(predictedNow);
    }
  }

  /**
   * What one model predicts for this moment; never a measurement.
   *
   * @param plasmaPgPerMl in plasma, pg/mL; -1 if it predicts none
   * @param effectPgPerMl at the effect site, pg/mL; -1 if it predicts none
   */
  public record Predicted(PkModel model, long plasmaPgPerMl, long effectPgPerMl) {}

  /**
   * What this device gave in the last 24 h, and that may have been the same person.
   *
   * @param ng how much at most, ng
   * @param endedAgoS when the last of it ended, s
   */
  public record RecentDose(long ng, long endedAgoS) {}

  /**
   * A filling of the line; figures of the executor's snapshot. It belongs to no order.
   *
   * @param volumeNl volume to be primed, nL
   * @param rateNlPerH its flow rate, nL/h
   * @param atLeastNl what was certainly delivered, nL
   * @param atMostNl what can have been delivered at most, nL
   * @param allAtMostNl with all primings before it since an order was started, at most, nL
   */
  public record Priming(
      long volumeNl, long rateNlPerH, long atLeastNl, long atMostNl, long allAtMostNl) {

    /** Time the rest takes, s, rounded up. */
    long timeLeftS() {
      long leftNl = Math.max(0, volumeNl - atLeastNl);
      return Math.ceilDiv(leftNl * 3_600, Math.max(1, rateNlPerH));
    }
  }

  /**
   * An alarm.
   *
   * @param id stable name of the condition
   * @param text the condition and what to do, one line
   * @param present whether its cause is there now; false: latched until acknowledged
   * @param pausable whether an audio pause is about it: else it sounds on
   */
  public record Alarm(
      String id, AlarmPriority priority, String text, boolean present, boolean pausable) {}

  /** The connection to the broker. It never affects an infusion. */
  public enum Telemetry {
    OFF,
    CONNECTED,
    DISCONNECTED
  }
}

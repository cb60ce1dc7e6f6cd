package org.tenuto.dose;

import java.math.BigDecimal;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/**
 * What a pump can be told: the increments and limits of its number format with one syringe.
 * Implemented by the driver that will run the order. Pure, no allocation promise.
 */
public interface PumpResolution {

  /** The highest rate the pump can be told that is not above {@code mlPerH}; 0 if there is none. */
  FlowRate floorRate(BigDecimal mlPerH);

  /** The highest volume the pump can be told that is not above {@code ml}; 0 if there is none. */
  Volume floorVolume(BigDecimal ml);

  /** The lowest rate the mechanism runs with this syringe. */
  FlowRate minimumRate();

  /** The highest rate the mechanism runs with this syringe. */
  FlowRate maximumRate();

  /**
   * What would have to be changed about the pump for a rate above its maximum, to be put behind the
   * refusal: a semicolon and a few words; empty if nothing can be.
   */
  default String remedy(BigDecimal mlPerH) {
    return "";
  }

  /** The rate as the pump is told it, e.g. {@code 52.50MH}. The rate must be one it can be told. */
  String rateText(FlowRate rate);

  /** The volume as the pump is told it, e.g. {@code 35.00ML}; must be one it can be told. */
  String volumeText(Volume volume);
}

package org.tenuto.linux;

/**
 * One input and how it is read.
 *
 * @param offset number of the line on its chip, from 0
 * @param activeLow whether it is active while it is physically low
 * @param bias what holds it while nobody drives it
 * @param debounceUs how long it must be still before a change counts, µs; 0 for each edge at once
 */
public record InputLine(int offset, boolean activeLow, Bias bias, int debounceUs) {

  public InputLine {
    if (debounceUs < 0) {
      throw new IllegalArgumentException(
          "gpio line " + offset + ": debounce " + debounceUs + " us: expected 0 or more");
    }
  }

  long flags() {
    long edges = Gpio.EDGE_RISING | Gpio.EDGE_FALLING;
    return Gpio.INPUT | edges | bias.flag() | (activeLow ? Gpio.ACTIVE_LOW : 0);
  }
}

package org.tenuto.alarm;

/**
 * Colour of the lamp of a priority: Open PCA Pump System Requirements 1.0.0, Table 5. IEC 60601-1-8
 * is said to allow yellow for low as well (from memory); cyan tells it from medium.
 */
public enum LampColour {
  RED,
  YELLOW,
  CYAN
}

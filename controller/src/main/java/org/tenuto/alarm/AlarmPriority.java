package org.tenuto.alarm;

/** Urgency by IEC 60601-1-8, highest first. */
public enum AlarmPriority {
  HIGH,
  MEDIUM,
  LOW
}

package org.tenuto.doctor;

/** Looks at one thing of the board and judges it. Main thread; leaves everything as it was. */
interface Check {

  /** What was found. A thing that can't be looked at is a finding too, not an exception. */
  Finding look() throws InterruptedException;
}

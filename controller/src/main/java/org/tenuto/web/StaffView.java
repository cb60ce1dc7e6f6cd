package org.tenuto.web;

import org.jspecify.annotations.Nullable;

/**
 * Who controls the device, as every page shows it.
 *
 * @param controls null if nobody is signed in
 * @param secondCheck whether an order needs a second person before it starts
 * @param refused requests refused since the station started, for who sent them or what they were
 */
public record StaffView(@Nullable Controls controls, boolean secondCheck, long refused) {

  /**
   * Whoever controls.
   *
   * @param page name of their page
   * @param pinAgain whether a start needs their PIN once more
   */
  public record Controls(StaffDesk.Person person, String page, boolean pinAgain) {}
}

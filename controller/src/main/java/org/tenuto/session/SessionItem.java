package org.tenuto.session;

/**
 * One thing that staff see to.
 *
 * @param id stable name, in record and configuration
 * @param step where it belongs
 * @param kind how it is answered
 * @param text one line for staff
 */
public record SessionItem(String id, SessionStep step, ItemKind kind, String text) {}

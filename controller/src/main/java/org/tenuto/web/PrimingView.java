package org.tenuto.web;

import org.tenuto.dose.PrimingReadBack;

/**
 * What the device would do to fill the line, as it is put before staff.
 *
 * @param readBack the executor's own figures
 * @param secondsLeft how long it can still be started, s; 0 once it can't
 */
public record PrimingView(PrimingReadBack readBack, long secondsLeft) {}

package org.tenuto.journal.planted;

import io.javalin.Javalin;
import org.tenuto.web.DeviceDesk;

/** Violates: adapters are strangers to each other; only web speaks HTTP. */
public final class JournalThatKnowsTheWeb {

  public String both(DeviceDesk desk, Javalin server) {
    return desk + " " + server;
  }
}

package org.tenuto.station;

import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.journal.Journal;
import org.tenuto.link.StationLink;
import org.tenuto.session.SessionRules;
import org.tenuto.telemetry.Broker;

/**
 * What a station works with.
 *
 * @param journal the record, open for writing; the station closes it when it ends
 * @param link its end of the link, which also says which boot of the station this is
 * @param broker where telemetry goes; null for no telemetry
 * @param clock the clocks of its board
 * @param library drug library in force
 * @param demo whether it was told that it may take a demonstration library
 * @param sessionRules steps of a therapy session this site asks for
 * @param observation how this site observes; null for not at all
 * @param staffId who is on record for what is asked of it
 * @param configuration its configuration file, as it goes on record
 */
public record StationSetup(
    Journal journal,
    StationLink link,
    @Nullable Broker broker,
    StationClock clock,
    DrugLibrary library,
    boolean demo,
    SessionRules sessionRules,
    @Nullable ObservationRules observation,
    String staffId,
    String configuration) {}

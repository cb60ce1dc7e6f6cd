/**
 * The monitor's page: every device of a site at a glance, and each one closer. Shows what devices
 * said, how old it is and what is missing; computes nothing of theirs, sends them nothing.
 *
 * <p>Invariants. GET only, no cookies, nothing kept. A request whose Host is not this computer's
 * name or an address, or whose Origin is another page, is refused first. No inline script or style,
 * nothing from elsewhere. Whatever comes from the wire is hostile: what can't be seen in it is
 * marked, all of it is cut to a length, the page shows it as text and never as markup. Memory is
 * bounded for each device and in their number; what is left out is counted and shown.
 *
 * <p>What is not fresh is never shown as if it were: it stays, greyed, with its age. So does
 * everything when the page no longer hears this server.
 *
 * <p>Threads. One thread of the watcher's tells {@link org.tenuto.monitor.web.Site} what happened;
 * Jetty's ask it. All of its methods may be called by any thread and none waits. Each event stream
 * writes from a thread of its own, at most 16, and skips what it was too slow for.
 *
 * <pre>
 * GET /              the page
 * GET /api/site      server-sent events "site", 2.5 a second: first every device, then what changed
 * GET /api/device    ?site=&amp;device=: one device with its curve, events and birth
 * 403 Host or Origin   404   405 not GET   406 not an event stream   503 too many streams
 * </pre>
 */
@NullMarked
package org.tenuto.monitor.web;

import org.jspecify.annotations.NullMarked;

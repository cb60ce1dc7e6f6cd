/**
 * The device page: the only room with HTTP. Serves the touchscreen's page from the jar, checks what
 * staff typed, and shows what the executor says; it decides nothing. What it works out itself, the
 * figures beside a number being typed and the predicted curve, is for the eye alone.
 *
 * <p>Invariants. Bound to 127.0.0.1; a request whose Host is not a loopback name with our port, or
 * whose Origin is another page, is refused before anything else. No CORS, no inline script or
 * style, nothing from elsewhere. Bodies are JSON objects of strings, at most 16 KiB. Numbers go out
 * as base units beside ready-made text, so that page, read-back and report agree. Every limit the
 * page shows is checked here again, and a third time in the executor. The server owns the state: a
 * reloaded page goes on where it was.
 *
 * <p>HTTP API (errors are {@code {"error":{"code","field","text"}}}, one line of text):
 *
 * <pre>
 * GET  /                 the page
 * GET  /api/catalogue    drugs, protocols, concentrations, syringes, limits
 * GET  /api/status       the live message once
 * GET  /api/live         the same as server-sent events "live", 10 Hz (Accept: text/event-stream)
 * GET  /api/trace        delivered volume and predicted concentrations of the present order
 * POST /api/figures      what a number that is being typed comes to
 * POST /api/propose      {weight, protocol, concentration, syringe, loaded} as typed: 200 readBack
 * POST /api/start        {nonce, hash} of the read-back shown: 200
 * POST /api/resume       {nonce} of the paused order: 200
 * POST /api/session/...  begin, answer, weight, loading, by-hand, balance, note, end: 200 on record
 * POST /api/pause, /api/stop               no body: 202 at once, the outcome comes with live
 * POST /api/reset, /api/acknowledge        no body: 200
 * POST /api/sign-in, /api/second-check     who, by PIN; see docs/http.md
 * 401 nobody signed in   429 locked out after wrong PINs
 * 400 a field is wrong   403 Host or Origin   404, 405   406 not an event stream
 * 409 refused by the executor   413 body too long   415 not JSON   503 busy
 * </pre>
 *
 * <p>Threads. Jetty's pool answers. Commands that wait for the executor hold one of six places and
 * event streams one of sixteen, so that Stop and Pause, which hold none and share no lock with
 * them, always find a thread. One thread makes the live message; each stream writes it from its
 * own, and a client that takes nothing for 5 s is dropped. May use the pure rooms; must not know
 * another adapter, nor the station.
 */
@NullMarked
package org.tenuto.web;

import org.jspecify.annotations.NullMarked;

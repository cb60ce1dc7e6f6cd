/** Stop: one tap, always there, sent until it is taken. Unconfirmed, it says what else to do. */

import { post } from './api.js';
import { $ } from './dom.js';

const CONFIRM_MS = 500;
const AGAIN_MS = 250;

let pressedMs = null;
let presses = 0;
let taken = false;

/** Whether a Stop has waited too long for its confirmation. */
export const unconfirmed = () => pressedMs !== null && performance.now() - pressedMs > CONFIRM_MS;

/** A live message confirms a Stop that was taken: the pump at rest, nothing being delivered. */
export function confirm(live) {
  if (taken && live.state.atRest && !['INFUSING', 'PRIMING'].includes(live.state.code)) {
    pressedMs = null;
  }
}

/** Until the station has it: a request can be lost with a station that stands still. */
async function send() {
  const mine = ++presses;
  taken = false;
  while (mine === presses && !taken) {
    const answer = await post('/api/stop');
    if (mine === presses && answer.ok) {
      taken = true;
    } else {
      await new Promise((done) => setTimeout(done, AGAIN_MS));
    }
  }
}

/** Calls back when Stop is pressed, and when its confirmation is due. */
export function wire(onPressed, onLate) {
  function press() {
    pressedMs = performance.now();
    send();
    onPressed();
    setTimeout(onLate, CONFIRM_MS + 1);
  }
  // On touch, not on release; the click that follows it is not a second Stop, a key's click is one.
  $('stop').addEventListener('pointerdown', (event) => event.button === 0 && press());
  $('stop').addEventListener('click', (event) => event.detail === 0 && press());
  $('stop').addEventListener('contextmenu', (event) => event.preventDefault());
}

/** Stop: one tap, always there. Not confirmed within 500 ms, it says what else to do. */

import { post } from './api.js';
import { $ } from './dom.js';

const CONFIRM_MS = 500;

let pressedMs = null;

/** Whether a Stop has waited too long for its confirmation. */
export const unconfirmed = () => pressedMs !== null && performance.now() - pressedMs > CONFIRM_MS;

/** The live message confirms a Stop once it shows the pump at rest and nothing being delivered. */
export function confirm(live) {
  if (live.state.atRest && !['INFUSING', 'PRIMING'].includes(live.state.code)) {
    pressedMs = null;
  }
}

/** Calls back when Stop is pressed, and when its confirmation is due. */
export function wire(onPressed, onLate) {
  function press() {
    pressedMs = performance.now();
    post('/api/stop');
    onPressed();
    setTimeout(onLate, CONFIRM_MS + 1);
  }
  // On touch, not on release; the click that follows it is not a second Stop, a key's click is one.
  $('stop').addEventListener('pointerdown', (event) => event.button === 0 && press());
  $('stop').addEventListener('click', (event) => event.detail === 0 && press());
  $('stop').addEventListener('contextmenu', (event) => event.preventDefault());
}

/**
 * Tells the device that it is seen: each second, and only what was really painted. A page that is
 * hidden, hangs or shows old figures says nothing, and then the device pauses.
 */

import { post } from './api.js';

const EVERY_MS = 1_000;

let sentMs = -Infinity;
let painting = false;

/** These figures of the controller's were just put on the screen. */
export function painted({ boot, cycle }) {
  if (painting || performance.now() - sentMs < EVERY_MS) {
    return;
  }
  painting = true;
  // The second frame begins when the first was painted; no frame comes while the page is hidden.
  requestAnimationFrame(() => requestAnimationFrame(() => {
    painting = false;
    if (document.visibilityState === 'visible') {
      sentMs = performance.now();
      post('/api/seen', { boot, cycle: String(cycle) });
    }
  }));
}

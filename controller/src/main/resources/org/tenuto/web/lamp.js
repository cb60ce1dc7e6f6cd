/** The alarm lamp: strip and frame flash as the device's own table says for the priority. */

import signals from '/api/signals' with { type: 'json' };
import { $ } from './dom.js';

let shown = '';
let running = [];

/** Frames of one flash: lit, then dark, without a transition. */
function flash({ flashMs, litMs }, lit, dark) {
  const offset = litMs / flashMs;
  return [
    { ...lit, offset: 0, easing: 'step-end' },
    { ...dark, offset, easing: 'step-end' },
    { ...dark, offset: 1 },
  ];
}

/** Lights the lamp of a priority; '' for dark. */
export function light(priority) {
  if (priority === shown) {
    return;
  }
  shown = priority;
  running.forEach((animation) => animation.cancel());
  running = [];
  $('lamp').className = `lamp-frame ${priority}`;
  $('lamp').hidden = priority === '';
  const signal = signals.priorities[priority];
  if (!signal || signal.litMs >= signal.flashMs) {
    return;
  }
  const own = priority.toLowerCase();
  const timing = { duration: signal.flashMs, iterations: Infinity };
  running = [
    $('alarm').animate(flash(signal,
      { backgroundColor: `var(--${own})`, color: `var(--on-${own})` },
      { backgroundColor: `var(--${own}-off)`, color: `var(--on-${own}-off)` }), timing),
    $('lamp').animate(flash(signal, { opacity: 1 }, { opacity: 0 }), timing),
  ];
}

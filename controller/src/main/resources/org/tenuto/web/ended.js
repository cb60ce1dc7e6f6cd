/** Stopped, complete or fault: what was delivered, between what bounds, and what to do next. */

import { $, figure, text } from './dom.js';
import { summary } from './program.js';

let shown = '';

export function render(live) {
  const { state, delivery } = live;
  text('end-title', state.reasonText || state.text);
  text('end-pump', [state.pumpText, order(live)].filter(Boolean).join(' \u00b7 '));
  text('end-next', live.next);
  const key = JSON.stringify(delivery ?? null);
  if (key !== shown) {
    shown = key;
    $('end-brackets').replaceChildren(...(delivery ? brackets(delivery) : []));
  }
}

function order({ readBack, delivery }) {
  if (!readBack || !delivery) {
    return '';
  }
  return `${summary(readBack)}, ${delivery.weight}, ${delivery.concentration}`;
}

function brackets(delivery) {
  return [
    figure('Delivered at least', 'ended-at-least', delivery.atLeast.text),
    figure('Delivered at most', 'ended-at-most', delivery.atMost.text),
    figure('Ordered', 'ended-ordered', delivery.ordered.text),
    figure('Given at least', 'ended-given', delivery.given.text),
    figure('Given at most', 'ended-given-at-most', delivery.givenAtMost.text),
    figure('Given at least, per kg', 'ended-given-per-kg', delivery.givenPerKg.text),
  ];
}

/** Stopped, complete or fault: what was delivered, between what bounds, and what to do next. */

import { $, figure, text } from './dom.js';

let shown = '';

export function render(live) {
  const { state, delivery } = live;
  const stopped = state.code === 'IDLE' || state.code === 'SELF_TEST';
  text('end-title', stopped ? 'Order ended' : state.text);
  text('end-reason', [state.reasonText, state.pumpText].filter(Boolean).join(' \u00b7 '));
  text('end-next', live.next);
  const key = JSON.stringify(delivery ?? null);
  if (key !== shown) {
    shown = key;
    $('end-brackets').replaceChildren(...(delivery ? brackets(delivery) : []));
  }
}

function brackets(delivery) {
  return [
    figure('Delivered at least', 'ended-at-least', delivery.atLeast.text),
    figure('Delivered at most', 'ended-at-most', delivery.atMost.text),
    figure('Ordered', 'ended-ordered', delivery.ordered.text),
    figure('Given at least', 'ended-given', delivery.given.text),
    figure('Given at most', 'ended-given-at-most', delivery.givenAtMost.text),
    figure('Per body weight', 'ended-given-per-kg', delivery.givenPerKg.text),
  ];
}

/** The running screen: figures of the live message, as they come. */

import { $, figure, quantity, show, text } from './dom.js';
import * as plot from './plot.js';
import * as prediction from './prediction.js';
import { summary } from './program.js';
import { follow } from './trace.js';

export function build() {
  $('run-figures').append(
    figure('Flow rate', 'flow-rate', '\u2013'),
    figure('Dose rate', 'dose-rate', '\u2013'),
    figure('Time left', 'time-left', '\u2013'));
}

const part = (id) => $('run-figures').querySelector(`[data-testid="${id}"]`);

export function render(live) {
  const { delivery, readBack } = live;
  quantity(part('flow-rate'), delivery.rate.text);
  quantity(part('dose-rate'), delivery.doseRate.text);
  quantity(part('time-left'), delivery.timeLeft.text);
  quantity($('run-delivered'), delivery.atLeast.text);
  text('run-ordered', delivery.ordered.text);
  quantity($('run-given'), delivery.given.text);
  quantity($('run-given-kg'), delivery.givenPerKg.text);
  text('run-at-most', `At most ${delivery.atMost.text}`);
  const order = readBack ? `, ${summary(readBack)}` : '';
  text('run-order', `${delivery.weight}, ${delivery.concentration}${order}`);
  const done = delivery.ordered.value ? delivery.atLeast.value / delivery.ordered.value : 0;
  $('run-bar').style.setProperty('--done', String(Math.min(1, done)));
  $('run-bar').setAttribute('aria-valuenow', String(Math.floor(done * 100)));
  const words = next(live);
  show('run-next', words !== '');
  text('run-next', words);
  phase(delivery, readBack);
  text('run-pressure', pressure(live));
  const trace = follow(live);
  plot.draw(live, trace);
  prediction.render(live, trace);
}

/** What no sensor watches is never shown as a figure. */
function pressure({ notMonitored }) {
  const watched = !notMonitored.some((name) => name.includes('pressure'));
  return `Pressure: ${watched ? 'monitored' : 'not monitored'}`;
}

function next({ delivery, state, next: words }) {
  if (delivery.changing) {
    return 'Changing the dose rate: the pump rests first, then goes on.';
  }
  return state.code === 'PAUSED' ? `${state.reasonText}. ${words}` : '';
}

function phase({ phase: present, phases }, readBack) {
  const kind = readBack?.phases[present - 1]?.kindText;
  text('run-phase', phases > 1 ? `Phase ${present} of ${phases}${kind ? `: ${kind}` : ''}` : '');
}

/** Filling the line: ask, confirm that it is not connected, hold, watch. It belongs to no order. */

import { $, figure, make, show, text } from './dom.js';

const VOLUMES = ['0.5', '1', '1.5', '2'];

let asked = false;
let offer = null;
let confirmed = false;
let shown = '';

/** Whether staff are about to prime: the screen is this one's then. */
export const open = () => asked;

/** What the device would do; null until it said so. */
export const offered = () => offer;

/** Whether it may be started: read back, and the line's end looked at. */
export const ready = () => offer !== null && confirmed;

export function begin() {
  close();
  asked = true;
}

export function close() {
  asked = false;
  offer = null;
  confirmed = false;
}

/** The device said what it would do; each time the line has to be looked at anew. */
export function put(newOffer) {
  offer = newOffer;
  confirmed = false;
}

/** What was primed since an order was started, in a few words; empty if nothing was. */
export function primed(live) {
  const { priming, state } = live;
  return priming && state.code !== 'PRIMING' ? `${priming.allAtMost.text} primed` : '';
}

export function render(live, syringe) {
  const running = live.state.code === 'PRIMING';
  const stage = running ? 'run' : offer ? 'confirm' : 'ask';
  text('pr-title', {
    run: 'Priming: the line is not connected',
    confirm: 'Look at the end of the line',
    ask: `How much? ${syringe}`,
  }[stage]);
  show('pr-volumes', stage === 'ask');
  show('pr-confirm', stage === 'confirm');
  $('pr-confirm').setAttribute('aria-pressed', String(confirmed));
  text('pr-confirm-more', confirmed ? 'Confirmed' : 'Tap to confirm');
  show('pr-track', running);
  const figures = running ? runningFigures(live.priming) : offer ? offerFigures() : [];
  const key = JSON.stringify(figures);
  if (key !== shown) {
    shown = key;
    $('pr-figures').replaceChildren(...figures.map(([name, id, value]) => figure(name, id, value)));
  }
  if (running && live.priming) {
    const done = live.priming.atLeast.value / live.priming.volume.value;
    $('pr-track').style.setProperty('--done', String(Math.min(1, done)));
  }
  text('pr-next', running ? live.next
    : 'What is primed leaves the syringe. Then enter as loaded what is in it now.');
}

const offerFigures = () => [
  ['Volume', 'prime-volume', offer.volume],
  ['Flow rate', 'prime-rate', offer.flowRate],
  ['Time', 'prime-time', offer.duration],
];

const runningFigures = (priming) => (priming ? [
  ['Primed', 'primed', priming.atLeast.text],
  ['Of', 'prime-volume', priming.volume.text],
  ['Time left', 'prime-left', priming.timeLeft.text],
] : []);

/** Calls back with the volume that was chosen. */
export function wire(chosen, changed) {
  $('pr-volumes').replaceChildren(...VOLUMES.map((volume) => {
    const button = make('button', 'choice', `prime-${volume}`, `${volume}\u00a0mL`);
    button.type = 'button';
    button.addEventListener('click', () => chosen(volume));
    return button;
  }));
  $('pr-confirm').addEventListener('click', () => {
    confirmed = !confirmed;
    changed();
  });
}

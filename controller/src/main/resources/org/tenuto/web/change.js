/**
 * Another dose rate for the running or paused order: a number, the device's read-back of it, a
 * hold. The order runs on as it is until the device says otherwise.
 */

import { $, figure, make, show, text } from './dom.js';
import { hold } from './hold.js';
import { ask, dismiss } from './keypad.js';
import { normal } from './number.js';
import { refresh } from './order.js';

const UNIT = 'mg/kg/h';
const PASSED = 'The order has gone on meanwhile: look at it, then change it anew.';

/** Of the catalogue, by protocol id: {limits, attestationAbove}. */
let protocols = {};
/** The moment of the order that is to be changed, {nonce, phase, state}; null if none is. */
let subject = null;
/** The device's read-back of the change, and until when it may be confirmed. */
let offer = null;
let offerEndsMs = 0;
let reading = false;
let why = '';
let shown = '';

export function load(catalogue) {
  protocols = Object.fromEntries(catalogue.drugs.flatMap((drug) => drug.protocols.map((p) =>
    [p.id, { limits: p.doseRateLimits, attestationAbove: drug.attestationAbove }])));
}

/** Whether staff are about to change the order: the screen is this one's then. */
export const open = () => subject !== null;

const secondsLeft = () => Math.max(0, Math.ceil((offerEndsMs - performance.now()) / 1000));

/** The change as the device read it back; null until it did. */
export const offered = () => offer && { ...offer, secondsLeft: secondsLeft() };

export function close() {
  if (subject) {
    subject = null;
    offer = null;
    dismiss();
    refresh();
  }
}

/** Closes what the order has passed; says so, else nothing. */
export function follow(live) {
  if (!subject) {
    return '';
  }
  const now = momentOf(live);
  const same = Object.keys(subject).every((key) => subject[key] === now[key]);
  if (same) {
    return '';
  }
  close();
  return ['INFUSING', 'PAUSED'].includes(now.state) ? PASSED : '';
}

const momentOf = ({ delivery, state }) =>
  ({ nonce: delivery?.nonce, phase: delivery?.phase, state: state.code });

function begin(live) {
  subject = momentOf(live);
  why = '';
  enter(live.readBack);
}

/** Asks for the number, within what the protocol allows of a phase that is no bolus. */
function enter(readBack) {
  offer = null;
  show('ch-choices', false);
  const bolus = readBack.phases[subject.phase - 1]?.kind === 'BOLUS';
  const limits = bolus ? {} : protocols[readBack.protocolId]?.limits ?? {};
  ask({
    host: 'change-editor',
    name: 'Dose rate',
    unit: UNIT,
    limits: { ...limits, aboveZero: !(Number(limits.hardMin) > 0) },
    figures: (typed) => figuresForm(readBack, typed),
    derived: ({ flowRate }) => (flowRate ? `flow rate ${flowRate}` : ''),
    accept: (typed) => accept(normal(typed), bolus, readBack),
    cancel: close,
  });
}

const number = (quantity) => quantity.replaceAll(',', '').split(' ')[0];

/** An hour at the dose rate that is being typed, to ask what flow rate it comes to. */
function figuresForm(readBack, typed) {
  return {
    weight: number(readBack.dosingWeight),
    protocol: readBack.protocolId,
    concentration: number(readBack.concentration),
    syringe: '',
    loaded: '',
    phases: [{ kind: 'MAINTENANCE', unit: 'MG_PER_KG_PER_H', amount: typed, durationS: 3600 }],
  };
}

let propose = () => {};

function accept(doseRate, bolus, readBack) {
  why = '';
  const above = protocols[readBack.protocolId]?.attestationAbove;
  const attestable = above && !bolus && !readBack.intensiveMonitoring;
  if (attestable && Number(doseRate) > above.value / 1e6) {
    attest(doseRate, above.text);
  } else {
    propose({ doseRate });
  }
}

function attest(doseRate, above) {
  const choice = (id, attested, words, detail) => {
    const button = make('button', 'choice', `change-${id}`, words);
    button.type = 'button';
    button.append(make('small', '', '', detail));
    button.addEventListener('click', () =>
      propose({ doseRate, intensiveMonitoring: attested }));
    return button;
  };
  $('ch-choices').replaceChildren(
    choice('attested', true, 'Intensive monitoring attested', `Needed above ${above}`),
    choice('not', false, 'Not attested', 'The device will refuse this dose rate'));
  show('ch-choices', true);
}

/** The order as it runs, beside the number entry. */
export function render({ delivery, readBack }) {
  const phase = readBack?.phases[delivery.phase - 1];
  const figures = [
    ['Dose rate now', 'change-dose-rate', phase?.doseRate ?? '\u2013'],
    ['Flow rate now', 'change-flow-rate', delivery.orderedRate.text],
    ['Given', 'change-given-now', delivery.given.text],
    [`Delivered of ${delivery.ordered.text}`, 'change-delivered-now', delivery.atLeast.text]];
  const key = JSON.stringify(figures);
  if (key !== shown) {
    shown = key;
    $('ch-figures').replaceChildren(...figures.map(([name, id, value]) => figure(name, id, value)));
  }
  text('ch-why', why);
  show('ch-reading', reading);
}

/** The device read it back anew, as checked by a second person. */
export function checked(readBack) {
  offer = readBack;
  offerEndsMs = performance.now() + offer.secondsLeft * 1000;
}

export function renderActions(live, now, { busy, lost, unseen, mine, second, notBy }) {
  const changeable = now === 'run' && !lost && live.readBack && !live.delivery.changing;
  show('change-rate', Boolean(changeable && mine));
  $('change-rate').disabled = busy || notBy !== '';
  text('change-why', notBy);
  show('change-back', open() && now !== 'sign-in');
  $('change-back').disabled = busy;
  show('change-start', now === 'readback' && offer !== null && !offer.refused && !second);
  $('change-start').disabled = busy || unseen || secondsLeft() === 0;
}

/** Its buttons. `send` sends one command, `render` shows the page anew, `live` is what it shows. */
export function wire(send, render, live) {
  const back = () => {
    if ($('keypad').hidden || offer) {
      enter(live().readBack);
    } else {
      close();
    }
    render();
  };
  propose = async (wanted) => {
    show('ch-choices', false);
    reading = true;
    const { nonce, phase } = subject;
    const answer = await send('/api/change', { nonce, phase, ...wanted });
    reading = false;
    put(answer, live());
    render();
  };
  $('change-rate').addEventListener('click', () => {
    begin(live());
    render();
  });
  $('change-back').addEventListener('click', back);
  hold($('change-start'), () => offer?.hash, async () => {
    const { nonce, hash } = offer;
    const answer = await send('/api/start', { nonce, hash });
    if (answer.ok) {
      close();
    } else {
      put(answer, live());
    }
    render();
  });
}

/** What the device said: its read-back, or why not. It is too late if the order has gone on. */
function put(answer, live) {
  if (!subject) {
    return;
  }
  if (answer.ok) {
    offer = answer.readBack;
    offerEndsMs = performance.now() + offer.secondsLeft * 1000;
  } else {
    why = answer.error.text;
    enter(live.readBack);
  }
}

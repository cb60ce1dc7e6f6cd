/** The observation panel: what is due, what is advised, what was last seen, how it goes. */

import { $, make, show, text } from './dom.js';
import { draw } from './trend.js';
import * as entry from './vitals.js';

/** What staff can say to advice, as the station takes it. */
const ACTIONS = [
  ['MEASURING_AGAIN', 'Measuring again'],
  ['CONTINUING', 'Continuing'],
  ['PAUSED', 'Paused'],
  ['STOPPED', 'Stopped'],
  ['CALLED', 'Clinician called'],
];

let opened = false;
let shown = '';
/** The advice staff are answering, {reading, level}; null if none. */
let answering = null;
let sendNote = () => {};

/** Goes there. */
export function begin() {
  opened = true;
}

/** Whether the screen is this one's. */
export const open = () => opened;

export function close() {
  opened = false;
  answering = null;
  entry.close();
}

/** "4:05", or "late 0:30" once it is due. */
export function countdown(inS) {
  const s = Math.abs(inS);
  const clock = `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
  return inS > 0 ? `in ${clock}` : `late ${clock}`;
}

const soonest = (observation) =>
  [...observation.due].sort((a, b) => a.inS - b.inS)[0];

/** The button that leads here: what is due next, and when. Hidden where nothing is observed. */
export function renderButton(live, now) {
  const observation = live?.session?.observation;
  const may = observation && !opened && ['run', 'ended', 'order'].includes(now);
  show('observe', Boolean(may));
  if (!observation) {
    return;
  }
  const next = soonest(observation);
  text('observe-due', next ? `${next.text} ${countdown(next.inS)}` : 'nothing due');
  const late = next && ['PROMPT', 'PAUSE_PROMPT'].includes(next.lateness);
  $('observe').toggleAttribute('data-late', Boolean(late));
  $('observe').dataset.advice = observation.advice.find((one) => !one.noted)?.level ?? '';
}

export function render(live) {
  const { observation } = live.session;
  const { delivery } = live;
  text('ob-device', delivery
    ? `${live.state.text}, ${delivery.rate.text}, ${delivery.atLeast.text} of ${delivery.ordered.text}`
    : live.state.text);
  const entering = entry.open();
  show('ob-overview', !entering);
  show('ob-entry', entering);
  if (entering) {
    entry.render();
    return;
  }
  dues(observation);
  const key = JSON.stringify([observation.advice, answering]);
  if (key !== shown) {
    shown = key;
    $('ob-advice').replaceChildren(...observation.advice.map(adviceRow));
  }
  $('ob-last').replaceChildren(...observation.last.map(lastRow));
  draw($('ob-trends'), observation.trends);
}

function dues(observation) {
  const rows = observation.due.map((due) => {
    const row = make('li', 'due', `due-${due.series}`, `${due.text} ${countdown(due.inS)}`);
    row.dataset.lateness = due.lateness;
    return row;
  });
  if (observation.beforeStart) {
    const second = observation.secondPressureInS > 0
      ? ` (${countdown(observation.secondPressureInS)})` : '';
    rows.push(make('li', 'due', 'before-start', observation.beforeStart + second));
  }
  if (observation.missed.length) {
    rows.push(make('li', 'missed', 'missed', `Missed: ${observation.missed.join('; ')}`));
  }
  $('ob-due').replaceChildren(...rows);
}

function adviceRow(advice) {
  const row = make('div', `advice ${advice.level}`, `advice-${advice.measure}`);
  row.append(make('b', '', 'advice-text', advice.text));
  const confirmed = advice.confirmed ? 'confirmed by a second reading. ' : '';
  row.append(make('small', '', '', `Reading ${advice.reading}, ${confirmed}${advice.origin}`));
  const mine = answering?.reading === advice.reading && answering?.level === advice.level;
  if (advice.noted) {
    row.append(make('small', 'noted', 'advice-noted', 'Noted'));
  } else if (mine) {
    row.append(...ACTIONS.map(([action, words]) =>
      button(`note-${action}`, words, () => answer(action))));
  } else {
    row.append(button(`note-${advice.measure}`, 'What do you do?', () => {
      answering = { reading: advice.reading, level: advice.level };
    }));
  }
  return row;
}

async function answer(action) {
  const about = answering;
  answering = null;
  await sendNote({ ...about, action });
}

function button(testId, words, act) {
  const made = make('button', 'note', testId, words);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

function age(ageS) {
  return ageS < 60 ? `${ageS} s ago` : `${Math.floor(ageS / 60)} min ago`;
}

function lastRow(last) {
  const row = make('li', last.known ? 'last' : 'last unknown', `last-${last.id}`);
  row.append(
    make('span', '', '', last.title), make('b', '', '', last.text),
    make('small', '', '', age(last.ageS)));
  return row;
}

/**
 * @param send posts and says what became of it: (path, body) to {ok, ...}
 * @param changed is called when something other than the live message changed the screen
 */
export function wire(send, changed) {
  sendNote = (body) => send('/api/session/advice-noted', body);
  entry.wire(send, changed);
  $('observe').addEventListener('click', () => {
    begin();
    changed();
  });
  $('observe-back').addEventListener('click', () => {
    if (entry.open()) {
      entry.close();
    } else {
      close();
    }
    changed();
  });
}

/** The observation panel: what is due, what is advised, what was last seen, how it goes. */

import { $, make, show, text } from './dom.js';
import * as readings from './readings.js';
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
let lastShown = '';
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
  readings.close();
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

/** Its buttons beside the screen, and the one that leads here. */
export function renderActions(live, now, busy) {
  const here = now === 'observation';
  show('observe-back', here);
  show('ob-save', here && entry.reviewing());
  $('ob-save').disabled = busy;
  show('ob-more', here && readings.pages() > 1);
  text('ob-more-page', readings.pages() > 1 ? readings.pageName() : '');
  const overview = here && !entry.open() && !readings.open();
  show('ob-list', overview && live.session.observation.last.length > 0);
  renderButton(live, now);
}

/** What is due next, and when. Hidden where nothing is observed. */
function renderButton(live, now) {
  const observation = live?.session?.observation;
  const may = observation && !opened
    && (['run', 'ended', 'order'].includes(now) || (now === 'steps' && live.session.open));
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
  const listing = !entering && readings.open();
  show('ob-overview', !entering && !listing);
  show('ob-entry', entering);
  show('ob-readings', listing);
  if (entering) {
    entry.render();
    return;
  }
  if (listing) {
    readings.render();
    return;
  }
  dues(observation);
  const key = JSON.stringify([observation.advice, answering]);
  if (key !== shown) {
    shown = key;
    $('ob-advice').replaceChildren(...observation.advice.map(adviceRow));
  }
  lasts(observation.last);
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

/** Only the ages go on by themselves: what a finger is on stays where it is. */
function lasts(all) {
  const key = JSON.stringify(all.map(({ id, text: value, reading }) => [id, value, reading]));
  if (key !== lastShown) {
    lastShown = key;
    $('ob-last').replaceChildren(...all.map(lastRow));
  }
  all.forEach(({ ageS }, i) => {
    $('ob-last').children[i].querySelector('small').textContent = readings.age(ageS);
  });
}

function lastRow(last) {
  const row = make('li', '', `last-${last.id}`);
  const tile = make('button', last.known ? 'last' : 'last unknown', `wrong-${last.id}`);
  tile.type = 'button';
  tile.append(
    make('span', '', '', last.title), make('b', '', '', last.text), make('small', '', ''));
  tile.addEventListener('click', () => readings.begin(last.reading));
  row.append(tile);
  return row;
}

/**
 * @param send posts and says what became of it: (path, body) to {ok, ...}
 * @param changed is called when something other than the live message changed the screen
 */
export function wire(send, changed) {
  sendNote = (body) => send('/api/session/advice-noted', body);
  entry.wire(send, changed);
  readings.wire(send, entry.correct, changed);
  $('ob-list').addEventListener('click', () => {
    readings.begin('');
    changed();
  });
  $('ob-more').addEventListener('click', () => {
    readings.turn();
    changed();
  });
  $('observe').addEventListener('click', () => {
    begin();
    changed();
  });
  $('observe-back').addEventListener('click', () => {
    if (entry.open()) {
      entry.close();
    } else if (readings.open()) {
      readings.back();
    } else {
      close();
    }
    changed();
  });
}

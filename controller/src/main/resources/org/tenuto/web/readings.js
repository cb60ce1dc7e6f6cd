/**
 * The readings of the session, to say of one that it is wrong and why: it is entered anew, or made
 * void. Either way the first value stays on record and in the report.
 */

import { get } from './api.js';
import { $, make, show, text } from './dom.js';

/** So many rows of a glove's size fit beneath an alarm. */
const PER_PAGE = 4;
const REASONS = ['Mistyped', 'Misread', 'Artefact', 'Of another patient'];
const PRESSURES = ['SYSTOLIC', 'DIASTOLIC'];
const SHORT = { HEART_RATE: 'HR', RESPIRATION: 'RR', TEMPERATURE: 'T' };

/** 'list' or 'why'; empty while none are looked at. */
let stage = '';
let readings = [];
let page = 0;
/** The reading that is wrong. */
let wrong = null;
let reason = '';
let drawn = '';
let post = () => {};
let changed = () => {};

export const open = () => stage !== '';

export function close() {
  stage = '';
}

/** One page back: from the reason to the list, from there to the overview. */
export function back() {
  stage = stage === 'why' ? 'list' : '';
}

/** How many pages the list has; 0 while something else is shown. */
export const pages = () => (stage === 'list' ? Math.ceil(readings.length / PER_PAGE) : 0);

/** "1 of 3". */
export const pageName = () => `${page + 1} of ${pages()}`;

export function turn() {
  page = (page + 1) % pages();
}

export function age(ageS) {
  return ageS < 60 ? `${ageS} s ago` : `${Math.floor(ageS / 60)} min ago`;
}

/** "BP 186/88, HR 77, SpO2 n/m": n/m is not measurable. */
function summary(values) {
  const shown = ({ known, value }) => (known ? value : 'n/m');
  const pressures = values.filter(({ id }) => PRESSURES.includes(id));
  const [systolic, diastolic] = pressures;
  const pressure = systolic && (systolic.known ? `${systolic.value}/${diastolic.value}` : 'n/m');
  return [
    ...(pressure ? [`BP ${pressure}`] : []),
    ...values.filter(({ id }) => !PRESSURES.includes(id))
      .map((one) => `${SHORT[one.id] ?? one.title} ${shown(one)}`),
  ].join(', ');
}

/** Fetches them; the reading of that number, if it still stands, is the one that is wrong. */
export async function begin(number) {
  stage = 'list';
  page = 0;
  readings = [];
  drawn = '';
  const answer = await get('/api/readings');
  drawn = '';
  if (answer.ok) {
    ({ readings } = answer);
    const one = readings.find(({ reading, stands }) => reading === number && stands);
    if (one && open()) {
      ask(one);
    }
  }
  text('rd-none', answer.ok ? 'None yet.' : answer.error.text);
  changed();
}

function ask(one) {
  wrong = one;
  reason = '';
  $('rd-words').value = '';
  stage = 'why';
  changed();
}

function fate({ stands, instead, why }) {
  return stands ? '' : `, ${instead ? `corrected by ${instead}` : 'void'}: ${why}`;
}

function row(one) {
  const button = make('button', 'choice', `reading-${one.reading}`,
    `${one.reading}: ${summary(one.values)}`);
  button.type = 'button';
  button.disabled = !one.stands;
  button.append(make('small', '', '', `${age(one.ageS)}, by ${one.by}${fate(one)}`));
  button.addEventListener('click', () => ask(one));
  return button;
}

export function render() {
  const listed = stage === 'list';
  show('rd-rows', listed);
  show('rd-none', listed && readings.length === 0);
  show('rd-why', !listed);
  const key = JSON.stringify([stage, page, reason, wrong?.reading]);
  if (key === drawn) {
    return;
  }
  drawn = key;
  text('rd-title', listed ? 'Which reading is wrong?'
    : `Reading ${wrong.reading}, ${summary(wrong.values)}: what is wrong?`);
  $('rd-rows').replaceChildren(
    ...readings.slice(page * PER_PAGE, (page + 1) * PER_PAGE).map(row));
  for (const button of $('rd-reasons').children) {
    button.setAttribute('aria-pressed', String(button.textContent === reason));
  }
  $('rd-correct').disabled = reason === '';
  $('rd-void').disabled = reason === '';
}

async function makeVoid() {
  const { reading } = wrong;
  const answer = await post('/api/session/void-reading', { reading, reason });
  if (answer.ok) {
    close();
  }
  changed();
}

/**
 * @param send posts and says what became of it: (path, body) to {ok, ...}
 * @param correct enters a reading anew: ({reading, values}, reason)
 * @param onChange is called when something other than the live message changed the screen
 */
export function wire(send, correct, onChange) {
  post = send;
  changed = onChange;
  $('rd-reasons').replaceChildren(...REASONS.map((words, i) => {
    const button = make('button', 'choice', `wrong-${i + 1}`, words);
    button.type = 'button';
    button.addEventListener('click', () => {
      reason = words;
      $('rd-words').value = '';
      changed();
    });
    return button;
  }));
  $('rd-words').addEventListener('input', () => {
    reason = $('rd-words').value.trim();
    changed();
  });
  $('rd-correct').addEventListener('click', () => {
    close();
    correct(wrong, reason);
  });
  $('rd-void').addEventListener('click', makeVoid);
}

/**
 * Entry of vital signs, one number after another, looked at as a whole before it is sent; and of
 * scales by their score. Nothing is filled in by itself: what was not measured is said so.
 */

import { get } from './api.js';
import { $, make, show, text } from './dom.js';
import { ask, dismiss } from './keypad.js';

const NOT_MEASURABLE = 'NOT_MEASURABLE';
/** The fields of a set, as the station names them, by measure. */
const FIELDS = [
  ['SYSTOLIC', 'systolic'],
  ['DIASTOLIC', 'diastolic'],
  ['HEART_RATE', 'heartRate'],
  ['SPO2', 'spo2'],
  ['RESPIRATION', 'respiration'],
  ['TEMPERATURE', 'temperature'],
];
/** Asked one after another; the temperature only when it is touched. */
const ASKED = FIELDS.slice(0, 5).map(([id]) => id);
const SCALES = ['MOAA_S', 'DISTRESS', 'CADSS_6', 'NAUSEA', 'PAIN', 'MOOD'];
/** So many scores fit as buttons of a glove's size. */
const MOST_BUTTONS = 11;

/** By id: {title, unit, lowest, highest, decimals}. */
let measures = {};
/** The reading that is entered anew, {reading, values}, and why; null for a new one. */
let correcting = null;
let reason = '';
/** The set that is entered: by measure a number as text, or NOT_MEASURABLE. */
let values = {};
/** 'number', 'review' or 'score'; empty while nothing is entered. */
let stage = '';
let present = '';
let drawn = '';
let post = () => {};
let changed = () => {};

export const open = () => stage !== '';

/** Whether all of a set is looked at before it is saved. */
export const reviewing = () => stage === 'review';

/** The measures of the set, and those of them that are asked for by themselves. */
const ofSet = () => FIELDS.map(([id]) => id)
  .filter((id) => !correcting || correcting.values.some((one) => one.id === id));
const asked = () => (correcting ? ofSet() : ASKED);

export function close() {
  if (stage !== '') {
    dismiss();
  }
  stage = '';
  values = {};
  correcting = null;
}

/** Enters a reading anew: all of what it has and no more. */
export function correct(wrong, why) {
  values = {};
  correcting = wrong;
  reason = why;
  const [{ id }] = wrong.values;
  if (measures[id].scale) {
    score(id);
  } else {
    next();
  }
}

/** What says of an entry that it takes the place of another. */
const correction = () => ({
  corrects: correcting?.reading ?? '', reason: correcting ? reason : '',
});

/** The next that was not asked yet; else all is to be looked at. */
function next() {
  const left = asked().find((id) => values[id] === undefined);
  if (left) {
    number(left, (typed) => {
      values[left] = typed;
      next();
    });
  } else {
    dismiss();
    stage = 'review';
    changed();
  }
}

function number(id, accept) {
  const { title, unit, lowest, highest, decimals } = measures[id];
  stage = 'number';
  present = id;
  ask({
    host: 'ob-keypad',
    name: title,
    unit,
    limits: { hardMin: lowest, hardMax: highest, whole: decimals === 0 },
    accept,
    cancel: () => {
      close();
      changed();
    },
  });
  changed();
}

/** Both pressures at once: there is no half of one. */
function notMeasurable() {
  values[present] = NOT_MEASURABLE;
  if (present === 'SYSTOLIC' || present === 'DIASTOLIC') {
    values.SYSTOLIC = NOT_MEASURABLE;
    values.DIASTOLIC = NOT_MEASURABLE;
  }
  dismiss();
  next();
}

/** One number anew; a pressure takes the other with it. */
function again(id) {
  delete values[id];
  if (id === 'SYSTOLIC' || id === 'DIASTOLIC') {
    delete values.SYSTOLIC;
    delete values.DIASTOLIC;
  }
  if (id === 'TEMPERATURE') {
    number(id, (typed) => {
      values[id] = typed;
      next();
    });
  } else {
    next();
  }
}

async function save() {
  const body = Object.fromEntries(FIELDS.map(([id, field]) => [field, values[id] ?? '']));
  const answer = await post('/api/session/vital-signs',
    { ...body, source: 'MANUAL', ...correction() });
  if (answer.ok) {
    close();
  }
  changed();
}

function score(scale) {
  const { lowest, highest } = measures[scale];
  present = scale;
  if (Number(highest) - Number(lowest) < MOST_BUTTONS) {
    stage = 'score';
    changed();
  } else {
    number(scale, (typed) => saveScore(typed));
  }
}

async function saveScore(typed) {
  const scale = present;
  stage = 'score';
  const answer = await post('/api/session/scale', { scale, score: typed, ...correction() });
  if (answer.ok) {
    close();
  }
  changed();
}

async function scaleNotMeasured() {
  const body = { measure: present, ...correction() };
  const answer = await post('/api/session/not-measured', body);
  if (answer.ok) {
    close();
  }
  changed();
}

const now = (id) => {
  const value = values[id];
  if (value === undefined) {
    return 'not taken';
  }
  return value === NOT_MEASURABLE ? 'not measurable' : `${value} ${measures[id].unit}`;
};

/** What it was in the reading that is wrong; empty in a new one. */
function was(id) {
  const old = correcting?.values.find((one) => one.id === id);
  return old ? `was ${old.known ? old.value : 'not measurable'}` : '';
}

const said = (id) => [now(id), was(id)].filter(Boolean).join(', ');

function button(className, testId, words, act) {
  const made = make('button', className, testId, words);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

export function render() {
  const key = JSON.stringify([stage, present, values, correcting?.reading]);
  if (key === drawn) {
    return;
  }
  drawn = key;
  show('ob-keypad', stage === 'number');
  show('ob-entry-title', stage !== 'number');
  text('ob-entry-title', title());
  const side = $('ob-side');
  if (stage === 'review') {
    side.replaceChildren(
      ...ofSet().map((id) => button('choice', `review-${id}`,
        `${measures[id].title}: ${said(id)}`, () => again(id))));
  } else if (stage === 'score') {
    side.replaceChildren(...scores());
  } else {
    side.replaceChildren(
      button('choice', 'not-measurable', 'Not measurable',
        measures[present].scale ? scaleNotMeasured : notMeasurable),
      make('p', 'entered', 'entered-was', was(present)),
      ...asked().filter((id) => values[id] !== undefined)
        .map((id) => make('p', 'entered', `entered-${id}`, `${measures[id].title}: ${now(id)}`)));
  }
  side.className = `ob-side ${stage}`;
}

function title() {
  const of = correcting ? `Reading ${correcting.reading} anew: ` : '';
  if (stage === 'review') {
    return `${of}${of ? 'l' : 'L'}ook at all of it, then save`;
  }
  const { title: name, lowest, highest } = measures[present];
  return [`${of}${name}, ${lowest} to ${highest}`, was(present)].filter(Boolean).join(', ');
}

function scores() {
  const { lowest, highest } = measures[present];
  const all = [];
  for (let value = Number(lowest); value <= Number(highest); value++) {
    all.push(button('choice score', `score-${value}`, String(value),
      () => saveScore(String(value))));
  }
  return [...all, button('choice', 'not-measurable', 'Not measurable', scaleNotMeasured)];
}

async function load() {
  const answer = await get('/api/measures');
  if (!answer.ok) {
    setTimeout(load, 500);
    return;
  }
  measures = Object.fromEntries(answer.measures.map((measure) => [measure.id, measure]));
  $('ob-scales').replaceChildren(...SCALES.map((id) =>
    button('choice', `scale-${id}`, measures[id].title, () => score(id))));
  $('ob-vitals').disabled = false;
}

/** One entry at a time: a double touch records nothing twice. */
function oneByOne(send) {
  let under = false;
  return async (path, body) => {
    if (under) {
      return { ok: false };
    }
    under = true;
    const answer = await send(path, body);
    under = false;
    return answer;
  };
}

export function wire(send, onChange) {
  post = oneByOne(send);
  changed = onChange;
  $('ob-save').addEventListener('click', save);
  $('ob-vitals').addEventListener('click', () => {
    values = {};
    correcting = null;
    next();
  });
  load();
}

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
/** The set that is entered: by measure a number as text, or NOT_MEASURABLE. */
let values = {};
/** 'number', 'review' or 'score'; empty while nothing is entered. */
let stage = '';
let present = '';
let drawn = '';
let post = () => {};
let changed = () => {};

export const open = () => stage !== '';

export function close() {
  if (stage !== '') {
    dismiss();
  }
  stage = '';
  values = {};
}

/** The next that was not asked yet; else all is to be looked at. */
function next() {
  const left = ASKED.find((id) => values[id] === undefined);
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
  const answer = await post('/api/session/vital-signs', { ...body, source: 'MANUAL', corrects: '' });
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
  const answer = await post('/api/session/scale', { scale, score: typed, corrects: '' });
  if (answer.ok) {
    close();
  }
  changed();
}

async function scaleNotMeasured() {
  const body = { measure: present, reason: '', corrects: '' };
  const answer = await post('/api/session/not-measured', body);
  if (answer.ok) {
    close();
  }
  changed();
}

const said = (id) => {
  const value = values[id];
  if (value === undefined) {
    return 'not taken';
  }
  return value === NOT_MEASURABLE ? 'not measurable' : `${value} ${measures[id].unit}`;
};

function button(className, testId, words, act) {
  const made = make('button', className, testId, words);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

export function render() {
  const key = JSON.stringify([stage, present, values]);
  if (key === drawn) {
    return;
  }
  drawn = key;
  show('ob-keypad', stage === 'number');
  text('ob-entry-title', stage === 'review' ? 'Look at all of it, then save' : title());
  const side = $('ob-side');
  if (stage === 'review') {
    side.replaceChildren(
      ...FIELDS.map(([id]) => button('choice', `review-${id}`,
        `${measures[id].title}: ${said(id)}`, () => again(id))),
      button('choice save', 'vitals-save', 'Save', save));
  } else if (stage === 'score') {
    side.replaceChildren(...scores());
  } else {
    side.replaceChildren(
      ...ASKED.filter((id) => values[id] !== undefined)
        .map((id) => make('p', 'entered', `entered-${id}`, `${measures[id].title}: ${said(id)}`)),
      button('choice', 'not-measurable', 'Not measurable',
        measures[present].scale ? scaleNotMeasured : notMeasurable));
  }
  side.className = `ob-side ${stage}`;
}

function title() {
  const measure = measures[present];
  return measure.scale ? `${measure.title}, ${measure.lowest} to ${measure.highest}` : 'Vital signs';
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

export function wire(send, onChange) {
  post = send;
  changed = onChange;
  $('ob-vitals').addEventListener('click', () => {
    values = {};
    next();
  });
  load();
}

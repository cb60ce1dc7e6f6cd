/** A short form: its fields on the left, the entry of the open one on the right. */

import { $, make, show } from './dom.js';
import { ask, dismiss } from './keypad.js';
import { normal } from './number.js';

const LEAST_DIGITS = 6;
/** So many fit under each other beneath an alarm, of a glove's size; choices in two columns. */
const FIELDS_PER_PAGE = 4;
const CHOICES_PER_PAGE = 6;
const CHOICES_IN_A_COLUMN = 3;

let fields = [];
let values = {};
let open = '';
let choicesFrom = 0;
let shownKey = '';
let changed = () => {};

/**
 * Shows a form unless it is shown already: fields are {id, name, unit, limits} for a number,
 * {id, name, choices} for a choice, {id, name, words} for words, {id, name, pin} for a PIN;
 * `optional` ones may stay empty.
 */
export function put(key, newFields, given = {}) {
  if (key === shownKey) {
    return;
  }
  shownKey = key;
  fields = newFields;
  values = Object.fromEntries(fields.map((field) => [field.id, given[field.id] ?? '']));
  select((fields.find((field) => values[field.id] === '') ?? fields[0]).id);
}

/** Forgets what was entered. */
export function clear() {
  if (shownKey) {
    dismiss();
  }
  shownKey = '';
}

export const entered = () => ({ ...values });

export const complete = () => fields.every((field) =>
  field.optional || values[field.id].trim().length >= (field.pin ? LEAST_DIGITS : 1));

/** How many pages of fields there are. */
export const pages = () => Math.ceil(fields.length / FIELDS_PER_PAGE);

/** The page of the field that is open, from 0. */
export const page = () =>
  Math.floor(fields.findIndex((field) => field.id === open) / FIELDS_PER_PAGE);

const onPage = (at) => fields.slice(at * FIELDS_PER_PAGE, (at + 1) * FIELDS_PER_PAGE);

/** Opens the next page of fields, at the first that is empty there. */
export function turn() {
  const next = onPage((page() + 1) % pages());
  select((next.find((field) => values[field.id] === '') ?? next[0]).id);
}

function select(id) {
  open = id;
  choicesFrom = 0;
  render();
}

/** Has a field entered anew, if the form has it. */
export function forget(id) {
  if (fields.some((field) => field.id === id)) {
    values[id] = '';
    select(id);
  }
}

/** Adds a field that turned out to be needed, e.g. a reason, and asks for it. */
export function need(field) {
  if (!fields.some((one) => one.id === field.id)) {
    fields = [...fields, field];
    values[field.id] = '';
  } else {
    fields = fields.map((one) => (one.id === field.id ? { ...one, optional: false } : one));
  }
  select(field.id);
}

export function wire(onChange) {
  changed = onChange;
  $('sh-keys').addEventListener('click', (event) => {
    const key = event.target.closest('button')?.dataset.digit;
    if (key) {
      pressPin(key);
    }
  });
  $('sh-words').addEventListener('input', () => {
    values[open] = $('sh-words').value;
    const value = $('sh-fields').querySelector(`[data-field="${open}"] b`);
    value.textContent = values[open] || 'Enter';
    changed();
  });
}

const dots = (pin) => '\u25cf'.repeat(pin.length) || '\u2013';

/** One key of a PIN: shown as dots, never as digits. */
function pressPin(key) {
  const pin = values[open];
  values[open] = key === 'back' ? pin.slice(0, -1) : (pin + key).slice(0, 10);
  $('sh-dots').textContent = dots(values[open]);
  drawFields();
  changed();
}

const drawFields = () => $('sh-fields').replaceChildren(...onPage(page()).map(row));

function render() {
  drawFields();
  const field = fields.find((one) => one.id === open);
  show('sh-choices', Boolean(field.choices));
  show('sh-words', Boolean(field.words));
  show('sh-pin', Boolean(field.pin));
  dismiss();
  if (field.choices) {
    drawChoices(field);
  } else if (field.pin) {
    $('sh-dots').textContent = dots(values[field.id]);
  } else if (field.words) {
    $('sh-words').maxLength = field.words;
    $('sh-words').setAttribute('aria-label', field.name);
    $('sh-words').value = values[field.id];
    $('sh-words').focus({ preventScroll: true });
  } else {
    ask({
      host: 'sh-editor',
      name: field.name,
      unit: field.unit,
      limits: field.limits,
      accept: (typed) => accept(field.id, typed),
      cancel: () => changed(),
    });
  }
  changed();
}

function drawChoices(field) {
  const all = field.choices;
  const paged = all.length > CHOICES_PER_PAGE;
  const size = paged ? CHOICES_PER_PAGE - 1 : CHOICES_PER_PAGE;
  const shown = all.slice(choicesFrom, choicesFrom + size).map((one) => choice(field, one));
  if (paged) {
    const more = make('button', 'choice', 'choice-more', 'More');
    more.type = 'button';
    more.addEventListener('click', () => {
      choicesFrom = choicesFrom + size < all.length ? choicesFrom + size : 0;
      drawChoices(field);
    });
    shown.push(more);
  }
  $('sh-choices').classList.toggle('two', all.length > CHOICES_IN_A_COLUMN);
  $('sh-choices').replaceChildren(...shown);
}

function accept(id, value) {
  values[id] = value;
  const missing = fields.find((field) => !field.optional && values[field.id] === '');
  if (missing) {
    select(missing.id);
    return;
  }
  open = id;
  drawFields();
  changed();
}

function row(field) {
  const button = make('button', 'field', `sheet-${field.id}`);
  button.type = 'button';
  button.dataset.field = field.id;
  button.classList.toggle('open', field.id === open);
  const value = values[field.id];
  button.classList.toggle('missing', value === '');
  button.append(
    make('span', '', '', field.name),
    make('b', '', `sheet-value-${field.id}`, value === '' ? empty(field) : shown(field, value)));
  button.addEventListener('click', () => select(field.id));
  return button;
}

const empty = (field) => (field.optional ? 'None' : field.choices ? 'Choose' : 'Enter');

function shown(field, value) {
  if (field.choices) {
    return field.choices.find((one) => one.id === value)?.name ?? value;
  }
  if (field.pin) {
    return dots(value);
  }
  return field.words ? value : `${normal(value)} ${field.unit}`;
}

function choice(field, { id, name }) {
  const button = make('button', 'choice', `choice-${id}`, name);
  button.type = 'button';
  button.setAttribute('aria-pressed', String(values[field.id] === id));
  button.addEventListener('click', () => accept(field.id, id));
  return button;
}

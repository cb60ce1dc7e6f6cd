/** A short form: its fields on the left, the entry of the open one on the right. */

import { $, make, show } from './dom.js';
import { ask, dismiss } from './keypad.js';
import { normal } from './number.js';

const LEAST_DIGITS = 6;

let fields = [];
let values = {};
let open = '';
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
  open = (fields.find((field) => values[field.id] === '') ?? fields[0]).id;
  render();
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

/** Has a field entered anew, if the form has it. */
export function forget(id) {
  if (fields.some((field) => field.id === id)) {
    values[id] = '';
    open = id;
    render();
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
  open = field.id;
  render();
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
  $('sh-fields').replaceChildren(...fields.map(row));
  changed();
}

function render() {
  $('sh-fields').replaceChildren(...fields.map(row));
  const field = fields.find((one) => one.id === open);
  show('sh-choices', Boolean(field.choices));
  show('sh-words', Boolean(field.words));
  show('sh-pin', Boolean(field.pin));
  dismiss();
  if (field.choices) {
    $('sh-choices').replaceChildren(...field.choices.map((one) => choice(field, one)));
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

function accept(id, value) {
  values[id] = value;
  const missing = fields.find((field) => !field.optional && values[field.id] === '');
  open = missing ? missing.id : id;
  if (missing) {
    render();
    return;
  }
  $('sh-fields').replaceChildren(...fields.map(row));
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
  button.addEventListener('click', () => {
    open = field.id;
    render();
  });
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

/** The steps of the therapy session: where it stands, what is missing, and its entry. */

import { get } from './api.js';
import { $, make, show, text } from './dom.js';
import * as sheet from './sheet.js';

/** Rows to tick; beneath an alarm there is room for fewer of a glove's size. */
const PER_PAGE = 8;
const PER_PAGE_BENEATH_ALARM = 6;
const BEFORE_ORDER = ['SCREENING', 'PREPARATION', 'CHECKLIST'];
const AFTER = ['BALANCE', 'DISCHARGE'];
/** Titles that are too long for the strip. */
const SHORT = { PREPARATION: 'Prepare', LOADING: 'Load' };
const TEXT_AT_MOST = 2000;
const REASON_AT_MOST = 200;
const ID_AT_MOST = 32;
/** Refusals of a PIN: it is entered anew. */
const PIN_REFUSED = ['WRONG_PIN', 'LOCKED', 'NOT_ALLOWED', 'NOT_A_PIN'];

let live = null;
let catalogue = null;
/** Who can be picked as a second person or a prescriber. */
let people = [];
let send = null;
let redraw = () => {};
/** Goes where readings are entered. */
let observe = () => {};
/** Staff went to it by hand; empty: where the session stands. */
let chosen = '';
let page = 0;
let shownKey = '';
/** An answer that waits for its reason: {item, value}. */
let pending = null;
/** Syringe and concentration of the order form; null while it is not complete. */
let ordered = () => null;

const perPage = () => ($('alarm').offsetParent ? PER_PAGE_BENEATH_ALARM : PER_PAGE);

const session = () => live?.session;
const stepOf = (id) => session()?.steps.find((step) => step.id === id);

/** Which step is to be shown instead of the order; empty for none. */
export function shown(message) {
  live = message;
  const s = session();
  if (!s?.on || chosen === 'ORDER') {
    return '';
  }
  if (!s.open) {
    return chosen === 'NOTES' && s.id ? chosen : 'BEGIN';
  }
  if (chosen) {
    return chosen;
  }
  return BEFORE_ORDER.includes(s.next) || AFTER.includes(s.next) ? s.next : s.gave ? 'END' : '';
}

/** Whether staff went to a step by hand. */
export const byHand = () => chosen !== '' && chosen !== 'ORDER';

export function go(step) {
  chosen = step;
  page = 0;
  pending = null;
  shownKey = '';
  sheet.clear();
}

/** Done when people can be picked: a form that is shown before would ask to type who it is. */
export async function load(loaded) {
  catalogue = loaded;
  await loadPeople();
}

async function loadPeople() {
  const answer = await get('/api/staff');
  if (answer.ok) {
    people = answer.people;
  } else {
    await new Promise((done) => {
      setTimeout(done, 500);
    });
    await loadPeople();
  }
}

export function wire(sender, render, orderOf, leaveEnded, toReadings) {
  observe = toReadings;
  send = sender;
  redraw = render;
  ordered = orderOf;
  sheet.wire(() => {
    $('st-on').disabled = !sheet.complete();
  });
  $('st-on').addEventListener('click', on);
  $('st-more').addEventListener('click', () => {
    if ($('st-sheet').hidden) {
      page += 1;
    } else {
      sheet.turn();
    }
    redraw();
  });
  $('st-order').addEventListener('click', () => move('ORDER'));
  $('st-session').addEventListener('click', () => {
    leaveEnded();
    move('');
  });
  $('st-loading').addEventListener('click', () => move('LOADING'));
}

function move(step) {
  go(step);
  redraw();
}

/** Whether loading is still to be confirmed for this syringe before a read-back. */
export function loadingMissing(order) {
  const step = stepOf('LOADING');
  if (!step || !order) {
    return false;
  }
  const { loaded } = session();
  const same = loaded && loaded.syringe === order.syringe
    && Number(loaded.concentration) === Number(order.concentration);
  return step.standing === 'MISSING' || !same;
}

/** Puts a step on the screen. */
export function render(step) {
  strip(step);
  const form = formOf(step);
  show('st-rows', !form);
  show('st-sheet', Boolean(form));
  if (form) {
    text('st-title', form.title);
    text('st-missing', form.note ?? '');
    sheet.put(form.key, form.fields, form.given);
  } else {
    sheet.clear();
    rows(stepOf(step));
  }
  renderActions(step, form);
}

function renderActions(step, form) {
  const one = stepOf(step);
  const pages = form ? sheet.pages() : Math.ceil((one?.items.length ?? 1) / perPage());
  show('st-more', pages > 1);
  text('st-more-page', `${(form ? sheet.page() : page % pages) + 1} of ${pages}`);
  const onText = form ? form.done : next(one);
  show('st-on', onText !== '');
  text('st-on', onText);
  $('st-on').disabled = form ? !sheet.complete() : false;
  show('st-order', Boolean(session().open) && step !== 'LOADING');
}

/** A step that is done goes on to where the session stands. */
function next(step) {
  return chosen && step?.standing === 'DONE' ? 'Go on' : '';
}

function strip(step) {
  const s = session();
  const chips = s.steps.map((one) => ({
    id: one.id, name: SHORT[one.id] ?? one.title, done: one.standing === 'DONE', left: one.missing.length,
  }));
  if (s.open) {
    chips.push({ id: 'BY_HAND', name: 'By hand', done: s.byHand > 0, left: 0 });
    chips.push({ id: 'END', name: 'End', done: false, left: 0 });
  }
  const key = JSON.stringify([chips, step]);
  if ($('st-strip').dataset.key !== key) {
    $('st-strip').dataset.key = key;
    $('st-strip').replaceChildren(...chips.map((one) => chip(one, step)));
  }
}

function chip({ id, name, done, left }, step) {
  const button = make('button', 'chip', `step-${id}`, name);
  button.type = 'button';
  button.classList.toggle('done', done);
  if (id === step) {
    button.setAttribute('aria-current', 'step');
  }
  const mark = done ? '\u2713' : left > 0 ? `${left} missing` : '';
  button.append(make('small', '', `step-mark-${id}`, mark));
  button.disabled = !session().open && id !== 'NOTES';
  button.addEventListener('click', () => move(id));
  return button;
}

function rows(step) {
  const order = step.id === 'LOADING' ? ordered() : null;
  const missing = step.missing.length;
  text('st-title', step.title);
  text('st-missing', missing === 0 ? 'Nothing is missing'
    : `Missing: ${step.missing[0]}${missing > 1 ? `, and ${missing - 1} more` : ''}`);
  const pages = Math.max(1, Math.ceil(step.items.length / perPage()));
  const from = (page % pages) * perPage();
  const items = step.items.slice(from, from + perPage());
  const key = JSON.stringify([step.id, items, order, session().weight]);
  if (key !== shownKey) {
    shownKey = key;
    $('st-rows').replaceChildren(...items.map((item) => row(item, order)));
  }
}

function row(item, order) {
  switch (item.kind) {
    case 'HARD':
    case 'CAUTION':
      return several(item, [['NO', 'No'], ['YES', 'Yes']]);
    case 'SCORE':
      return several(item, [['0', '0'], ['1', '1'], ['2', '2']]);
    default:
      return single(item, order);
  }
}

function several(item, answers) {
  const box = make('div', `tick ${item.value ? 'answered' : ''}`, `item-${item.id}`);
  box.append(make('span', '', '', item.text));
  for (const [value, name] of answers) {
    const button = make('button', `answer ${value}`, `item-${item.id}-${value}`, name);
    button.type = 'button';
    button.setAttribute('aria-label', `${item.text}: ${name}`);
    button.setAttribute('aria-pressed', String(item.value === value));
    button.addEventListener('click', () => answer(item, value));
    box.append(button);
  }
  return box;
}

function single(item, order) {
  const button = make('button', 'tick one', `item-${item.id}`);
  button.type = 'button';
  const done = item.value !== '' && item.value !== 'OPEN';
  button.classList.toggle('answered', done);
  button.setAttribute('aria-pressed', String(done));
  button.append(make('i', '', '', done ? '\u2713' : ''), make('span', '', '', detail(item)));
  button.disabled = item.kind === 'LOADING' && !order;
  button.addEventListener('click', () => tap(item, done, order));
  return button;
}

function detail(item) {
  if (item.kind === 'WEIGHT' && session().weight) {
    return `${item.text}: ${session().weight.text} kg`;
  }
  if (item.kind === 'LOADING') {
    const order = ordered();
    return order ? `${item.text}: ${order.name}, ${order.concentration} mg/mL`
      : `${item.text}: enter the order first`;
  }
  return item.text;
}

function tap(item, done, order) {
  if (item.kind === 'LOADING') {
    const { syringe, concentration } = order;
    post('loading', { item: item.id, syringe, concentration });
  } else if (item.kind === 'TICK') {
    answer(item, done ? 'OPEN' : 'DONE');
  } else if (item.kind === 'OBSERVED') {
    observe();
  } else {
    pending = { item, value: '' };
    redraw();
  }
}

function answer(item, value) {
  const explained = value === 'YES' && item.kind === 'CAUTION';
  const takenBack = value === 'NO' && item.kind === 'HARD' && item.value === 'YES';
  if (explained || takenBack) {
    pending = { item, value };
    redraw();
  } else {
    post('answer', { item: item.id, value });
  }
}

async function post(fact, body) {
  const reply = await send(`/api/session/${fact}`, body);
  shownKey = '';
  redraw();
  return reply;
}

const number = (id, name, unit, more) =>
  ({ id, name, unit, limits: { ...more }, ...(more?.optional && { optional: true }) });
const words = (id, name, most) => ({ id, name, words: most });

const REASON = words('reason', 'Reason', REASON_AT_MOST);

/** Somebody with their own PIN; picked where the site lets people be picked. */
const somebody = (id, name, fits) => [
  people.length ? { id, name, choices: people.filter(fits) }
    : words(id, `${name} (staff id)`, ID_AT_MOST),
  { id: 'pin', name: 'Their PIN', pin: true },
];

const second = () => somebody('second', 'Second person',
  (p) => p.may.includes('CHECK') && p.id !== live.staff?.controls?.id);

/** May be whoever is signed in: their PIN once more says that they decide it. */
const prescriber = () => somebody('prescriber', 'Prescriber',
  (p) => p.may.includes('PRESCRIBE'));

/** The form of a step, or of an answer that needs more; null for rows to tick. */
function formOf(step) {
  if (pending) {
    return formOfPending(pending);
  }
  switch (step) {
    case 'BEGIN':
      return {
        key: 'BEGIN', title: 'New session', done: 'Begin', fact: 'begin',
        fields: [{
          id: 'patient', name: 'Patient',
          choices: [{ id: 'SAME', name: 'Same patient as before' },
            { id: 'NEW', name: 'New patient' }],
        }],
      };
    case 'END':
      return formOfEnd();
    case 'NOTES':
      return {
        key: `NOTES-${session().notes}`, title: 'Notes', done: 'Keep note', fact: 'note',
        note: `${session().notes} kept`,
        fields: [words('text', 'Themes, intentions, follow-up', TEXT_AT_MOST)],
      };
    case 'BY_HAND':
      return formOfByHand();
    case 'BALANCE':
      return session().unbalanced ? formOfBalance() : null;
    default:
      return null;
  }
}

function formOfPending({ item, value }) {
  if (item.kind === 'WEIGHT') {
    return {
      key: 'weight', title: item.text, done: 'Keep weight', fact: 'weight',
      fields: [number('weight', 'Body weight', 'kg', { aboveZero: true })],
    };
  }
  if (item.kind === 'WORDS') {
    return {
      key: item.id, title: item.text, done: 'Keep', fact: 'answer', more: { item: item.id },
      fields: [words('value', item.text, TEXT_AT_MOST)], given: { value: item.value },
    };
  }
  return {
    key: `${item.id}-${value}`, title: item.text, done: 'Keep answer', fact: 'answer',
    more: { item: item.id, value }, note: value === 'YES' ? 'Yes, because' : 'No after all, because',
    fields: [REASON, ...prescriber()],
  };
}

function formOfEnd() {
  const open = session().notDone;
  const note = open.length === 0 ? 'Everything is done'
    : `Not done: ${open[0]}${open.length > 1 ? `, and ${open.length - 1} more` : ''}`;
  return {
    key: 'END', title: 'End the session', note, done: 'End session', fact: 'end',
    fields: [{ ...REASON, optional: open.length === 0 }],
  };
}

function formOfByHand() {
  return {
    key: `BY_HAND-${session().byHand}`, title: 'Given by hand, not by the pump',
    done: 'Keep dose', fact: 'by-hand',
    fields: [
      { id: 'drug', name: 'Drug',
        choices: catalogue.drugs.map(({ id, name }) => ({ id, name })) },
      number('mg', 'Dose', 'mg', { aboveZero: true }),
      { id: 'route', name: 'Route',
        choices: [['INTRAMUSCULAR', 'Into a muscle'], ['NASAL', 'Into the nose'],
          ['LOZENGE', 'Lozenge'], ['INTRAVENOUS', 'Into a vein, by hand']]
          .map(([id, name]) => ({ id, name })) },
      number('minutesAgo', 'Given before', 'min', { whole: true }),
      ...second(),
    ],
  };
}

function formOfBalance() {
  return {
    key: `BALANCE-${session().unbalanced}`, title: 'Drug balance', done: 'Keep balance', fact: 'balance',
    note: session().unbalanced ? 'A flush gives what stands in the line, at its own rate.'
      : 'Balanced',
    more: { concentration: session().unbalanced ?? '' },
    fields: [
      number('drawn', 'Drawn up', 'mL', { aboveZero: true }),
      number('residual', 'Left in the syringe', 'mL'),
      number('waste', 'Discarded, with purge', 'mL'),
      number('line', 'Line volume', 'mL'),
      number('flush', 'Flushed into the patient', 'mL'),
      number('flushRate', 'Flush rate', 'mL/h'),
      ...second(),
    ],
  };
}

let sending = false;

/** The primary action: sends the form, or goes on. A double touch keeps nothing twice. */
async function on() {
  if (!sending) {
    sending = true;
    await keep();
    sending = false;
  }
}

async function keep() {
  const form = formOf(shown(live));
  if (!form) {
    move('');
    return;
  }
  const values = sheet.entered();
  const reply = await send(`/api/session/${form.fact}`, { ...form.more, ...values });
  if (reply.ok) {
    go(form.fact === 'note' ? 'NOTES' : '');
  } else if (['TOO_SOON', 'UNBALANCED', 'NOT_DONE'].includes(reply.error.code)) {
    sheet.need(REASON);
  } else if (PIN_REFUSED.includes(reply.error.code)) {
    sheet.forget('pin');
  }
  redraw();
}

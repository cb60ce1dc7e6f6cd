/**
 * Who stands before the page: signs in by PIN, takes control, has a second person check. The device
 * decides who may do what; this only asks. A PIN is shown as dots and forgotten at once.
 */

import { get, nameThisPage, pageName, post } from './api.js';
import { $, make, show, text, usable } from './dom.js';

const KEPT = 'tenuto-page';
const ACTIVE_EVERY_MS = 30_000;
const LEAST_DIGITS = 6;
const MOST_DIGITS = 10;
/** Refusals that ask for somebody rather than for something else. */
const ASKS = ['NOT_SIGNED_IN', 'SIGN_IN_OVER', 'NOT_IN_CONTROL', 'PIN_AGAIN'];
const REASONS = ['Prescribed so after review', 'Response to earlier sessions',
  'Body size outside the usual', 'Tolerated before at this dose'];
/** Screens that only whoever controls the device needs. */
const OURS = ['steps', 'order', 'priming', 'change', 'readback'];

let people = [];
let chosen = '';
let pin = '';
let why = '';
let trying = false;
/** What is asked for: '' for nothing, 'in' for a sign-in, 'second' for a second person. */
let mode = '';
/** The read-back a second person is shown, and what becomes of their answer. */
let subject = null;
let onChecked = () => {};
let redraw = () => {};
let activeMs = -Infinity;

/** Whether this page controls the device. */
export const controls = (live) => pageName() !== '' && live.staff?.controls?.page === pageName();

/** Who has to sign in instead for a duty, as a line; empty if whoever controls may do it. */
export function whoElse(live, duty) {
  const who = live.staff?.controls;
  return !who || who.may.includes(duty) ? '' : `not by a ${who.role}: ${live.staff.roles[duty]}`;
}

/** Whether a read-back still waits for a second person. */
export function wantsSecond(live, readBack) {
  return readBack.passable
    || (!readBack.refused && live.staff.secondCheck && readBack.wantsSecond);
}

/** The screen instead of one that only whoever controls needs. */
export function screen(now, live) {
  // While it is checked it is read back anew: for a moment there is none.
  if (mode === 'second' && now !== 'readback' && !trying) {
    close();
  }
  const asked = mode !== '' || (OURS.includes(now) && !controls(live));
  return asked && now !== 'waiting' ? 'sign-in' : now;
}

/** Asks for somebody because of a refusal; false if it is about something else. */
export function refusedFor(error) {
  if (!ASKS.includes(error.code)) {
    return false;
  }
  open('in');
  why = error.text;
  return true;
}

function open(what) {
  mode = what;
  pin = '';
  why = '';
  chosen = '';
  redraw();
}

export function close() {
  mode = '';
  pin = '';
  why = '';
  subject = null;
}

export function renderBar(live) {
  const who = live?.staff?.controls;
  const mine = live && controls(live);
  show('who', Boolean(live));
  text('who-name', who ? who.name : 'Nobody signed in');
  text('who-role', who ? (mine ? who.role : 'at another page') : 'touch to sign in');
  $('who').toggleAttribute('data-mine', Boolean(mine));
}

export function render(live) {
  const who = live.staff?.controls;
  const second = mode === 'second';
  text('si-title', second ? 'Second person: check, then PIN' : heading(live, who));
  text('si-about', second ? about(subject) : '');
  if (!chosen && !second && who && controls(live)) {
    chosen = who.id;
  }
  drawPeople(second ? subject.orderedBy : '');
  show('si-id', people.length === 0);
  show('si-overrides', second && Boolean(subject?.passable));
  text('si-dots', '\u25cf'.repeat(pin.length) || '\u2013');
  $('si-dots').setAttribute('aria-label', `${pin.length} digits`);
  text('si-why', trying ? 'Checking' : why);
  $('si-ok').disabled = trying || pin.length < LEAST_DIGITS || id() === '' || !reasoned();
  show('si-cancel', mode !== '');
  show('si-out', mode === 'in' && controls(live));
}

function heading(live, who) {
  if (!who) {
    return 'Sign in';
  }
  if (controls(live)) {
    return who.pinAgain ? 'PIN again before a start' : `Signed in: ${who.name}`;
  }
  return `${who.name} controls at another page. Take control by PIN`;
}

const about = ({ amount, volume, flowRate, doseRate, weight }) =>
  `${amount}, ${volume}, ${flowRate}, ${doseRate}, ${weight}`;

const id = () => (people.length ? chosen : $('si-id').value.trim());

let drawn = '';

function drawPeople(except) {
  const shown = people.filter((p) => p.id !== except
    && (mode !== 'second' || p.may.includes('CHECK')));
  const key = JSON.stringify([shown, chosen]);
  if (key === drawn) {
    return;
  }
  drawn = key;
  $('si-people').replaceChildren(...shown.map((p) => {
    const button = make('button', 'person', `person-${p.id}`, p.name);
    button.type = 'button';
    button.setAttribute('aria-pressed', String(p.id === chosen));
    button.append(make('small', '', '', p.role));
    button.addEventListener('click', () => {
      chosen = p.id;
      pin = '';
      redraw();
    });
    return button;
  }));
}

/** For every soft limit a reason: picked, or typed where there is a keyboard. */
function drawOverrides(readBack) {
  const soft = readBack.findings.filter((f) => f.severity === 'SOFT');
  $('si-overrides').replaceChildren(...soft.map((f) => {
    const label = make('label', 'override', '', f.text);
    const input = make('input', '', `reason-${f.code}`);
    input.dataset.code = f.code;
    input.maxLength = 120;
    input.placeholder = 'Reason';
    input.setAttribute('aria-label', `Reason for passing: ${f.text}`);
    input.addEventListener('input', () => redraw());
    const picks = REASONS.map((reason, i) => {
      const pick = make('button', 'pick', `reason-${f.code}-${i + 1}`, reason);
      pick.type = 'button';
      pick.addEventListener('click', () => {
        input.value = reason;
        redraw();
      });
      return pick;
    });
    label.append(input);
    const box = make('div', 'picks', '');
    box.append(label, ...picks);
    return box;
  }));
}

const reasons = () => [...$('si-overrides').querySelectorAll('input')].map((input) =>
  ({ code: input.dataset.code, reason: input.value.trim() }));

const reasoned = () => mode !== 'second' || !subject?.passable
  || reasons().every(({ reason }) => reason.length >= 3);

async function submit() {
  const sent = { staff: id(), pin };
  const asSecond = mode === 'second';
  pin = '';
  trying = true;
  redraw();
  const answer = asSecond ? await check(sent) : await post('/api/sign-in', sent);
  trying = false;
  if (!answer.ok) {
    why = answer.error.text;
  } else if (asSecond) {
    close();
    onChecked(answer.readBack);
  } else {
    nameThisPage(answer.page);
    close();
  }
  redraw();
}

const check = (sent) => {
  const { nonce, hash, passable } = subject;
  const overrides = passable ? reasons() : [];
  return post('/api/second-check',
    { ...sent, nonce, hash, ...(overrides.length && { overrides }) });
};

/** Asks a second person to check a read-back; what may be started then is handed on. */
export function askSecond(readBack, checked) {
  subject = readBack;
  onChecked = checked;
  drawOverrides(readBack);
  open('second');
}

function use(key) {
  if (trying) {
    return;
  }
  if (key === 'back') {
    pin = pin.slice(0, -1);
  } else if (key === 'ok') {
    if (!$('si-ok').disabled) {
      submit();
    }
    return;
  } else if (pin.length < MOST_DIGITS) {
    pin += key;
    why = '';
  }
  redraw();
}

/** Tells the device, now and then, that somebody is at work here. */
function active() {
  if (pageName() !== '' && performance.now() - activeMs > ACTIVE_EVERY_MS) {
    activeMs = performance.now();
    post('/api/active');
  }
}

export async function load() {
  const answer = await get('/api/staff');
  if (answer.ok) {
    people = answer.people;
    redraw();
  } else {
    setTimeout(load, 500);
  }
}

function wireKeys() {
  $('si-keys').addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button && usable(button)) {
      use(button.dataset.pin);
    }
  });
  const keys = { Backspace: 'back', Enter: 'ok' };
  document.addEventListener('keydown', (event) => {
    const key = /^[0-9]$/.test(event.key) ? event.key : keys[event.key];
    const elsewhere = event.target.closest('input, button');
    if (key && !elsewhere && !event.repeat && $('si-keys').offsetParent) {
      event.preventDefault();
      use(key);
    }
  });
}

/** Asks who stands here. */
export function ask() {
  load();
  open('in');
}

/** Its buttons; `render` shows the page anew. */
export function wire(render) {
  redraw = render;
  nameThisPage(sessionStorage.getItem(KEPT) ?? '');
  sessionStorage.removeItem(KEPT); // a copy of this tab is another page
  addEventListener('pagehide', () => sessionStorage.setItem(KEPT, pageName()));
  addEventListener('pageshow', () => sessionStorage.removeItem(KEPT));
  wireKeys();
  $('who').addEventListener('click', ask);
  $('si-cancel').addEventListener('click', () => {
    close();
    redraw();
  });
  $('si-out').addEventListener('click', async () => {
    await post('/api/sign-out');
    nameThisPage('');
    close();
    redraw();
  });
  $('si-id').addEventListener('input', () => redraw());
  document.addEventListener('pointerdown', active, true);
  document.addEventListener('keydown', active, true);
}

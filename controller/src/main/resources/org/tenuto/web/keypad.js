/** The keypad of the order and the change screen. Always opens empty: nothing is carried over. */

import { post } from './api.js';
import { $, show, text, usable } from './dom.js';
import { EMPTY, judge, limitsText, press } from './number.js';

const KEYS = { Backspace: 'back', Delete: 'clear', Escape: 'cancel', Enter: 'ok' };

let entry = EMPTY;
let asked = null;
/** Counts the keys, so that figures of an earlier one are never shown beside a later one. */
let strokes = 0;

/**
 * Asks for a number: {host (where, an id), name, unit, limits, accept(text), cancel()}, and what it
 * comes to: figures(text) is the form to ask the station with, derived(figures) its line.
 */
export function ask(question) {
  asked = question;
  $(question.host).append($('keypad'));
  entry = EMPTY;
  text('entry-name', question.name);
  text('entry-unit', question.unit);
  text('entry-limits', limitsText(question.unit, question.limits));
  show('keypad', true);
  render();
}

/** Whether a number is being entered that nobody confirmed yet. */
export const asking = () => asked !== null;

/** Whether any of it was typed. */
export const typed = () => entry.text !== '';

export function dismiss() {
  strokes += 1;
  asked = null;
  entry = EMPTY;
  show('keypad', false);
}

function render() {
  const { verdict, hint } = judge(entry, asked.unit, asked.limits);
  text('entry', entry.text || '\u2013');
  text('entry-hint', hint);
  $('keypad').dataset.verdict = verdict;
  const ok = $('keypad').querySelector('[data-key="ok"]');
  ok.disabled = verdict === 'empty' || verdict === 'wrong';
  derive(verdict === 'ok' || verdict === 'soft' ? asked.figures?.(entry.text) : null);
}

/** What the number comes to, as the station works it out; nothing is shown until it says so. */
async function derive(form) {
  strokes += 1;
  const stroke = strokes;
  text('entry-derived', '');
  if (!form) {
    return;
  }
  const { derived } = asked;
  const answer = await post('/api/figures', form);
  if (stroke === strokes && asked && answer.ok) {
    text('entry-derived', derived(answer));
  }
}

function use(key) {
  if (!asked) {
    return;
  }
  const question = asked;
  if (key === 'cancel') {
    dismiss();
    question.cancel();
  } else if (key === 'ok') {
    const { verdict } = judge(entry, asked.unit, asked.limits);
    if (verdict === 'ok' || verdict === 'soft') {
      const typed = entry.text;
      dismiss();
      question.accept(typed);
    }
  } else {
    entry = press(entry, key);
    render();
  }
}

export function wire() {
  $('keypad').addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button && usable(button)) {
      use(button.dataset.key);
    }
  });
  document.addEventListener('keydown', (event) => {
    const key = /^[0-9.]$/.test(event.key) ? event.key : KEYS[event.key];
    const onButton = event.key === 'Enter' && event.target.closest('button');
    if (key && asked && !event.repeat && !onButton && !$('controls').disabled
        && $('keypad').offsetParent) {
      event.preventDefault();
      use(key);
    }
  });
}

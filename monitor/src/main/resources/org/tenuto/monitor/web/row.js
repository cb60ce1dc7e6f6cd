/** One device as a row: what it said, as text, and how far that can be believed. */

import { age, clock, make, mark, text } from './dom.js';

const RANKS = { HIGH: 0, MEDIUM: 1, LOW: 2 };
const QUIET = 3;

/** 0 for the most urgent. A priority of a later version is as urgent as any. */
const rankOf = (priority) => RANKS[priority] ?? 0;

/** Alarms first, by priority; then who is not heard; then by name. */
function orderOf(data) {
  const rank = data.alarms.length
    ? Math.min(...data.alarms.map((alarm) => rankOf(alarm.priority))) : QUIET;
  const silent = data.fresh === 'OFFLINE' || data.fresh === 'STALE' ? 0 : 1;
  return [rank, silent, `${data.site}/${data.device}`];
}

/** As a class name: only what this page knows. */
export const priorityClass = (priority) => (priority in RANKS ? priority : 'HIGH');

const cell = (name, label) => {
  const value = make('b', '');
  const element = make('span', `cell ${name}`, make('small', '', label), value);
  return { element, value };
};

/** Texts that may not be believed as they are: when they were said. */
export function heardText(data, nowMs) {
  if (data.heard >= 0) {
    return `${age(nowMs - data.heard)} ago`;
  }
  return data.word >= 0 ? `its clock: ${clock(data.word)}` : 'never heard';
}

export function alarmText(alarm, fresh) {
  const known = fresh === 'STALE' || fresh === 'OFFLINE' ? 'last known: ' : '';
  return `${known}${alarm.text || alarm.condition}${alarm.present ? '' : ' (latched)'}`;
}

/** A row and its element, which stays the same while its texts change. */
export class Row {
  constructor() {
    this.cells = {
      state: cell('state', 'State'),
      rate: cell('rate', 'mL/h'),
      dose: cell('dose', 'mg/kg/h'),
      given: cell('given', 'mL given'),
      left: cell('left', 'left'),
    };
    this.badge = make('b', '');
    this.ago = make('small', '');
    this.name = make('b', '');
    this.place = make('small', '');
    this.alarm = make('span', 'cell alarm');
    this.models = make('span', 'cell models');
    this.missing = make('small', 'missing');
    const { state, rate, dose, given, left } = this.cells;
    this.element = make('a', 'row',
      make('span', 'cell heard', this.badge, this.ago),
      make('span', 'cell name', this.name, this.place, this.missing),
      state.element, this.alarm, rate.element, dose.element, given.element, left.element,
      this.models);
    this.element.setAttribute('role', 'listitem');
    this.element.dataset.testid = 'row';
  }

  update(data) {
    this.data = data;
    this.order = orderOf(data);
    this.haystack = [data.site, data.device, data.fresh, data.state, data.reason, data.drug,
      ...data.alarms.flatMap((alarm) => [alarm.priority, alarm.condition, alarm.text])]
      .join(' ').toLowerCase();
    this.element.href = `#/device?${data.path}`;
    text(this.name, data.device);
    text(this.place, data.demo ? `${data.site} · demo` : data.site);
    text(this.cells.state.value, data.reason ? `${data.state} ${data.reason}` : data.state || '–');
    mark(this.element, 'state', data.state);
    text(this.cells.rate.value, data.rate || '–');
    text(this.cells.dose.value, data.doseRate || '–');
    text(this.cells.given.value, data.given ? `${data.given} of ${data.total}` : '–');
    text(this.cells.left.value, data.left || '–');
    this.#models(data);
    this.#missing(data);
  }

  #models(data) {
    const shown = data.predicted.map((one) => `${one.model} ${one.plasma || one.effect || '–'}`);
    if (this.models.childNodes.length !== Math.max(1, shown.length)) {
      this.models.replaceChildren(...(shown.length ? shown : ['–']).map(() => make('span', '')));
    }
    [...this.models.childNodes].forEach((one, i) => text(one, shown[i] ?? '–'));
  }

  #missing(data) {
    const words = [];
    if (data.missing > 0) {
      words.push(`${data.missing} ${data.missing === 1 ? 'event' : 'events'} missing`);
    }
    if (data.odd > 0) {
      words.push(`${data.odd} not in its chain`);
    }
    text(this.missing, words.join(', '));
  }

  /** How old it is, and what of it is believed: also when nothing came. */
  look(nowMs, lost) {
    const fresh = lost ? 'LOST' : this.data.fresh;
    mark(this.element, 'fresh', fresh);
    text(this.badge, lost ? 'UNKNOWN' : fresh);
    text(this.ago, heardText(this.data, nowMs));
    this.#alarms(lost ? 'STALE' : fresh);
  }

  #alarms(fresh) {
    const { alarms, moreAlarms } = this.data;
    const [first] = alarms;
    if (!first) {
      this.alarm.replaceChildren();
      this.alarmShown = '';
      return;
    }
    const more = alarms.length - 1 + moreAlarms;
    const shown = `${first.priority} ${alarmText(first, fresh)} ${more}`;
    if (shown !== this.alarmShown) {
      this.alarmShown = shown;
      const badge = make('span', `badge ${priorityClass(first.priority)}`,
        make('b', '', first.priority), ` ${alarmText(first, fresh)}`);
      this.alarm.replaceChildren(badge, ...(more ? [make('small', '', `and ${more} more`)] : []));
    }
  }
}

export function compare(a, b) {
  return a.order[0] - b.order[0] || a.order[1] - b.order[1]
    || (a.order[2] < b.order[2] ? -1 : a.order[2] > b.order[2] ? 1 : 0);
}

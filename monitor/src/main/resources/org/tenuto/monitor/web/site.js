/** Every device: counts, filter, rows in their order. Touches only rows that changed. */

import { $, mark, text } from './dom.js';
import { Row, compare } from './row.js';

const rows = new Map();
let sorted = [];
let filter = '';
let dirty = false;

/** Takes a message: all devices, or those that changed. */
export function take(message) {
  if (message.all) {
    rows.clear();
    sorted = [];
    $('rows').replaceChildren();
  }
  for (const data of message.rows) {
    let row = rows.get(data.id);
    if (!row) {
      row = new Row();
      rows.set(data.id, row);
      sorted.push(row);
      dirty = true;
    }
    const before = row.order?.join();
    const found = row.haystack;
    row.update(data);
    dirty ||= before !== row.order.join() || found !== row.haystack;
  }
}

/** Which devices are shown. */
export function show(words) {
  filter = words.trim().toLowerCase();
  dirty = true;
}

/** Whether this device is wanted: every word of the filter is somewhere in it. */
const wanted = (row) => filter.split(/\s+/).every((word) => row.haystack.includes(word));

/** Puts rows where they belong; moves only those that are elsewhere. */
function arrange() {
  sorted.sort(compare);
  const shown = sorted.filter(wanted);
  const kept = new Set(shown.map((row) => row.element));
  const box = $('rows');
  for (const element of [...box.children]) {
    if (!kept.has(element)) {
      element.remove();
    }
  }
  let at = box.firstElementChild;
  for (const { element } of shown) {
    if (element === at) {
      at = at.nextElementSibling;
    } else {
      box.insertBefore(element, at);
    }
  }
  $('none').hidden = shown.length > 0;
  text($('none'), rows.size ? 'No device matches the filter' : 'Waiting for the first message');
}

function count() {
  const all = [...rows.values()].map((row) => row.data);
  const of = (test) => all.filter(test).length;
  const parts = [`${all.length} ${all.length === 1 ? 'device' : 'devices'}`];
  for (const priority of ['HIGH', 'MEDIUM', 'LOW']) {
    const alarmed = of((data) => data.alarms.some((alarm) => alarm.priority === priority));
    if (alarmed) {
      parts.push(`${alarmed} ${priority.toLowerCase()}`);
    }
  }
  for (const fresh of ['LATE', 'STALE', 'OFFLINE']) {
    const silent = of((data) => data.fresh === fresh);
    if (silent) {
      parts.push(`${silent} ${fresh.toLowerCase()}`);
    }
  }
  const missing = of((data) => data.missing > 0 || data.odd > 0);
  if (missing) {
    parts.push(`${missing} with gaps`);
  }
  text($('counts'), parts.join(' · '));
}

/** Looks again at all of it. */
export function look(nowMs, lost) {
  if (dirty) {
    dirty = false;
    arrange();
  }
  for (const row of sorted) {
    row.look(nowMs, lost);
  }
  mark($('site'), 'lost', lost ? 'yes' : 'no');
  count();
}

/** The row of the device of this path, if it is known. */
export const rowOf = (path) => sorted.find((row) => row.data.path === path)?.data;

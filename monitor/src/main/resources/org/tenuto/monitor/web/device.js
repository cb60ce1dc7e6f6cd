/** One device closer: figures, curves, alarms, what happened, what it is. */

import { $, clock, make, mark, text } from './dom.js';
import { alarmText, heardText, priorityClass } from './row.js';
import { Plot } from './plot.js';

const ASK_MS = 1000;
/** Without an answer for so long what is shown is history. */
const SILENT_MS = 3000;
const PLACES = {
  AFTER_GAP: 'after a gap',
  BROKEN: 'does not fit its hash chain',
  RESTARTED: 'the device began a new record',
  FIRST: 'the first one seen',
};

let path;
let isLost = () => false;
let parts;
let shown;
let answeredMs;
let eventsShown = '';

/** Shows the device of this path; undefined for none. */
export function open(next, lost) {
  isLost = lost;
  if (next === path) {
    return;
  }
  path = next;
  shown = undefined;
  eventsShown = '';
  answeredMs = performance.now();
  if (path !== undefined) {
    build();
    ask(path);
  }
}

function fact(name) {
  const value = make('b', '', '–');
  return { value, element: make('div', 'figure', make('span', '', name), value) };
}

function build() {
  parts = {
    title: make('h2', '', 'Waiting for the device'),
    place: make('span', 'place'),
    badge: make('b', 'freshness'),
    ago: make('span', 'ago'),
    alarms: make('div', 'alarms'),
    state: fact('State'),
    rate: fact('Flow rate, mL/h'),
    dose: fact('Dose rate, mg/kg/h'),
    given: fact('Volume given, mL'),
    left: fact('Time left, h:mm:ss'),
    models: make('div', 'predictions'),
    events: make('ol', 'events'),
    gaps: make('p', 'gaps'),
    birth: make('dl', 'birth'),
    rate_plot: new Plot('Flow rate', 'mL/h'),
    volume_plot: new Plot('Volume given', 'mL'),
    model_plot: new Plot('Predicted concentration, by model: never a measurement', 'ng/mL'),
  };
  parts.title.dataset.testid = 'device-title';
  parts.badge.dataset.testid = 'device-freshness';
  parts.events.dataset.testid = 'events';
  parts.birth.dataset.testid = 'birth';
  const back = make('a', 'back', '‹ All devices');
  back.href = '#/';
  const { state, rate, dose, given, left } = parts;
  $('device').replaceChildren(
    make('div', 'top', back, make('div', 'who', parts.title, parts.place),
      make('div', 'trust', parts.badge, parts.ago)),
    parts.alarms,
    make('section', 'figures', state.element, rate.element, dose.element, given.element,
      left.element, parts.models),
    make('section', 'plots', parts.rate_plot.element, parts.volume_plot.element,
      parts.model_plot.element),
    make('section', 'more',
      make('div', '', make('h3', '', 'What happened, by its own clock'), parts.gaps, parts.events),
      make('div', '', make('h3', '', 'What it says it is'), parts.birth)));
}

/** One question at a time, until another device is looked at. */
async function ask(of) {
  while (path === of) {
    try {
      const answer = await fetch(`/api/device?${of}`);
      if (path !== of) {
        return;
      }
      if (answer.ok) {
        shown = await answer.json();
        answeredMs = performance.now();
        draw(shown);
      } else if (answer.status === 404 && !shown) {
        text(parts.title, 'No such device, or not heard of yet');
      }
    } catch {
      // not reached: its age goes on, and the page says that the monitor is not heard
    }
    if (path === of) {
      look();
      await new Promise((wake) => { setTimeout(wake, ASK_MS); });
    }
  }
}

function look() {
  if (!shown) {
    return;
  }
  const waitedMs = performance.now() - answeredMs;
  const lost = isLost() || waitedMs > SILENT_MS;
  const { row } = shown;
  mark($('device'), 'fresh', lost ? 'LOST' : row.fresh);
  text(parts.badge, lost ? 'UNKNOWN' : row.fresh);
  text(parts.ago, heardText(row, shown.now + waitedMs));
}

function draw({ row, birth, curve, events }) {
  text(parts.title, row.device);
  text(parts.place, row.drug ? `${row.site} · ${row.drug}` : row.site);
  const phase = row.phase ? `, phase ${row.phase}` : '';
  text(parts.state.value, `${row.state || '–'}${row.reason ? ` ${row.reason}` : ''}${phase}`);
  text(parts.rate.value, row.rate || '–');
  text(parts.dose.value, row.doseRate || '–');
  text(parts.given.value, row.given ? `${row.given} of ${row.total}` : '–');
  text(parts.left.value, row.left || '–');
  parts.models.replaceChildren(...row.predicted.map((one) => make('div', 'figure',
    make('span', '', `${one.model} predicts, ng/mL`),
    make('b', '', one.plasma || '–'),
    make('small', '', one.effect ? `effect site ${one.effect}` : 'plasma'))));
  parts.alarms.replaceChildren(...row.alarms.map((alarm) => make('p',
    `badge ${priorityClass(alarm.priority)}`, make('b', '', alarm.priority),
    ` ${alarmText(alarm, row.fresh)}`)));
  plots(curve);
  facts(birth, row);
  trail(row, events);
}

function plots(curve) {
  const times = { ago: curve.ago, gap: curve.gap };
  parts.rate_plot.draw(times, [{ name: 'flow rate', values: curve.rate, unit: 1e6 }]);
  parts.volume_plot.draw(times, [
    { name: 'certainly', values: curve.atLeast, unit: 1e6 },
    { name: 'at most', values: curve.atMost, unit: 1e6, dashed: true }]);
  parts.model_plot.draw(times, curve.models.flatMap((one) => [
    { name: `${one.model}, plasma`, values: one.plasma, unit: 1e3 },
    { name: `${one.model}, effect site`, values: one.effect, unit: 1e3, dashed: true }]));
}

function facts(birth, row) {
  const lines = birth.wall < 0 ? [['It has not said', '–']] : [
    ['Said so', `${clock(birth.wall)} by its clock`],
    ['Pump', birth.pump],
    ['Drug library, SHA-256', birth.library],
    ['Station', birth.build],
    ['Executor', birth.executorBuild || 'none'],
    ['Models in force', birth.models.join('; ') || 'not said'],
    ['Models that predict now', row.predicted.map((one) => one.model).join(', ') || 'none'],
    ['Monitored', birth.monitored.join(', ') || 'nothing'],
    ['Timing', birth.timing.replace(/^timing: /, '')],
    ['Demonstration', birth.demo ? 'yes' : 'no'],
  ];
  const said = JSON.stringify(lines);
  if (parts.birth.dataset.said !== said) {
    parts.birth.dataset.said = said;
    parts.birth.replaceChildren(...lines.flatMap(([name, value]) =>
      [make('dt', '', name), make('dd', '', value)]));
  }
}

function trail(row, events) {
  const { missing, odd } = row;
  const seen = events.length
    ? `${missing} missing since the first one seen` : 'nothing since we look';
  text(parts.gaps, odd ? `${seen}, ${odd} not in its hash chain` : seen);
  const said = `${events[0]?.seq} ${events.length} ${missing} ${odd}`;
  if (said === eventsShown) {
    return;
  }
  eventsShown = said;
  parts.events.replaceChildren(...events.flatMap((event) => {
    const place = PLACES[event.place];
    const line = make('li', event.place === 'BROKEN' ? 'broken' : '',
      make('span', 'at', `${event.seq} · ${clock(event.wall)}`),
      make('span', 'what', event.what),
      make('span', 'then', `${event.state}${place ? ` (${place})` : ''}`));
    const gap = event.missing > 0
      ? [make('li', 'gap', `gap: ${event.missing} missing here`)] : [];
    return [line, ...gap];
  }));
}

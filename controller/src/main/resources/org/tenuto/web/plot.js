/** Delivered volume over time against the plan: the trace from the station, then live points. */

import { $, text } from './dom.js';
import { get } from './api.js';

const WIDTH = 620;
const HEIGHT = 110;
const EDGE = 8;
const STEP_MS = 500;
const POINTS = 480;
const SVG = 'http://www.w3.org/2000/svg';

let nonce = '';
let points = [];

function path(className) {
  const element = document.createElementNS(SVG, 'path');
  element.setAttribute('class', className);
  $('run-plot').append(element);
  return element;
}

let plan;
let real;

async function begin(delivery) {
  nonce = delivery.nonce;
  points = [];
  const trace = await get('/api/trace');
  if (trace.ok && nonce === delivery.nonce) {
    const first = points.length ? points[0][0] : Infinity;
    points = [...trace.points.filter((p) => p[0] < first), ...points];
  }
}

function add(elapsedMs, atLeastNl) {
  if (points.length && elapsedMs - points.at(-1)[0] < STEP_MS) {
    return;
  }
  points.push([elapsedMs, atLeastNl]);
  if (points.length > POINTS) {
    points = points.filter((_, i) => i % 2 === 0);
  }
}

/** What a changed order still had to give then, a part for each phase from the present one on. */
function rest({ change, phases }) {
  const later = phases.slice(change.phase);
  const sum = (of, part) => of.reduce((all, phase) => all + phase[part], 0);
  return [
    {
      durationS: change.timeLeft.value - sum(later, 'durationS'),
      volumeNl: sum(phases.slice(0, change.phase), 'volumeNl') - change.given.value,
    },
    ...later];
}

/** Where the volume should be and when: a corner for each phase, [ms, nL]. */
function corners({ delivery, readBack }) {
  if (!readBack?.phases.length) {
    const ms = (delivery.ordered.value / delivery.orderedRate.value) * 3_600_000;
    return [[0, 0], [ms, delivery.ordered.value]];
  }
  const { change } = readBack;
  const line = change ? [[0, 0], [change.infusedS * 1000, change.given.value]] : [[0, 0]];
  for (const { durationS, volumeNl } of change ? rest(readBack) : readBack.phases) {
    const [ms, nl] = line.at(-1);
    line.push([ms + durationS * 1000, nl + volumeNl]);
  }
  return line;
}

/** Draws the present order; the time axis grows with pauses. */
export function draw(live) {
  const { delivery, elapsedMs } = live;
  plan ??= path('plan');
  real ??= path('real');
  if (delivery.nonce !== nonce) {
    begin(delivery);
  }
  add(elapsedMs, delivery.atLeast.value);
  const planned = corners(live);
  const [plannedMs] = planned.at(-1);
  const spanMs = Math.max(plannedMs, elapsedMs + delivery.timeLeft.value * 1000);
  const x = (ms) => (EDGE + (ms / spanMs) * (WIDTH - 2 * EDGE)).toFixed(1);
  const tall = HEIGHT - 2 * EDGE;
  const y = (nl) => (HEIGHT - EDGE - (nl / delivery.ordered.value) * tall).toFixed(1);
  plan.setAttribute('d', `M${planned.map(([ms, nl]) => `${x(ms)} ${y(nl)}`).join('L')}`);
  text('plot-plan', `plan: ${delivery.ordered.text} in ${Math.round(plannedMs / 60_000)} min`);
  text('plot-time', `${Math.round(spanMs / 60_000)} min`);
  const last = [[elapsedMs, delivery.atLeast.value]];
  real.setAttribute('d', [...points, ...last]
    .map(([ms, nl], i) => `${i ? 'L' : 'M'}${x(ms)} ${y(nl)}`).join(''));
}

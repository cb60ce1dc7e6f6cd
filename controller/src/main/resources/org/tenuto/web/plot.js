/** Delivered volume over time against the plan: the station's curve, and the present moment. */

import { $, text } from './dom.js';

const WIDTH = 300;
const HEIGHT = 110;
const EDGE = 6;
const SVG = 'http://www.w3.org/2000/svg';

/** A new path in a drawing. */
export function path(svg, className) {
  const element = document.createElementNS(SVG, 'path');
  element.setAttribute('class', className);
  svg.append(element);
  return element;
}

/** The line through points that are on the drawing already, "x y" each. */
export const line = (points) => (points.length ? `M${points.join('L')}` : '');

let plan;
let real;

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
  const planned = change ? [[0, 0], [change.infusedS * 1000, change.given.value]] : [[0, 0]];
  for (const { durationS, volumeNl } of change ? rest(readBack) : readBack.phases) {
    const [ms, nl] = planned.at(-1);
    planned.push([ms + durationS * 1000, nl + volumeNl]);
  }
  return planned;
}

/** How long the time axis is: it grows with pauses, ms. */
export function spanMs(live) {
  const [plannedMs] = corners(live).at(-1);
  return Math.max(plannedMs, live.elapsedMs + live.delivery.timeLeft.value * 1000, 1);
}

/** Draws the present order. `trace` is the station's curve, null until it is there. */
export function draw(live, trace) {
  const { delivery, elapsedMs } = live;
  plan ??= path($('run-plot'), 'plan');
  real ??= path($('run-plot'), 'real');
  const planned = corners(live);
  const span = spanMs(live);
  const x = (ms) => (EDGE + (ms / span) * (WIDTH - 2 * EDGE)).toFixed(1);
  const tall = HEIGHT - 2 * EDGE;
  const y = (nl) => (HEIGHT - EDGE - (nl / delivery.ordered.value) * tall).toFixed(1);
  const at = ([ms, nl]) => `${x(ms)} ${y(nl)}`;
  plan.setAttribute('d', line(planned.map(at)));
  const last = [elapsedMs, delivery.atLeast.value];
  real.setAttribute('d', line([...(trace?.points ?? []), last].map(at)));
  $('run-plot').dataset.points = String(trace?.points.length ?? 0);
  text('plot-time', `${Math.round(span / 60_000)} min`);
}

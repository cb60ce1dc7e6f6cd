/**
 * Plasma concentrations that models predict of the present order, each by its name: solid over what
 * was delivered, dashed over what is to come, with the drug's ceilings and the bands of studies.
 */

import { $, make } from './dom.js';
import { line, path, spanMs } from './plot.js';

const WIDTH = 300;
const HEIGHT = 150;
const EDGE = 4;
/** Above the hard ceiling, so that its line is seen. */
const ROOM = 1.06;
/** A label's height, of the drawing's height. */
const LABEL = 0.105;

let shown = null;

const ng = (pg) => `${Math.round(pg / 1000)}`;

function top({ models, ceiling }) {
  const peaks = models.flatMap((m) => [...m.past, ...m.future].map(([, pg]) => pg));
  return Math.max(...peaks, ceiling?.hard.value ?? 0, 1) * ROOM;
}

function draw(predicted, span) {
  const svg = $('run-prediction');
  const highest = top(predicted);
  const x = (ms) => (EDGE + (Math.min(1, ms / span)) * (WIDTH - 2 * EDGE)).toFixed(1);
  const part = (pg) => 1 - pg / highest;
  const y = (pg) => (EDGE + part(pg) * (HEIGHT - 2 * EDGE)).toFixed(1);
  const level = (className, pg) =>
    path(svg, className).setAttribute('d', `M0 ${y(pg)}H${WIDTH}`);
  svg.replaceChildren();
  const bands = predicted.bands.filter((b) => b.lowPgPerMl < highest);
  bands.forEach((band, i) => {
    const high = Math.min(band.highPgPerMl, highest);
    const d = `M${x(0)} ${y(band.lowPgPerMl)}H${WIDTH}V${y(high)}H${x(0)}Z`;
    path(svg, `band band-${i}`).setAttribute('d', d);
  });
  if (predicted.ceiling) {
    level('ceiling soft', predicted.ceiling.soft.value);
    level('ceiling hard', predicted.ceiling.hard.value);
  }
  predicted.models.forEach((model, i) => {
    const curve = (points) => line(points.map(([ms, pg]) => `${x(ms)} ${y(pg)}`));
    path(svg, `model model-${i} future`).setAttribute('d', curve(model.future));
    path(svg, `model model-${i} past`).setAttribute('d', curve(model.past));
  });
  label(predicted, bands, part);
}

/** Names at the right, each beside what it names, none on top of another. */
function label({ ceiling }, bands, part) {
  const names = bands.map((b, i) => ({
    at: part((b.lowPgPerMl + b.highPgPerMl) / 2),
    words: `${b.effect} ${ng(b.lowPgPerMl)}\u2013${ng(b.highPgPerMl)}`,
    className: `band-name band-${i}`,
    title: b.source,
  }));
  if (ceiling) {
    names.push(
      { at: part(ceiling.soft.value), words: `soft limit ${ng(ceiling.soft.value)}`,
        className: 'ceiling-name soft' },
      { at: part(ceiling.hard.value), words: `hard limit ${ng(ceiling.hard.value)}`,
        className: 'ceiling-name hard' });
  }
  names.sort((a, b) => a.at - b.at);
  let free = 0;
  $('prediction-names').replaceChildren(...names.map(({ at, words, className, title }) => {
    const name = make('span', className, '', words);
    free = Math.max(free, at - LABEL / 2);
    name.style.setProperty('top', `${(free * 100).toFixed(1)}%`);
    if (title) {
      name.title = title;
    }
    free += LABEL;
    return name;
  }));
}

/** What the executor follows now, by the model's name: it is no measurement. */
function now(models) {
  $('run-predicted').replaceChildren(...models.map(({ model, name, plasma, effect }, i) => {
    const item = make('li', `model-${i}`, `predicted-${model}`);
    const figures = [plasma && `${plasma}`, effect && `effect site ${effect}`];
    const short = name.replace(/ \(.*\)$/, '');
    item.append(make('i', '', ''), `${short}: ${figures.filter(Boolean).join(', ')}`);
    return item;
  }));
}

let nowShown = '';

/** Draws the present order. `trace` is the station's curve, null until it is there. */
export function render(live, trace) {
  const key = JSON.stringify(live.delivery.predictedNow);
  if (key !== nowShown) {
    nowShown = key;
    now(live.delivery.predictedNow);
  }
  const predicted = trace?.predicted;
  $('prediction').hidden = !predicted;
  if (predicted && trace !== shown) {
    shown = trace;
    draw(predicted, spanMs(live));
  }
}

/** A curve over the time the device was watched. Where nothing was heard there is no line. */

import { age, drawn, make } from './dom.js';

const WIDTH = 400;
const HEIGHT = 150;
const LEFT = 46;
const RIGHT = 10;
const TOP = 10;
const BOTTOM = 22;
/** The least time shown, ms. */
const SPAN_MS = 60_000;

/** The next of 1, 2, 5, 10, ... that is not below. */
function roundUp(value) {
  const ten = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * ten).find((step) => step >= value * 0.9999) ?? value;
}

const label = (x, y, anchor, words) => {
  const element = drawn('text', { x, y, 'text-anchor': anchor });
  element.textContent = words;
  return element;
};

export class Plot {
  constructor(title, unit) {
    this.svg = drawn('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img' });
    this.svg.setAttribute('aria-label', `${title}, ${unit}, over time`);
    this.legend = make('figcaption', '');
    this.title = `${title}, ${unit}`;
    this.element = make('figure', 'plot', make('h3', '', this.title), this.svg, this.legend);
  }

  /** Draws {name, values, unit, dashed} over {ago, gap}; a value below 0 is none. */
  draw({ ago, gap }, all) {
    const lines = all.filter((line) => line.values.some((value) => value >= 0));
    const spanMs = Math.max(SPAN_MS, ago[0] ?? 0);
    const highest = Math.max(0, ...lines.flatMap((line) => line.values.map((v) => v / line.unit)));
    const top = highest > 0 ? roundUp(highest) : 1;
    const x = (ms) => LEFT + (1 - ms / spanMs) * (WIDTH - LEFT - RIGHT);
    const y = (value) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
    const parts = [...this.#grid(x, y, spanMs, top), ...this.#gaps(x, ago, gap)];
    lines.forEach((line, i) => parts.push(drawn('path', {
      class: `line of-${i % 6}${line.dashed ? ' dashed' : ''}`,
      d: path(line, ago, gap, x, y),
    })));
    this.svg.replaceChildren(...parts);
    this.#name(lines);
  }

  #grid(x, y, spanMs, top) {
    const right = WIDTH - RIGHT;
    return [0, top / 2, top].flatMap((value) => [
      drawn('path', { class: 'grid', d: `M${LEFT} ${y(value)}H${right}` }),
      label(LEFT - 6, y(value) + 4, 'end', String(Number(value.toPrecision(3)))),
    ]).concat([
      label(LEFT, HEIGHT - 6, 'start', `${age(spanMs)} ago`),
      label(right, HEIGHT - 6, 'end', 'now'),
    ]);
  }

  #gaps(x, ago, gap) {
    return gap.flatMap((after, i) => (after && i > 0
      ? [drawn('rect', {
        class: 'gap', x: x(ago[i - 1]), y: TOP,
        width: Math.max(1, x(ago[i]) - x(ago[i - 1])), height: HEIGHT - TOP - BOTTOM,
      })] : []));
  }

  #name(lines) {
    const names = JSON.stringify(lines.map((line) => [line.name, !!line.dashed]));
    if (names !== this.named) {
      this.named = names;
      this.legend.replaceChildren(...(lines.length ? lines.map((line, i) =>
        make('span', `key of-${i % 6}${line.dashed ? ' dashed' : ''}`, line.name))
        : [make('span', '', 'nothing heard yet')]));
    }
  }
}

/** Steps from point to point, broken at every gap and where there is no value. */
function path({ values, unit }, ago, gap, x, y) {
  let begun = false;
  return values.map((value, i) => {
    if (value < 0) {
      begun = false;
      return '';
    }
    const move = begun && !gap[i] ? 'L' : 'M';
    begun = true;
    return `${move}${x(ago[i]).toFixed(1)} ${y(value / unit).toFixed(1)}`;
  }).join('');
}

/** Small curves of blood pressure, heart rate and SpO2 over the session. Gaps stay gaps. */

import { make } from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 120;
const HEIGHT = 28;
const EDGE = 3;

let drawn = '';

/** Trends [{id, title, points: [[seconds before now, value or null], ...]}], one row each. */
export function draw(host, trends) {
  const key = JSON.stringify(trends.map(({ id, points }) => [id, points.map((p) => p[1])]));
  if (key === drawn && host.childElementCount) {
    return;
  }
  drawn = key;
  host.replaceChildren(...trends.map(row));
}

function row({ id, title, points }) {
  const box = make('div', 'trend', `trend-${id}`);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${title} over time`);
  const known = points.filter((point) => point[1] !== null);
  if (known.length) {
    svg.append(curve(points, scale(points, known)));
  }
  box.append(make('span', '', '', title), svg);
  return box;
}

function scale(points, known) {
  const from = points[0][0];
  const span = Math.max(1, points.at(-1)[0] - from);
  const low = Math.min(...known.map((point) => point[1]));
  const high = Math.max(...known.map((point) => point[1]), low + 1);
  return ([s, value]) => [
    EDGE + ((s - from) / span) * (WIDTH - 2 * EDGE),
    HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE),
  ];
}

function curve(points, at) {
  const path = document.createElementNS(SVG, 'path');
  let pen = 'M';
  let d = '';
  points.forEach((point) => {
    if (point[1] === null) {
      pen = 'M';
    } else {
      const [x, y] = at(point).map((one) => one.toFixed(1));
      d += `${pen}${x} ${y}h0`;
      pen = 'L';
    }
  });
  path.setAttribute('d', d);
  return path;
}

/** The read-back screen: the executor's own figures, to be compared with the prescription. */

import { $, figure, make, text } from './dom.js';

let shown = '';

/** Shows a read-back; unwatched is what no sensor of this device monitors. */
export function render(readBack, unwatched) {
  text('rb-left', readBack.refused ? '' : `Valid ${readBack.secondsLeft} s`);
  const key = JSON.stringify({ ...readBack, secondsLeft: 0 });
  if (key === shown) {
    return;
  }
  shown = key;
  text('rb-title', readBack.refused
    ? 'This order can\u2019t be started' : 'Compare with the prescription');
  $('screen-readback').classList.toggle('refused', readBack.refused);
  $('rb-figures').replaceChildren(
    figure('Dose', 'readback-amount', readBack.amount),
    figure('Volume', 'readback-volume', readBack.volume),
    figure('Flow rate', 'readback-flow-rate', readBack.flowRate),
    figure('Dose rate', 'readback-dose-rate', readBack.doseRate));
  $('rb-facts').replaceChildren(
    ...fact('Ordered', 'readback-order', `${readBack.dose} over ${readBack.orderedDuration}`),
    ...fact('Weight', 'readback-weight', readBack.weight),
    ...fact('Syringe', 'readback-syringe', readBack.syringe),
    ...fact('Concentration', 'readback-concentration', readBack.concentration),
    ...fact('Duration', 'readback-duration', readBack.duration),
    ...fact('Loaded', 'readback-loaded', readBack.loaded),
    ...fact('To the pump', 'readback-pump', `${readBack.pumpRate} ${readBack.pumpVolume}`),
    ...(readBack.orderedAmount === readBack.amount
      ? []
      : fact('Before rounding', 'readback-ordered-amount', readBack.orderedAmount)));
  $('rb-findings').replaceChildren(...readBack.findings.map(finding));
  text('rb-unwatched', unwatched.length ? `Not monitored: ${unwatched.join(', ')}` : '');
}

function fact(name, testId, value) {
  return [make('dt', '', '', name), make('dd', '', testId, value)];
}

function finding({ code, severity, text: words }) {
  const item = make('li', severity, `finding-${code}`, words);
  item.dataset.severity = severity;
  return item;
}

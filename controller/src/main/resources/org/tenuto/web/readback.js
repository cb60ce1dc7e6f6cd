/** The read-back screen: the executor's own figures, to be compared with the prescription. */

import { comparison, rest } from './compare.js';
import { $, fact, figure, make, show, text } from './dom.js';

/** Scroll positions may be fractions. */
const SLACK_PX = 4;

/** More phases than this leave no room for large figures. */
const FEW = 3;

let shown = '';
let seen = false;

/** Whether some of it was never in sight: it can't be started before. */
export function unseen() {
  const screen = $('screen-readback');
  seen ||= screen.scrollTop + screen.clientHeight >= screen.scrollHeight - SLACK_PX;
  return !seen;
}

/**
 * Shows a read-back.
 *
 * @param unwatched what no sensor of this device monitors
 * @param before the read-back of the order it changes; null if it changes none
 */
export function render(readBack, ceiling, unwatched, before) {
  text('rb-left', readBack.refused ? '' : validity(readBack.secondsLeft));
  const key = JSON.stringify({ ...readBack, secondsLeft: 0 });
  if (key === shown) {
    return;
  }
  shown = key;
  seen = false;
  $('screen-readback').scrollTop = 0;
  text('rb-title', title(readBack.refused, before));
  $('screen-readback').classList.toggle('refused', readBack.refused);
  const several = readBack.phases.length > 1 && !before;
  const many = readBack.phases.length > FEW && !before;
  $('screen-readback').classList.toggle('many', many);
  show('rb-figures', !many && !before);
  $('rb-figures').replaceChildren(...(several ? sums(readBack) : figures(readBack)));
  show('rb-compare', Boolean(before));
  $('rb-compare').replaceChildren(...(before ? comparison(readBack, before) : []));
  show('rb-phases', several);
  $('rb-phases').replaceChildren(...(several ? table(readBack, many) : []));
  $('rb-facts').replaceChildren(...(before ? rest(readBack) : facts(readBack, several)));
  $('rb-predictions').replaceChildren(...predictions(readBack, ceiling));
  $('rb-findings').replaceChildren(...readBack.findings.map(finding));
  text('rb-unwatched', unwatched.length ? `Not monitored: ${unwatched.join(', ')}` : '');
}

function validity(secondsLeft) {
  const valid = secondsLeft > 0 ? `Valid ${secondsLeft} s` : 'Expired: go back, ask again';
  return unseen() ? `More below: scroll \u00b7 ${valid}` : valid;
}

function title(refused, before) {
  if (refused) {
    return before ? 'This change can\u2019t be made' : 'This order can\u2019t be started';
  }
  return before ? 'Compare, then hold to change' : 'Compare with the prescription';
}

function figures(readBack) {
  return [...sums(readBack),
    figure('Flow rate', 'readback-flow-rate', readBack.flowRate),
    figure('Dose rate', 'readback-dose-rate', readBack.doseRate)];
}

function sums(readBack) {
  return [
    figure('Dose', 'readback-amount', readBack.amount),
    figure('Volume', 'readback-volume', readBack.volume)];
}

const COLUMNS = [
  'kindText', 'orderedAmount', 'amount', 'volume', 'flowRate', 'doseRate', 'duration'];

/** Every phase, a row each. */
function table(readBack, many) {
  const head = make('tr', '', '');
  head.append(...['', 'Ordered', 'Dose', 'Volume', 'Flow rate', 'Dose rate', 'Time']
    .map((name) => make('th', '', '', name)));
  const { amount, volume, duration } = readBack;
  const sum = { kindText: 'In all', amount, volume, duration };
  return [head,
    ...readBack.phases.map((phase, i) => line(phase, `readback-phase-${i + 1}`)),
    ...(many ? [line(sum, 'readback-phases-sum')] : [])];
}

function line(phase, testId) {
  const row = make('tr', '', testId);
  row.append(...COLUMNS.map((column) => make('td', '', '', phase[column] ?? '')));
  return row;
}

function facts(readBack, several) {
  const pump = `${readBack.pumpRate} ${readBack.pumpVolume}`;
  return [
    ...(readBack.checkedBy ? fact('Checked by', 'readback-checked-by', readBack.checkedBy) : []),
    ...(several ? [] : fact('Ordered', 'readback-order', readBack.ordered)),
    ...(readBack.dosingWeightDiffers ? dosingWeight(readBack) : weight(readBack)),
    ...fact('Syringe', 'readback-syringe', readBack.syringe),
    ...fact('Concentration', 'readback-concentration', readBack.concentration),
    ...fact('Duration', 'readback-duration', readBack.duration),
    ...fact('Loaded', 'readback-loaded', readBack.loaded),
    ...(several ? [] : fact('To the pump', 'readback-pump', pump)),
    ...(readBack.orderedAmount === readBack.amount
      ? []
      : fact('Before rounding', 'readback-ordered-amount', readBack.orderedAmount)),
    ...(readBack.earlier
      ? fact('Given before', 'readback-earlier', `${readBack.earlier.amount} in 24 h`)
      : []),
    ...(readBack.intensiveMonitoring
      ? fact('Monitoring', 'readback-monitoring', 'intensive, attested')
      : []),
  ];
}

const weight = (readBack) => fact('Weight', 'readback-weight', readBack.weight);

/** The weight that doses were multiplied by is not what the scales said. */
function dosingWeight(readBack) {
  return [
    ...fact('Dosed by', 'readback-dosing-weight',
      `${readBack.dosingWeight}, ${readBack.weightBasisText}`),
    ...fact('Actual weight', 'readback-weight', readBack.weight)];
}

/** By the model's name, always: models differ, and none has measured anything. */
function predictions(readBack, ceiling) {
  if (!readBack.predictions.length) {
    return [];
  }
  // Of an order from its start on, of a change from now on.
  const when = readBack.change ? 'in' : 'at';
  const limits = ceiling ? `; ceiling: soft ${ceiling.soft}, hard ${ceiling.hard}` : '';
  return [
    make('li', 'about', 'readback-ceiling', `Prediction, not a measurement${limits}`),
    ...readBack.predictions.map((p) => {
      const plasma = p.plasma === p.judged ? '' : `; plasma ${p.plasma} ${when} ${p.plasmaAt}`;
      return make('li', '', `readback-peak-${p.model}`,
        `${p.name}: peak ${p.judged} ${when} ${p.judgedAt}${plasma}`);
    })];
}

function finding({ code, severity, text: words }) {
  const item = make('li', severity, `finding-${code}`, words);
  item.dataset.severity = severity;
  return item;
}

/** What a change of a running order makes different: old and new figures side by side. */

import { fact, make, quantity } from './dom.js';

/** Dose rate and flow rate of the present phase, in force and changed. */
export function comparison(readBack, before) {
  const at = readBack.change.phase - 1;
  const [was, will] = [before.phases[at], readBack.phases[at]];
  const head = make('tr', '', '');
  head.append(...['', 'Now', '', 'New'].map((name) => make('th', '', '', name)));
  return [head,
    line('Dose rate', 'dose-rate', was?.doseRate, will?.doseRate),
    line('Flow rate', 'flow-rate', was?.flowRate, will?.flowRate)];
}

function line(name, id, was = '\u2013', will = '\u2013') {
  const row = make('tr', '', '');
  const old = make('td', '', `compare-${id}-now`);
  const wanted = make('td', 'new', `compare-${id}-new`);
  quantity(old, was);
  quantity(wanted, will);
  row.append(make('th', '', '', name), old, make('td', '', '', '\u2192'), wanted);
  return row;
}

function course({ change, volume, amount }) {
  return [
    ...fact('Given, at most', 'change-given', `${change.given.text}, ${change.givenAmount.text}`),
    ...fact('Time left', 'change-time-left', change.timeLeft.text),
    ...fact('In all', 'change-total', `${volume}, ${amount}`)];
}

/** What of the whole order is given, and what is left; two facts share a line. */
export function rest(readBack) {
  const { change, phases } = readBack;
  const phase = `${change.phase} of ${phases.length}`;
  return [
    ...(phases.length ? course(readBack) : []),
    ...fact('For', 'change-for', `${readBack.dosingWeight}, ${readBack.concentration}`),
    ...(phases.length > 1 ? fact('Phase', 'change-phase', phase) : []),
    ...(readBack.intensiveMonitoring
      ? fact('Monitoring', 'change-monitoring', 'intensive, attested')
      : []),
  ];
}

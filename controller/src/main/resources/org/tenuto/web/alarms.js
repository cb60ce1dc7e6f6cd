/** The alarm strip: the most urgent first; what this page itself noticed comes before the rest. */

import { $, show, text } from './dom.js';

const SIGNS = { HIGH: '!!!', MEDIUM: '!!', LOW: '!' };

/** Shows alarms [{priority, text}], most urgent first; the device's own can be acknowledged. */
export function render(local, device) {
  const all = [...local, ...device];
  show('alarm', all.length > 0);
  const yellow = all.some((a) => a.priority === 'MEDIUM');
  document.body.dataset.alarm = yellow ? 'MEDIUM' : all[0]?.priority ?? '';
  if (all.length === 0) {
    return;
  }
  const [first, ...rest] = all;
  $('alarm').className = `alarm ${first.priority}`;
  $('alarm').dataset.priority = first.priority;
  $('alarm').dataset.alarmId = first.id;
  text('alarm-sign', SIGNS[first.priority]);
  text('alarm-text', first.text);
  text('alarm-more', rest.length ? `+${rest.length}: ${rest.map((a) => a.text).join(' ')}` : '');
  show('acknowledge', device.some((a) => a.id !== 'CONTROLLER_LOST'));
}

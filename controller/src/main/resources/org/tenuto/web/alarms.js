/** The alarm strip: the most urgent first; what this page itself noticed comes before the rest. */

import { $, show, text } from './dom.js';
import { light } from './lamp.js';
import { isOn, sound } from './sound.js';

const SIGNS = { HIGH: '!!!', MEDIUM: '!!', LOW: '!' };
const URGENCY = Object.keys(SIGNS);

/** An alarm's line: what it is, one sentence or what stands before a colon, and what to do next. */
function said(words) {
  const at = (words.includes('. ') ? words.indexOf('. ') : words.indexOf(': ')) + 1;
  return at > 0 ? [words.slice(0, at), words.slice(at + 1)] : [words, ''];
}

/**
 * Shows and sounds alarms [{id, priority, text, quiet, pausable}]. The device's own can be
 * acknowledged and paused as long as it answers.
 *
 * @param pauseLeftS what is left of the device's audio pause, s
 */
export function render(local, device, answers, pauseLeftS) {
  const all = [...local, ...device]
    .sort((a, b) => URGENCY.indexOf(a.priority) - URGENCY.indexOf(b.priority));
  sound(all.filter((a) => !a.quiet));
  show('sound-off', !isOn());
  show('alarm', all.length > 0);
  const yellow = all.some((a) => a.priority === 'MEDIUM');
  document.body.dataset.alarm = yellow ? 'MEDIUM' : all[0]?.priority ?? '';
  light(all[0]?.priority ?? '');
  if (all.length === 0) {
    delete $('alarm').dataset.alarmId;
    delete $('alarm').dataset.priority;
    return;
  }
  const [first, ...rest] = all;
  $('alarm').className = `alarm ${first.priority}`;
  $('alarm').dataset.priority = first.priority;
  $('alarm').dataset.alarmId = first.id;
  text('alarm-sign', SIGNS[first.priority]);
  const [what, next] = said(first.text);
  text('alarm-what', what);
  text('alarm-do', next);
  text('alarm-more', rest.length ? `+${rest.length}: ${rest.map((a) => a.text).join(' ')}` : '');
  const pausable = answers && device.some((a) => a.pausable);
  show('pause-audio', pausable);
  $('pause-audio').toggleAttribute('data-paused', pauseLeftS > 0);
  text('pause-left', pauseLeftS > 0 ? `${pauseLeftS} s` : 'Pause');
  show('acknowledge', pausable || local.some((a) => a.acknowledge));
}

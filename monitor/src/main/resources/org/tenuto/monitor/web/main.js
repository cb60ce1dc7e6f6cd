/** The page: listens, and shows the site or one device of it. */

import { $, age, text } from './dom.js';
import { watch } from './stream.js';
import * as site from './site.js';
import * as device from './device.js';

/** Nothing from the monitor for so long: what is on the page is history. */
const LOST_MS = 3000;
const LOOK_MS = 500;

let message;

const stream = watch((next) => {
  message = next;
  site.take(next);
  look();
});

function notice(id, words) {
  $(id).hidden = !words;
  text($(id), words);
}

function look() {
  const silentMs = stream.silentMs();
  const lost = silentMs > LOST_MS;
  notice('lost', lost ? `This page has not heard the monitor for ${age(silentMs)}: `
    + 'everything below is history.' : '');
  const down = message && !message.connected;
  notice('broker', down ? `The monitor does not reach the broker ${message.broker}: `
    + `${message.problem}. Nothing below is news.` : '');
  notice('left-out', message ? leftOut(message) : '');
  site.look(stream.nowMs(), lost);
}

function leftOut({ tooMany, unreadable, overrun }) {
  const words = [];
  if (tooMany) {
    words.push(`More devices than can be shown: ${tooMany} messages of further ones left out.`);
  }
  if (unreadable) {
    words.push(`${unreadable} messages could not be read.`);
  }
  if (overrun) {
    words.push(`${overrun} messages lost here: too many at once.`);
  }
  return words.join(' ');
}

function route() {
  const [, path] = window.location.hash.match(/^#\/device\?(.*)$/) ?? [];
  $('site').hidden = path !== undefined;
  $('filter-box').hidden = path !== undefined;
  $('device').hidden = path === undefined;
  device.open(path, () => stream.silentMs() > LOST_MS);
  window.scrollTo(0, 0);
}

$('filter').addEventListener('input', () => {
  site.show($('filter').value);
  look();
});
window.addEventListener('hashchange', route);
route();
setInterval(look, LOOK_MS);

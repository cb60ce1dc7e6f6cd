/** Puts the live message on the screen. The station owns the state: a reload changes nothing. */

import * as alarms from './alarms.js';
import { get, post } from './api.js';
import { $, show, text } from './dom.js';
import * as change from './change.js';
import * as ended from './ended.js';
import { hold } from './hold.js';
import * as idle from './idle.js';
import * as keypad from './keypad.js';
import { leave, left } from './left.js';
import { watch } from './live.js';
import * as observation from './observation.js';
import * as order from './order.js';
import * as priming from './priming.js';
import * as readback from './readback.js';
import * as running from './running.js';
import * as session from './session.js';
import * as seen from './seen.js';
import * as sound from './sound.js';
import * as staff from './staff.js';
import * as stop from './stop.js';
import * as theme from './theme.js';

const STALE_MS = 1000;
/** A page that is just loading is given longer. */
const FIRST_MS = 5000;
/** Set when station or controller came back as another; stays over a reload, until acknowledged. */
const RESTARTED = 'device-restarted';
const NOTICE_MS = 8000;
const SCREENS = [
  'waiting', 'sign-in', 'steps', 'order', 'priming', 'change', 'readback', 'run', 'ended',
  'observation',
];

let live = null;
let stream;
let loaded = false;
/** The ceilings of predicted concentrations, by drug id. */
let ceilings = {};
let busy = false;
/** A read-back the executor refused: it is not in force anywhere but on this page. */
let refused = null;
let noticeUntilMs = 0;
let shownScreen = '';

const stale = () => live === null || stream.ageMs() > STALE_MS;

function screen() {
  const now = deviceScreen();
  return now === 'waiting' ? now : staff.screen(now, live);
}

/** What the device is about; who stands before it is another question. */
function deviceScreen() {
  if (!live || !loaded) {
    return 'waiting';
  }
  if (observation.open() && live.session?.observation) {
    return 'observation';
  }
  const { state, delivery, readBack } = live;
  const nonce = delivery?.nonce ?? '';
  switch (state.code) {
    case 'SELF_TEST':
      return 'waiting';
    case 'INFUSING':
    case 'PAUSED':
      if (delivery && change.open()) {
        return change.offered() ? 'readback' : 'change';
      }
      return delivery ? 'run' : 'waiting';
    case 'FAULT':
      return 'ended';
    case 'PRIMING':
      return 'priming';
    case 'READY':
      if (refused) {
        return 'readback';
      }
      return readBack && !left(readBack.nonce) ? 'readback' : 'order';
    default:
      if (priming.open()) {
        return 'priming';
      }
      if (refused) {
        return 'readback';
      }
      if (delivery?.atMost.value > 0 && !left(nonce) && !session.byHand()) {
        return 'ended';
      }
      return session.shown(live) ? 'steps' : 'order';
  }
}

/** Whether staff began to enter something that is not confirmed yet. */
function entering(now) {
  const form = ['order', 'readback', 'priming'].includes(now) && order.begun();
  return !stale() && (form || keypad.typed() || change.open());
}

/** Nobody went on with it: nothing of it is kept. */
function cancelEntry() {
  refused = null;
  priming.close();
  change.close();
  order.reset();
  notice('Entry cancelled after 10 min without a touch: nothing was kept.');
}

function render() {
  if (entering(screen()) && idle.cancels()) {
    cancelEntry();
  }
  const now = screen();
  const came = now !== shownScreen;
  shownScreen = now;
  if (came && now === 'order' && !$('order-editor').contains($('keypad'))) {
    order.refresh(); // another screen had the keypad
  }
  const old = stale();
  document.body.dataset.screen = now;
  document.body.dataset.state = live?.state.code ?? '';
  document.body.toggleAttribute('data-stale', old || !live.executor.alive);
  document.body.toggleAttribute('data-stoppable',
    old || ['INFUSING', 'PAUSED', 'PRIMING'].includes(live.state.code) || !live.state.atRest);
  $('controls').disabled = old;
  SCREENS.forEach((name) => show(`screen-${name}`, name === now));
  renderBar(now);
  alarms.render(ownAlarms(now), live?.alarms ?? [], !old && !lost(), live?.audioPauseLeftS ?? 0);
  if (live) {
    renderScreen(now);
  }
  renderActions(now);
  if (!old && !lost()) {
    seen.painted(live.executor);
  }
}

function renderScreen(now) {
  const unwatched = [...live.notMonitored, ...(live.emergencyStop ? [] : ['e-stop line'])];
  if (now === 'readback') {
    const changed = change.offered();
    const shown = changed ?? refused ?? live.readBack;
    readback.render(shown, ceilings[shown.drugId], unwatched, changed && live.readBack);
  } else if (now === 'change') {
    change.render(live);
  } else if (now === 'steps') {
    session.render(session.shown(live));
  } else if (now === 'priming') {
    priming.render(live, order.chosenSyringe()?.name ?? '');
  } else if (now === 'run') {
    running.render(live);
  } else if (now === 'ended') {
    ended.render(live);
  } else if (now === 'observation') {
    observation.render(live);
  } else if (now === 'sign-in') {
    staff.render(live);
  } else if (now === 'waiting') {
    text('waiting-title', live.state.text);
    text('waiting-next', live.next);
  }
  const named = unwatched.length && now !== 'readback';
  const buzzer = live.buzzer ? '' : '. No buzzer';
  text('unwatched', named ? `Not monitored: ${unwatched.join(', ')}${buzzer}` : '');
  text('timing', live.timing && `Timing: ${live.timing}`);
}

function renderBar(now) {
  text('state', title(now));
  staff.renderBar(live);
  const heard = live && !lost() && !silent();
  text('pump', heard ? live.state.pumpText : live ? 'Pump not heard' : '');
  text('telemetry', live && !silent() ? live.telemetry.text : '');
  const drug = now === 'order' || now === 'steps' ? '' : (refused ?? live?.readBack)?.drug ?? '';
  text('drug', drug);
  show('drug', drug !== '');
  const notice = performance.now() < noticeUntilMs;
  show('notice', notice);
  show('aside', !notice);
}

/** What was last heard of a controller or station that is gone says nothing of now. */
function lost() {
  return live !== null && live !== undefined && !live.executor.alive;
}

function title(now) {
  if (silent()) {
    return 'Not answering';
  }
  if (!live) {
    return 'Connecting';
  }
  if (lost()) {
    return 'Controller lost';
  }
  if (now === 'order') {
    return 'New order';
  }
  if (now === 'steps') {
    return 'Session';
  }
  if (now === 'priming') {
    return live.state.code === 'PRIMING' ? live.state.text : 'Prime line';
  }
  if (refused && now === 'readback') {
    return 'Refused';
  }
  if (live.delivery?.changing) {
    return 'Changing\u2026';
  }
  return now === 'ended' && live.state.code === 'IDLE' ? 'Order ended' : live.state.text;
}

function renderActions(now) {
  const state = live?.state.code;
  const mine = Boolean(live && staff.controls(live));
  const readBack = change.offered() ?? refused ?? live?.readBack;
  const second = now === 'readback' && staff.wantsSecond(live, readBack);
  const toLoad = now === 'order' && order.complete() && session.loadingMissing(order.form());
  show('st-loading', toLoad);
  show('propose', now === 'order' && !toLoad);
  show('st-session', (now === 'order' || now === 'ended') && Boolean(live?.session.on));
  if (now !== 'steps') {
    ['st-on', 'st-more', 'st-order'].forEach((id) => show(id, false));
  }
  const notBy = mine ? staff.whoElse(live, 'ORDER') : '';
  $('propose').disabled = busy || keypad.asking() || !order.complete() || notBy !== '';
  text('propose-name', busy ? 'Reading back' : 'Read back');
  text('propose-why', notBy);
  renderPriming(now, state);
  const ofOrder = now === 'readback' && !change.open();
  show('second', second);
  $('second').disabled = busy || readback.unseen();
  show('start', ofOrder && !refused && !second);
  $('start').disabled = busy || readback.unseen();
  show('change', ofOrder);
  const unseen = now === 'readback' && readback.unseen();
  change.renderActions(live, now, { busy, lost: lost(), unseen, mine, second, notBy });
  observation.renderActions(live, now, busy);
  show('pause', state === 'INFUSING' && ['run', 'sign-in', 'observation'].includes(now) && !lost());
  show('resume', now === 'run' && state === 'PAUSED' && mine);
  $('resume').disabled = busy;
  const waits = (now === 'run' && state === 'PAUSED') || (now === 'ended' && state === 'FAULT');
  show('take', waits && !mine);
  text('take', state === 'FAULT' ? 'Sign in to reset' : 'Sign in to resume');
  show('new-order', now === 'ended' && state !== 'FAULT');
  show('reset', now === 'ended' && state === 'FAULT' && mine);
  if (now !== 'sign-in') {
    show('si-cancel', false);
    show('si-out', false);
  }
  $('reset').disabled = busy;
}

function renderPriming(now, state) {
  const resting = state === 'IDLE' || state === 'COMPLETE';
  show('prime', now === 'order' && resting);
  $('prime').disabled = busy || !order.chosenSyringe();
  text('primed', order.chosenSyringe() ? priming.primed(live) : 'choose a syringe first');
  show('prime-start', now === 'priming' && resting && priming.offered() !== null);
  $('prime-start').disabled = busy || !priming.ready();
  show('prime-cancel', now === 'priming' && resting);
}

const high = (id, words) => ({ id, priority: 'HIGH', text: words });

function silent() {
  return stream.silentMs() > (live ? STALE_MS : FIRST_MS);
}

/** What this page alone can notice; no audio pause is about it. */
function ownAlarms(now) {
  const own = [];
  if (entering(now) && idle.prompts()) {
    const words = 'Entry not finished. Go on: it is cancelled after 10 min.';
    own.push({ id: 'ENTRY_WAITS', priority: 'LOW', text: words });
  }
  if (stop.unconfirmed()) {
    own.push(high('STOP_UNCONFIRMED', 'Stop not confirmed: use the red button.'));
  }
  if (silent()) {
    own.push(high('DEVICE_SILENT',
      'Device not answering: look at the pump, use the red button.'));
  }
  if (sessionStorage.getItem(RESTARTED)) {
    const words = 'Device was restarted: look at the pump, use the red button if it runs.';
    own.push({ ...high('DEVICE_RESTARTED', words), acknowledge: true });
  }
  return own;
}

function notice(words) {
  text('notice', words);
  noticeUntilMs = performance.now() + NOTICE_MS;
}

/** Sends one command at a time and says what became of it. */
async function send(path, body) {
  busy = true;
  noticeUntilMs = 0;
  render();
  const answer = await post(path, body);
  busy = false;
  if (!answer.ok) {
    notice(answer.error.text);
    staff.refusedFor(answer.error);
  }
  render();
  return answer;
}

/** Has a second person check what was read back; it is read back anew, as checked by them. */
function askSecond() {
  const changing = change.offered();
  staff.askSecond(changing ?? refused ?? live.readBack, (readBack) => {
    if (changing) {
      change.checked(readBack);
    } else {
      refused = readBack.refused ? readBack : null;
    }
    render();
  });
}

async function propose() {
  if (keypad.asking()) {
    return;
  }
  const answer = await send('/api/propose', order.form());
  if (answer.ok) {
    refused = answer.readBack.refused ? answer.readBack : null;
  } else {
    order.reject(answer.error.field);
  }
  render();
}

/** Asks the device what it would do to fill the line. */
async function askToPrime(volume) {
  const answer = await send('/api/prime', { syringe: order.chosenSyringe().id, volume });
  priming.put(answer.ok ? answer.priming : null);
  render();
}

async function startPriming() {
  const { nonce, hash } = priming.offered();
  const answer = await send('/api/prime/start', { nonce, hash, line: 'NOT_CONNECTED' });
  if (answer.ok) {
    priming.close();
  } else {
    priming.put(null);
  }
  render();
}

/** Back to the form as it was entered; a read-back in force is discarded. */
function backToForm() {
  if (refused) {
    refused = null;
  } else {
    leave(live.readBack.nonce);
    post('/api/stop');
  }
  render();
}

function newOrder() {
  leave(live.delivery?.nonce ?? '');
  if (live.session.on) {
    session.go('ORDER');
  }
  order.reset();
  render();
}

function acknowledge() {
  sessionStorage.removeItem(RESTARTED);
  if (live?.alarms.length) {
    send('/api/acknowledge');
  }
  render();
}

/** Whether these figures are of another boot than the last ones of the same process. */
function restarted(before, now) {
  const executor = before.executor.boot !== '0' && before.executor.boot !== now.executor.boot;
  return executor || before.stationBoot !== now.stationBoot;
}

function wire() {
  theme.wire();
  idle.wire();
  keypad.wire();
  running.build();
  stop.wire(() => {
    refused = null;
    priming.close();
    change.close();
    render();
  }, render);
  priming.wire(askToPrime, render);
  hold($('prime-start'), () => priming.offered()?.hash, startPriming);
  $('prime').addEventListener('click', () => {
    priming.begin();
    render();
  });
  $('prime-cancel').addEventListener('click', () => {
    priming.close();
    render();
  });
  session.wire(send, render, order.loading, () => {
    leave(live.delivery?.nonce ?? '');
  }, () => {
    observation.begin();
    render();
  });
  observation.wire(send, render);
  staff.wire(render);
  $('second').addEventListener('click', askSecond);
  $('take').addEventListener('click', staff.ask);
  sound.wire(render);
  $('propose').addEventListener('click', propose);
  $('change').addEventListener('click', backToForm);
  change.wire(send, render, () => live);
  $('pause').addEventListener('click', () => post('/api/pause'));
  $('new-order').addEventListener('click', newOrder);
  $('reset').addEventListener('click', () => send('/api/reset'));
  $('acknowledge').addEventListener('click', acknowledge);
  $('pause-audio').addEventListener('click', () => send('/api/pause-audio'));
  hold($('start'), () => live.readBack?.hash, () => {
    const { nonce, hash } = live.readBack;
    send('/api/start', { nonce, hash });
  });
  hold($('resume'), () => live.delivery?.nonce, () => {
    send('/api/resume', { nonce: live.delivery.nonce });
  });
  document.addEventListener('order-changed', () => live && render());
}

async function loadCatalogue() {
  const catalogue = await get('/api/catalogue');
  if (catalogue.ok) {
    change.load(catalogue);
    await session.load(catalogue);
    ceilings = Object.fromEntries(catalogue.drugs.map((drug) => [drug.id, drug.ceiling]));
    order.load(catalogue);
    loaded = true;
    render();
  } else {
    setTimeout(loadCatalogue, 500);
  }
}

wire();
staff.load();
stream = watch((message) => {
  if (live && restarted(live, message)) {
    sessionStorage.setItem(RESTARTED, 'yes');
  }
  if (live && live.stationBoot !== message.stationBoot) {
    location.reload();
    return;
  }
  live = message;
  if (live.state.code === 'INFUSING') {
    refused = null;
  }
  stop.confirm(live);
  const passed = change.follow(live);
  if (passed) {
    notice(passed);
  }
  if (!change.open()) {
    order.given(live.recentDose);
    order.measured(live.session);
  }
  render();
});
setInterval(render, 200);
loadCatalogue();

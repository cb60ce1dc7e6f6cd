/**
 * The alarm sound: bursts exactly as the device's own table has them. One burst and the silence
 * after it are rendered once and repeated by the audio thread, so that a page that hangs goes on
 * sounding and no timer of a browser decides when.
 */

import signals from '/api/signals' with { type: 'json' };

/** Twice the highest partial and more: five times 523 Hz. */
const RATE_HZ = 16_000;

/** A sound clock that stands still for so long belongs to no sound. */
const STALLED_MS = 1_000;

const context = new AudioContext();
const rendered = {};
let source = null;
let sounding = '';
let startedS = 0;
let heard = new Set();
let clockS = -1;
let clockMovedMs = -Infinity;

/** Loudness of a moment in a pulse: rises and falls in a straight line. */
const envelope = (ms, { pulseMs, rampMs }) => Math.min(1, ms / rampMs, (pulseMs - ms) / rampMs);

function note(phase) {
  const loudest = signals.partials.reduce((sum, amplitude) => sum + amplitude, 0);
  return signals.partials.reduce((sum, amplitude, i) =>
    sum + amplitude * Math.sin((i + 1) * phase), 0) / loudest;
}

/** The burst of a priority with the silence after it. */
function render(priority) {
  const { burst } = signals.priorities[priority];
  const atMs = (ms) => Math.round(ms * RATE_HZ / 1_000);
  const buffer = context.createBuffer(1, atMs(burst.repeatMs), RATE_HZ);
  const samples = buffer.getChannelData(0);
  for (const pulse of burst.pulses) {
    const first = atMs(pulse.atMs);
    for (let i = 0; i < atMs(burst.pulseMs); i++) {
      const s = i / RATE_HZ;
      samples[first + i] = envelope(s * 1_000, burst) * note(2 * Math.PI * pulse.hz * s);
    }
  }
  return buffer;
}

function stop() {
  source?.stop();
  source?.disconnect();
  source = null;
}

function start(priority) {
  stop();
  rendered[priority] ??= render(priority);
  source = new AudioBufferSourceNode(context, { buffer: rendered[priority], loop: true });
  source.connect(context.destination);
  source.start();
  startedS = context.currentTime;
}

function betweenBursts() {
  const { pulses, pulseMs, repeatMs } = signals.priorities[sounding].burst;
  return (context.currentTime - startedS) * 1_000 % repeatMs >= pulses.at(-1).atMs + pulseMs;
}

/**
 * Sounds the most urgent of the alarms that may be heard, [{id, priority}], most urgent first. A
 * new one of the same priority is heard at once between two bursts, and cuts none short.
 */
export function sound(audible) {
  const priority = audible[0]?.priority ?? '';
  const ids = new Set(audible.filter((a) => a.priority === priority).map((a) => a.id));
  const another = [...ids].some((id) => !heard.has(id));
  heard = ids;
  if (priority === '') {
    stop();
  } else if (priority !== sounding || (another && betweenBursts())) {
    start(priority);
  }
  sounding = priority;
}

/** Whether sound can be heard here, as far as a browser can know. */
export function isOn() {
  if (context.currentTime !== clockS) {
    clockS = context.currentTime;
    clockMovedMs = performance.now();
  }
  return context.state === 'running' && performance.now() - clockMovedMs < STALLED_MS;
}

/** Browsers want a touch before they sound, unless they are told otherwise: any touch will do. */
export function wire(onChange) {
  const enable = () => context.state !== 'running' && context.resume();
  document.addEventListener('pointerdown', enable, true);
  document.addEventListener('pointerup', enable, true);
  document.addEventListener('keydown', enable, true);
  context.addEventListener('statechange', onChange);
}

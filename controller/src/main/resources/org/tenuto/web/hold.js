/**
 * A button that acts only after it was held for 1.5 s, by finger, mouse, Enter or Space. What it is
 * about (subject) must stay the same all the while.
 */

import { usable } from './dom.js';

export const HOLD_MS = 1500;

export function hold(button, subject, onHeld) {
  let sinceMs = 0;
  let frame = 0;
  let about;

  function draw(part) {
    button.style.setProperty('--held', String(part));
    button.toggleAttribute('data-holding', part > 0 && part < 1);
  }

  function cancel() {
    cancelAnimationFrame(frame);
    frame = 0;
    draw(0);
  }

  function step(nowMs) {
    if (!usable(button) || subject() !== about) {
      cancel();
      return;
    }
    const part = Math.max(0, nowMs - sinceMs) / HOLD_MS;
    if (part >= 1) {
      cancel();
      onHeld();
      return;
    }
    draw(part);
    frame = requestAnimationFrame(step);
  }

  function begin() {
    if (frame || !usable(button)) {
      return;
    }
    about = subject();
    sinceMs = performance.now();
    frame = requestAnimationFrame(step);
  }

  const isKey = (event) => event.key === 'Enter' || event.key === ' ';

  button.addEventListener('pointerdown', (event) => {
    if (event.isPrimary && event.button === 0) {
      begin();
    }
  });
  for (const end of ['pointerup', 'pointercancel', 'pointerleave', 'blur']) {
    button.addEventListener(end, cancel);
  }
  button.addEventListener('contextmenu', (event) => event.preventDefault());
  button.addEventListener('keydown', (event) => {
    if (isKey(event)) {
      event.preventDefault();
      if (!event.repeat) {
        begin();
      }
    }
  });
  button.addEventListener('keyup', (event) => isKey(event) && cancel());
}

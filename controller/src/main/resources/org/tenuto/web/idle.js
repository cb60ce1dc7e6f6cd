/**
 * An entry that nobody goes on with: prompted for after 5 minutes without a touch, cancelled after
 * 10 with nothing kept, so that no half of one patient's order waits for the next.
 */

const PROMPT_MS = 5 * 60_000;
const CANCEL_MS = 10 * 60_000;

let touchedMs = performance.now();

const idleMs = () => performance.now() - touchedMs;

/** Whether staff are to be reminded of what they began. */
export const prompts = () => idleMs() >= PROMPT_MS;

/** Whether what they began is over. */
export const cancels = () => idleMs() >= CANCEL_MS;

export function wire() {
  const touched = () => {
    touchedMs = performance.now();
  };
  document.addEventListener('pointerdown', touched, true);
  document.addEventListener('keydown', touched, true);
}

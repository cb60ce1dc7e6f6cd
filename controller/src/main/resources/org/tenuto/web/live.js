/** The live stream: hands on every message, says how old the last one is, comes back by itself. */

const RECONNECT_MS = 500;

export function watch(onMessage) {
  const sinceMs = performance.now();
  let lastMs = -Infinity;
  let source;

  function open() {
    source = new EventSource('/api/live');
    source.addEventListener('live', (event) => {
      lastMs = performance.now();
      onMessage(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      source.close();
      setTimeout(open, RECONNECT_MS);
    });
  }

  open();
  return {
    /** How old the last message is; Infinity before the first. */
    ageMs: () => performance.now() - lastMs,
    /** How long nothing has come, also before the first message. */
    silentMs: () => performance.now() - Math.max(lastMs, sinceMs),
  };
}

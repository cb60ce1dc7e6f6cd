/** The live stream: hands on every message, says how old the last one is, comes back by itself. */

const RECONNECT_MS = 500;

export function watch(onMessage) {
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
  return { ageMs: () => performance.now() - lastMs };
}

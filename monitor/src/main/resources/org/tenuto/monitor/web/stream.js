/** The stream of what changed: hands on every message, knows how long it is silent, comes back. */

const RECONNECT_MS = 1000;

export function watch(onMessage) {
  let lastMs = performance.now();
  let serverMs = 0;

  function open() {
    const source = new EventSource('/api/site');
    source.addEventListener('site', (event) => {
      const message = JSON.parse(event.data);
      lastMs = performance.now();
      serverMs = message.now;
      onMessage(message);
    });
    source.addEventListener('error', () => {
      source.close();
      setTimeout(open, RECONNECT_MS);
    });
  }

  open();
  return {
    /** How long nothing has come from the monitor. */
    silentMs: () => performance.now() - lastMs,
    /** The monitor's own clock now, ms. */
    nowMs: () => serverMs + (performance.now() - lastMs),
  };
}

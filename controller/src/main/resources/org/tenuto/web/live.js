/** The live stream: hands on every message, says how old the last one is, comes back by itself. */

const RECONNECT_MS = 500;
/** A stream silent for so long is opened anew: nothing says that it still leads anywhere. */
const SILENT_MS = 5000;

export function watch(onMessage) {
  const sinceMs = performance.now();
  let lastMs = -Infinity;

  function open() {
    const source = new EventSource('/api/live');
    let silence;
    function reopen(afterMs) {
      clearTimeout(silence);
      source.close();
      setTimeout(open, afterMs);
    }
    function listen() {
      clearTimeout(silence);
      silence = setTimeout(reopen, SILENT_MS, 0);
    }
    source.addEventListener('live', (event) => {
      lastMs = performance.now();
      listen();
      onMessage(JSON.parse(event.data));
    });
    source.addEventListener('error', () => reopen(RECONNECT_MS));
    listen();
  }

  open();
  return {
    /** How old the last message is; Infinity before the first. */
    ageMs: () => performance.now() - lastMs,
    /** How long nothing has come, also before the first message. */
    silentMs: () => performance.now() - Math.max(lastMs, sinceMs),
  };
}

/** Talks to the station. Every call answers {ok, ...}; none throws. */

const TIMEOUT_MS = 4000;
/** A PIN takes long to try, and others may wait before it; a Stop is rather sent again. */
const TIMEOUTS_MS = { '/api/sign-in': 20_000, '/api/second-check': 20_000, '/api/stop': 1500 };

let page = '';

/** The name the device gave this page when somebody signed in here; empty if nobody did. */
export const pageName = () => page;

export function nameThisPage(name) {
  page = name;
}

async function call(path, options) {
  try {
    const signal = AbortSignal.timeout(TIMEOUTS_MS[path] ?? TIMEOUT_MS);
    const answer = await fetch(path, { signal, ...options });
    const body = await answer.json();
    return answer.ok ? { ok: true, ...body } : { ok: false, error: body.error };
  } catch {
    return {
      ok: false,
      error: { code: 'NO_STATION', field: '', text: 'The station does not answer.' },
    };
  }
}

export const get = (path) => call(path, {});

export const post = (path, body) =>
  call(path, {
    method: 'POST',
    priority: 'high',
    headers: {
      ...(page && { 'Tenuto-Page': page }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });

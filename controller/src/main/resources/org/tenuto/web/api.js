/** Talks to the station. Every call answers {ok, ...}; none throws. */

const TIMEOUT_MS = 4000;

async function call(path, options) {
  try {
    const answer = await fetch(path, { signal: AbortSignal.timeout(TIMEOUT_MS), ...options });
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
    ...(body && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });

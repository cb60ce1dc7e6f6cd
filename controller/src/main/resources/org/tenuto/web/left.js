/** Orders whose end was taken note of, or whose read-back was discarded; kept over a reload. */

const KEPT = 'tenuto-left';
const MOST = 20;

const nonces = new Set(JSON.parse(sessionStorage.getItem(KEPT) ?? '[]'));

/** Whether staff went on from that order. */
export const left = (nonce) => nonces.has(nonce);

export function leave(nonce) {
  nonces.add(nonce);
  sessionStorage.setItem(KEPT, JSON.stringify([...nonces].slice(-MOST)));
}

/**
 * Number entry that blocks slips instead of interpreting them: a keystroke that makes no number
 * puts the entry into error, and only Delete or Clear gets it out.
 */

const WHOLE_DIGITS = 4;
const DECIMALS = 3;
const COMPLETE = /^(0|[1-9][0-9]{0,3})(\.[0-9]{1,3})?$/;

export const EMPTY = { text: '', error: '' };

/** The entry after one more key: a digit, ".", "back" or "clear". */
export function press(entry, key) {
  if (key === 'clear') {
    return EMPTY;
  }
  if (key === 'back') {
    return { text: entry.text.slice(0, -1), error: '' };
  }
  if (entry.error) {
    return entry;
  }
  return { text: entry.text + key, error: fault(entry.text, key) };
}

function fault(text, key) {
  const [whole, decimals] = text.split('.');
  if (key === '.') {
    if (decimals !== undefined) {
      return 'Second decimal point: delete it';
    }
    return whole === '' ? 'Start with a digit: 0.5, not .5' : '';
  }
  if (decimals !== undefined) {
    return decimals.length === DECIMALS ? 'More than 3 decimals' : '';
  }
  if (whole === '0') {
    return 'Digit after a leading 0';
  }
  return whole.length === WHOLE_DIGITS ? 'More than 4 digits' : '';
}

/** The number as it is understood: "70.0" is "70". */
export const normal = (text) =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;

function allowed(unit, { hardMin, hardMax, aboveZero }) {
  if (hardMax === undefined) {
    return `above 0 ${unit}`;
  }
  return aboveZero ? `above 0, up to ${hardMax} ${unit}` : `${hardMin} to ${hardMax} ${unit}`;
}

/** The limits in one line, to be seen while typing; empty where there are none. */
export function limitsText(unit, { hardMin, hardMax, softMin, softMax, aboveZero }) {
  const soft = softMin !== undefined && softMax !== undefined;
  return [
    soft ? `usual ${softMin} to ${softMax}` : '',
    hardMax === undefined ? '' : `allowed ${aboveZero ? 'above 0' : hardMin} to ${hardMax}`,
  ].filter(Boolean).join(' \u00b7 ') + (soft || hardMax !== undefined ? ` ${unit}` : '');
}

/**
 * What the entry is worth within limits {hardMin, hardMax, softMin, softMax, aboveZero, whole}, of
 * which those that are absent limit nothing: {verdict: "empty" | "wrong" | "soft" | "ok", hint}.
 */
export function judge(entry, unit, limits) {
  const range = allowed(unit, limits);
  if (entry.error) {
    return { verdict: 'wrong', hint: entry.error };
  }
  if (entry.text === '') {
    return { verdict: 'empty', hint: `Allowed: ${range}` };
  }
  if (!COMPLETE.test(entry.text)) {
    return { verdict: 'empty', hint: 'Digit after the decimal point' };
  }
  if (limits.whole && entry.text.includes('.')) {
    return { verdict: 'wrong', hint: `Whole ${unit} only` };
  }
  const value = Number(entry.text);
  const shown = `${normal(entry.text)} ${unit}`;
  if (value < Number(limits.hardMin) || value > Number(limits.hardMax)
      || (limits.aboveZero && value === 0)) {
    return { verdict: 'wrong', hint: `${shown}: allowed ${range}` };
  }
  if (value < Number(limits.softMin) || value > Number(limits.softMax)) {
    const usual = `${limits.softMin} to ${limits.softMax} ${unit}`;
    return { verdict: 'soft', hint: `${shown}: usual ${usual}` };
  }
  return { verdict: 'ok', hint: `= ${shown}, allowed ${range}` };
}

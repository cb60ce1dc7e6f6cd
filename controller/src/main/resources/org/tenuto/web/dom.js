/** The few ways this page touches its document. Text only, never markup. */

export const $ = (id) => document.getElementById(id);

export function text(id, value) {
  const element = $(id);
  if (element.textContent !== value) {
    element.textContent = value;
  }
}

/** A new element with a class, a test id and text. */
export function make(tag, className, testId, value) {
  const element = document.createElement(tag);
  element.className = className;
  if (testId) {
    element.dataset.testid = testId;
  }
  if (value !== undefined) {
    element.textContent = value;
  }
  return element;
}

export function show(id, visible) {
  $(id).hidden = !visible;
}

/** Puts "52.5 mL/h" into an element as number and smaller unit; its text stays "52.5 mL/h". */
export function quantity(element, value) {
  if (element.dataset.shown === value) {
    return;
  }
  element.dataset.shown = value;
  const parts = value.split(/( [^\d]+)/).filter((part) => part !== '');
  element.replaceChildren(...parts.map((part, i) => {
    if (i === 0 || !part.startsWith(' ')) {
      return part;
    }
    const unit = document.createElement('u');
    unit.textContent = part;
    return unit;
  }));
}

/** A figure: name above, number and unit below. */
export function figure(name, testId, value) {
  const box = make('div', 'figure');
  const number = make('b', '', testId);
  quantity(number, value);
  box.append(make('span', '', '', name), number);
  return box;
}

/** A fact in a list: its name and what it is. */
export function fact(name, testId, value) {
  return [make('dt', '', '', name), make('dd', '', testId, value)];
}

/** Whether a control may be used now: shown, and the page is not stale. */
export const usable = (button) => !button.hidden && !button.matches(':disabled');

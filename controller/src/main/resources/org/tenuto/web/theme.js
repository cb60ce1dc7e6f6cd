/** Light or dark: as the system says, until somebody chooses; the choice is remembered. */

import { $, text } from './dom.js';

const KEY = 'theme';
const system = matchMedia('(prefers-color-scheme: light)');

const present = () =>
  document.documentElement.dataset.theme ?? (system.matches ? 'light' : 'dark');

function apply() {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
  text('theme-name', present() === 'dark' ? 'Light' : 'Dark');
}

export function wire() {
  apply();
  system.addEventListener('change', apply);
  $('theme').addEventListener('click', () => {
    localStorage.setItem(KEY, present() === 'dark' ? 'light' : 'dark');
    apply();
  });
}

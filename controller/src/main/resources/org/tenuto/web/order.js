/** The order screen: what was entered on the left, the entry of one field on the right. */

import { $, make, show } from './dom.js';
import { ask, dismiss } from './keypad.js';
import { normal } from './number.js';

const PER_PAGE = 8;

let catalogue;
let values;
let open;
let wrong = '';
let page = 0;

const protocols = () =>
  catalogue.drugs.flatMap((drug) => drug.protocols.map((p) => ({ ...p, drug })));
const protocol = () => protocols().find((p) => p.id === values.protocol);
const concentrations = () => protocol()?.drug.concentrations ?? [];
const syringe = () => catalogue.syringes.find((s) => s.id === values.syringe);

const FIELDS = [
  {
    id: 'weight', name: 'Body weight', unit: 'kg',
    limits: () => catalogue.weight,
    shown: () => `${normal(values.weight)} kg`,
  },
  {
    id: 'protocol', name: 'Protocol', columns: 1,
    choices: () => protocols().map((p) => ({
      id: p.id,
      name: `${p.drug.name} ${p.dose}`,
      detail: `over ${p.duration} \u00b7 ${p.name}`,
    })),
    shown: () => `${protocol().drug.name} ${protocol().dose}`,
    detail: () => `Protocol: over ${protocol().duration}`,
  },
  {
    id: 'concentration', name: 'Concentration', columns: 2,
    choices: () => concentrations().map((c) => ({ id: c.id, name: c.text, detail: '' })),
    shown: () => concentrations().find((c) => c.id === values.concentration).text,
  },
  {
    id: 'syringe', name: 'Syringe', columns: 2,
    choices: () => catalogue.syringes.map((s) => ({ id: s.id, name: s.name, detail: '' })),
    shown: () => syringe().name,
  },
  {
    id: 'loaded', name: 'Loaded volume', unit: 'mL',
    limits: () => ({ aboveZero: true, hardMax: syringe().capacity }),
    needs: 'syringe',
    shown: () => `${normal(values.loaded)} mL`,
  },
];

const filled = (field) => values[field.id] !== '';
const byId = (id) => FIELDS.find((field) => field.id === id);

/** An empty order form with the default protocol. */
export function reset() {
  values = Object.fromEntries(FIELDS.map((field) => [field.id, '']));
  values.protocol = catalogue.defaultProtocol;
  wrong = '';
  select('weight');
}

export function load(newCatalogue) {
  catalogue = newCatalogue;
  reset();
}

export const complete = () => catalogue !== undefined && FIELDS.every(filled);
export const form = () => ({ ...values });

/** Points at the field the station refused. */
export function reject(fieldId) {
  if (byId(fieldId)) {
    wrong = fieldId;
    select(fieldId);
  }
}

function select(id) {
  const field = byId(id);
  open = field.needs && values[field.needs] === '' ? field.needs : id;
  page = 0;
  render();
}

function accept(id, value) {
  values[id] = value;
  wrong = '';
  if (id === 'protocol' && !concentrations().some((c) => c.id === values.concentration)) {
    values.concentration = '';
  }
  if (id === 'syringe') {
    values.loaded = '';
  }
  const missing = FIELDS.find((field) => !filled(field));
  select(missing ? missing.id : id);
}

function render() {
  $('fields').replaceChildren(...FIELDS.map(row));
  const field = byId(open);
  show('choices', Boolean(field.choices));
  if (field.choices) {
    dismiss();
    renderChoices(field);
  } else if (filled(field) && !wrong) {
    dismiss();
    renderChange(field);
  } else {
    enter(field);
  }
  document.dispatchEvent(new CustomEvent('order-changed'));
}

function row(field) {
  const button = make('button', 'field', `field-${field.id}`);
  button.type = 'button';
  button.classList.toggle('open', field.id === open);
  button.classList.toggle('missing', !filled(field));
  button.classList.toggle('wrong', field.id === wrong);
  const name = filled(field) && field.detail ? field.detail() : field.name;
  const value = filled(field) ? field.shown() : field.unit ? 'Enter' : 'Choose';
  button.append(make('span', '', '', name), make('b', '', `value-${field.id}`, value));
  button.addEventListener('click', () => select(field.id));
  return button;
}

function enter(field) {
  show('choices', false);
  ask({
    name: field.name,
    unit: field.unit,
    limits: field.limits(),
    accept: (typed) => accept(field.id, typed),
    cancel: () => {
      wrong = '';
      renderCancelled(field);
    },
  });
}

/** A number that stands: it is changed only by entering it anew. */
function renderChange(field) {
  show('choices', true);
  $('choices').className = 'choices';
  const name = `Enter ${field.name.toLowerCase()} anew`;
  $('choices').replaceChildren(
    choice({ id: 'change', name, detail: `Now ${field.shown()}` }, false, () => enter(field)));
}

function renderCancelled(field) {
  if (filled(field)) {
    render();
    return;
  }
  show('choices', true);
  $('choices').className = 'choices';
  const name = `Enter ${field.name.toLowerCase()}`;
  const detail = 'Entry cancelled, nothing kept';
  $('choices').replaceChildren(choice({ id: 'enter', name, detail }, false, () => enter(field)));
}

function renderChoices(field) {
  const all = field.choices();
  const paged = all.length > PER_PAGE;
  const size = paged ? PER_PAGE - 1 : PER_PAGE;
  const shown = all.slice(page * size, (page + 1) * size)
    .map((c) => choice(c, c.id === values[field.id], () => accept(field.id, c.id)));
  if (paged) {
    const pages = Math.ceil(all.length / size);
    const detail = `${page + 1} of ${pages}`;
    shown.push(choice({ id: 'more', name: 'More', detail }, false, () => {
      page = (page + 1) % pages;
      renderChoices(field);
    }));
  }
  $('choices').className = `choices ${field.columns === 2 || all.length > 4 ? 'two' : ''}`;
  $('choices').replaceChildren(...shown);
}

/** A number and its unit stay on one line. */
function unbroken(name) {
  return name.replaceAll(/(\d) (m[LgG])/g, '$1\u00a0$2');
}

function choice({ id, name, detail }, pressed, onClick) {
  const button = make('button', 'choice', `choice-${id}`, unbroken(name));
  button.type = 'button';
  button.setAttribute('aria-pressed', String(pressed));
  if (detail) {
    button.append(make('small', '', '', detail));
  }
  button.addEventListener('click', onClick);
  return button;
}

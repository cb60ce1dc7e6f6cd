/** The order screen: what was entered on the left, the entry of one field on the right. */

import { $, make, show } from './dom.js';
import { ask, dismiss } from './keypad.js';
import { normal } from './number.js';
import { needsAttestation, phases } from './program.js';

/** Choices on one page, in two columns and in one. */
const PER_PAGE = 8;
const PER_PAGE_WIDE = 5;

let catalogue;
let values;
let open;
let wrong = '';
let page = 0;
let recent = null;
/** Body weight measured in the session, kg; empty if there is none. */
let measuredKg = '';

const protocols = () =>
  catalogue.drugs.flatMap((drug) => drug.protocols.map((p) => ({ ...p, drug })));
const protocol = () => protocols().find((p) => p.id === values.protocol);
const concentrations = () => protocol()?.drug.concentrations ?? [];
const syringe = () => catalogue.syringes.find((s) => s.id === values.syringe);

const editable = () => Boolean(protocol()?.editable);
const ordered = () => phases(protocol(), values.dose, values.time);
const attestation = () =>
  needsAttestation(ordered(), protocol().drug, Number(values.weight));

/** In the order they are shown and asked for; half of them share a row. */
const FIELDS = [
  {
    id: 'patient', name: 'Patient', columns: 1,
    present: () => recent !== null,
    choices: () => [
      { id: 'same', name: 'Same patient', detail: `${recent.text} given, it counts` },
      { id: 'new', name: 'New patient', detail: `${recent.text} was another person\u2019s` },
    ],
    shown: () => (values.patient === 'new' ? 'New patient' : 'Same patient'),
    detail: () => `${recent.text} given ${recent.endedAgo} ago`,
  },
  {
    id: 'weight', name: 'Body weight', unit: 'kg', half: true,
    limits: () => protocol().drug.weight,
    shown: () => `${normal(values.weight)} kg`,
  },
  {
    id: 'concentration', name: 'Concentration', columns: 2, half: true,
    choices: () => concentrations().map((c) => ({ id: c.id, name: c.text, detail: '' })),
    shown: () => concentrations().find((c) => c.id === values.concentration).text,
  },
  {
    id: 'protocol', name: 'Protocol', columns: 1,
    choices: () => protocols().map((p) => ({
      id: p.id,
      name: `${p.drug.name} ${p.dose}`,
      detail: p.name,
    })),
    shown: () => `${protocol().drug.name} ${protocol().dose}`,
    detail: () => `Protocol: over ${protocol().duration}`,
  },
  {
    id: 'dose', name: 'Dose', unit: 'mg/kg', half: true, ofProtocol: true,
    present: editable,
    limits: () => protocol().doseLimits,
    shown: () => `${normal(values.dose || protocol().doseLimits.typical)} mg/kg`,
  },
  {
    id: 'time', name: 'Time', unit: 'min', half: true, ofProtocol: true,
    present: editable,
    limits: () => ({ ...protocol().timeLimits, whole: true }),
    shown: () => (values.time ? `${normal(values.time)} min` : protocol().duration),
  },
  {
    id: 'phases', name: 'Phases', ofProtocol: true,
    present: () => !editable(),
    facts: () => protocol().phases.map((p, i) => ({
      id: `phase-${i + 1}`, name: p.text, detail: `${i + 1}: ${p.kindText}`,
    })),
    shown: () => protocol().phases.map((p) => p.kindText).join(', '),
    detail: () => `${protocol().phases.length} phases, as the protocol has them`,
  },
  {
    id: 'syringe', name: 'Syringe', columns: 2,
    choices: () => catalogue.syringes.map((s) => ({ id: s.id, name: s.name, detail: '' })),
    shown: () => syringe().name,
  },
  {
    id: 'loaded', name: 'Loaded now', unit: 'mL', half: true,
    limits: () => ({ aboveZero: true, hardMax: syringe().capacity }),
    needs: 'syringe',
    shown: () => `${normal(values.loaded)} mL`,
  },
  {
    id: 'monitoring', name: 'Monitoring', half: true, columns: 1,
    present: attestation,
    choices: () => [
      {
        id: 'attested', name: 'Intensive monitoring attested',
        detail: `Needed above ${protocol().drug.attestationAbove.text}`,
      },
      { id: 'not', name: 'Not attested', detail: 'The device will refuse this dose rate' },
    ],
    shown: () => (values.monitoring === 'attested' ? 'Attested' : 'Not attested'),
  },
];

const present = () => FIELDS.filter((field) => !field.present || field.present());
const filled = (field) => Boolean(field.ofProtocol) || values[field.id] !== '';
const byId = (id) => FIELDS.find((field) => field.id === id);

/** An empty order form with the default protocol. */
export function reset() {
  values = Object.fromEntries(FIELDS.map((field) => [field.id, '']));
  values.protocol = catalogue.defaultProtocol;
  wrong = '';
  select(present()[0].id);
}

/** What this device gave in the last 24 h; then it has to be said whether to the same person. */
export function given(dose) {
  const before = recent?.text;
  recent = dose ?? null;
  if (catalogue === undefined || before === recent?.text) {
    return;
  }
  values.patient = '';
  if (recent) {
    select('patient');
  } else {
    select(open === 'patient' ? 'weight' : open);
  }
}

export function load(newCatalogue) {
  catalogue = newCatalogue;
  reset();
}

/** The weight measured in this session stands in the form: it is not typed twice. */
export function measured({ weight, newPatient, gave }) {
  measuredKg = weight?.text ?? '';
  if (!catalogue || !weight || values.weight === weight.text) {
    return;
  }
  values.weight = weight.text;
  if (recent && values.patient === '') {
    values.patient = newPatient && !gave ? 'new' : 'same';
  }
  if (open === 'weight' || open === 'patient') {
    select((present().find((field) => !filled(field)) ?? byId(open)).id);
  } else if (!filled(byId(open))) {
    $('fields').replaceChildren(...present().map((f, i, all) => row(f, isHalf(all, i))));
  } else {
    render();
  }
}

/** What is to be loaded: {syringe, name, concentration}; null while it is not known. */
export function loading() {
  if (!catalogue || !syringe() || values.concentration === '') {
    return null;
  }
  const { id, name } = syringe();
  return { syringe: id, name, concentration: values.concentration };
}

/** Takes the keypad back, which another screen had. */
export function refresh() {
  if (catalogue) {
    render();
  }
}

/** Whether anything was entered or chosen yet. */
export const begun = () => catalogue !== undefined
  && FIELDS.some(({ id }) => id !== 'protocol' && values[id] !== '' && !taken(id));

/** What was not typed here but taken from the session. */
const taken = (id) => measuredKg !== '' && (id === 'patient' || id === 'weight');

export const complete = () => catalogue !== undefined && present().every(filled);

/** The syringe that was chosen, {id, name}; undefined before. */
export const chosenSyringe = () => catalogue && syringe();

/** What is sent: the program only where it departs from the protocol's. */
export function form() {
  const { weight, protocol: id, concentration, syringe: syringeId, loaded } = values;
  const sent = { weight, protocol: id, concentration, syringe: syringeId, loaded };
  if (editable() && (values.dose || values.time)) {
    sent.phases = ordered().map(({ kind, unit, amount, durationS }) =>
      ({ kind, unit, amount, durationS }));
  }
  if (recent) {
    sent.newPatient = values.patient === 'new';
  }
  if (attestation()) {
    sent.intensiveMonitoring = values.monitoring === 'attested';
  }
  return sent;
}

/** Points at the field the station refused. */
export function reject(fieldId) {
  const id = fieldId === 'phases' && editable() ? 'dose' : fieldId;
  if (present().includes(byId(id))) {
    wrong = id;
    select(id);
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
  if (id === 'protocol') {
    values.dose = '';
    values.time = '';
  }
  if (['protocol', 'dose', 'time'].includes(id)) {
    values.monitoring = '';
  }
  if (id === 'syringe') {
    values.loaded = '';
  }
  const missing = present().find((field) => !filled(field));
  select(missing ? missing.id : id);
}

function render() {
  const rows = present();
  $('fields').replaceChildren(...rows.map((field, i) => row(field, isHalf(rows, i))));
  const field = byId(open);
  show('choices', Boolean(field.choices ?? field.facts));
  if (field.facts) {
    dismiss();
    renderFacts(field);
  } else if (field.choices) {
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

/** Two halves share a row; one without a partner has it alone. */
function isHalf(rows, i) {
  let first = i;
  while (first > 0 && rows[first - 1].half) {
    first -= 1;
  }
  const paired = (i - first) % 2 === 1 || Boolean(rows[i + 1]?.half);
  return Boolean(rows[i].half) && paired;
}

function row(field, half) {
  const button = make('button', half ? 'field half' : 'field', `field-${field.id}`);
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
    host: 'order-editor',
    name: field.name,
    unit: field.unit,
    limits: field.limits(),
    figures: (typed) => figuresForm(field.id, typed),
    derived: (figures) => derived(field.id, figures),
    accept: (typed) => accept(field.id, typed),
    cancel: () => {
      wrong = '';
      renderCancelled(field);
    },
  });
}

/** The form with a number that is being typed, to ask what it comes to. */
function figuresForm(id, typed) {
  const now = { ...values, [id]: typed };
  const { weight, concentration, syringe: syringeId } = now;
  const sent = { weight, protocol: now.protocol, concentration, syringe: syringeId, loaded: '' };
  if (id === 'loaded') {
    sent.loaded = typed;
  }
  if (editable()) {
    sent.phases = phases(protocol(), now.dose, now.time).map(({ kind, unit, amount, durationS }) =>
      ({ kind, unit, amount, durationS }));
  }
  return sent;
}

function derived(id, { amount, volume, flowRate, doseRate, loadedAmount }) {
  if (id === 'loaded') {
    const needed = volume ? `, the order takes ${volume}` : '';
    return loadedAmount ? `${loadedAmount} in the syringe${needed}` : '';
  }
  return [amount, volume, flowRate, doseRate].filter(Boolean).join(' \u00b7 ');
}

/** A number that stands: it is changed only by entering it anew. */
function renderChange(field) {
  show('choices', true);
  $('choices').className = 'choices';
  const name = `Enter ${field.name.toLowerCase()} anew`;
  $('choices').replaceChildren(
    choice({ id: 'change', name, detail: `Now ${field.shown()}` }, false, () => enter(field)));
}

/** What the protocol says and nobody changes here. */
function renderFacts(field) {
  $('choices').className = 'choices facts-only';
  $('choices').replaceChildren(...field.facts().map(({ id, name, detail }) => {
    const box = make('div', 'choice', id, name);
    box.append(make('small', '', '', detail));
    return box;
  }));
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
  const most = field.columns === 1 ? PER_PAGE_WIDE : PER_PAGE;
  const paged = all.length > most;
  const size = paged ? most - 1 : most;
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
  $('choices').className = `choices ${field.columns === 2 ? 'two' : ''}`;
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

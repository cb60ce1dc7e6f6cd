/** What is ordered, in words and figures: the protocol's own program, or what was typed. */

const S_PER_MIN = 60;
const S_PER_H = 3600;

/** The phases of a form: the protocol's, with the dose and the minutes that were typed, if any. */
export function phases(protocol, dose, minutes) {
  if (!protocol.editable) {
    return protocol.phases;
  }
  const [phase] = protocol.phases;
  return [{
    ...phase,
    amount: dose || phase.amount,
    durationS: minutes ? Number(minutes) * S_PER_MIN : phase.durationS,
  }];
}

/** The dose rate of a phase, mg/kg/h, to see whether it needs attested monitoring. */
function doseRate(phase, weightKg) {
  const amount = Number(phase.amount);
  switch (phase.unit) {
    case 'MG_PER_KG':
      return (amount / phase.durationS) * S_PER_H;
    case 'MCG_PER_KG_PER_MIN':
      return (amount * 60) / 1000;
    case 'MG_PER_H':
      return weightKg ? amount / weightKg : 0;
    default:
      return amount;
  }
}

/** Whether a phase that is no bolus is faster than the drug allows without attested monitoring. */
export function needsAttestation(list, drug, weightKg) {
  const above = drug.attestationAbove.value / 1e6;
  return list.some((p) => p.kind !== 'BOLUS' && doseRate(p, weightKg) > above);
}

/** An order in few words: what was ordered, or the name of a protocol of several phases. */
export function summary(readBack) {
  if (readBack.change) {
    const { orderedAmount, doseRate } = readBack.phases[readBack.change.phase - 1];
    const what = readBack.phases.length > 1 ? readBack.protocol : orderedAmount;
    return `${what}, changed to ${doseRate}`;
  }
  return readBack.phases.length > 1 ? readBack.protocol : readBack.ordered;
}

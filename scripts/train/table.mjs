/** The table of weights as the program reads it. */

export function writeModel(model, { STATES, FEATURE_NAMES, allowed }) {
  const S = STATES.length;
  const row = (name, values, from) =>
    `${name.padEnd(24)}${Array.from({ length: S }, (_, s) => String(Math.round(Math.max(-9999, values[from + s]) * 100)).padStart(5)).join('')}`;
  const rows = [`#${' '.repeat(23)}${STATES.map((_, i) => `s${i}`.padStart(5)).join('')}`];
  rows.push(row('^', model.first, 0), row('$', model.last, 0));
  STATES.forEach((name, a) => {
    const values = Array.from({ length: S }, (_, b) =>
      allowed[a * S + b] ? model.transitions[a * S + b] : 0,
    );
    rows.push(row(`>${name}`, values, 0));
  });
  FEATURE_NAMES.forEach((name, f) => {
    const values = Array.from(model.emissions.subarray(f * S, f * S + S));
    if (values.some((v) => Math.abs(v) >= 0.05)) rows.push(row(name, values, 0));
  });
  const states = STATES.map((name, i) => ` * s${i} ${name}`).join('\n');
  return `/**
 * Weights of the line classifier, in hundredths: made by \`scripts/train.mjs\`, read by \`decode.ts\`. Columns are states:
 *
${states}
 *
 * Rows: \`^\` the first line, \`$\` the last line, \`>state\` the state of the line above, then the features.
 */
export const WEIGHTS = \`
${rows.join('\n')}
\`;
`;
}

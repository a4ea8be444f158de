/**
 * Trains the weights of the line classifier (a linear-chain CRF) on the annotated development set and writes
 * `src/extract/weights.ts`. Needs the compiled program (`npm run compile`) and the corpus beside the checkout.
 *
 *   node scripts/train.mjs                       write the weights
 *   node scripts/train.mjs --cross source|lang   cross-validate: leave one newspaper (or language) out; print the
 *                                                scorer's table of the held-out predictions
 *
 * Phrases of the lexicon are hidden at random while training, so that the model learns to recognise furniture that
 * nobody listed by its place, its shape and its neighbours; texts are recombined (the head of one, the body of another,
 * the tail of a third), so that it learns layouts that no page of the set has.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const lib = resolve(option('lib', new URL('../lib', import.meta.url).pathname));
const corpus = resolve(option('corpus', new URL('../../shared/corpus', import.meta.url).pathname));
const load = (name) => import(join(lib, 'extract', name));
const { toUnits } = await load('units.js');
const { observe } = await load('observe.js');
const { features } = await load('features.js');
const { findRepeats, wordHashes } = await load('repeats.js');
const { FEATURE_NAMES } = await load('feature-names.js');
const { STATES, STATE_ROLES, mayFollow, statesOf } = await load('states.js');
const { emit } = await load('decode.js');
const { settleHeadline } = await load('headline.js');
const { hidePhrases } = await load('lexicon.js');
const { PRIORS } = await load('priors.js');
const { readSource } = await load('../read/index.js');

const S = STATES.length;
const F = FEATURE_NAMES.length;

/** Small seeded generator: the same weights on every machine. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function readCorpus() {
  const folder = join(corpus, 'extraction');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.labels.json'))
    .sort()
    .map((name) => {
      const labels = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const file = name.replace('.labels.json', '.txt');
      const lines = readFileSync(join(folder, file), 'utf8').replace(/\n$/, '').split('\n');
      const units = toUnits(lines, 0);
      return {
        file,
        lines,
        units,
        lang: labels.lang,
        kind: labels.kind,
        roles: units.map((u) => labels.lines[u.first]),
      };
    });
}

/** Our own fixtures: small invented texts in all languages. They teach what the newspapers of the set do not have. */
function readFixtures() {
  const folder = new URL('../tests/fixtures/extract/', import.meta.url).pathname;
  const found = [];
  for (const name of readdirSync(folder).sort()) {
    if (!existsSync(join(folder, name, 'input.txt')) || !existsSync(join(folder, name, 'expected.json')))
      continue;
    const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'));
    if (expected.roles === undefined) continue;
    const source = readSource(name, readFileSync(join(folder, name, 'input.txt')), null);
    const units = toUnits(source.lines, source.headerLines);
    const roles = units.map((unit) => expected.roles[unit.first] ?? 'furniture');
    if (units.length === 0 || roles.includes('meta') || source.header.headline !== undefined) continue;
    found.push({
      file: `fixture:${name}`,
      lines: source.lines,
      units,
      lang: expected.lang,
      kind: 'fixture',
      roles,
    });
  }
  return found;
}

/** The newspaper: real pages by name without number, composed ones by language and layout of their source. */
const sourceOf = (doc) => doc.file.replace('.txt', '').replace(/-\d+$/, '');

function featurize({ units, lang }) {
  const seen = units.map((unit) => observe(unit.text));
  const repeats = findRepeats(
    units.map((u) => u.text),
    units.map((u) => wordHashes(u.text)),
  );
  return features(units, seen, repeats, lang);
}

const HEAD = 0;
const phase = (state) => (STATES[state].startsWith('head') ? HEAD : STATES[state].startsWith('tail') ? 2 : 1);

/** Head of one text, body of another, tail of a third, all of one language; the headline goes with the body. */
function recombine(docs, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const body = pick(docs);
  const same = docs.filter((doc) => doc.lang === body.lang);
  const head = pick(same);
  const tail = pick(same);
  const part = (doc, which) => {
    const states = statesOf(doc.roles);
    return doc.units
      .map((unit, i) => ({ unit, role: doc.roles[i], state: states[i] }))
      .filter((x) => phase(x.state) === which);
  };
  const title = body.units[body.roles.indexOf('headline')];
  const own = head.units[head.roles.indexOf('headline')];
  const first = part(head, HEAD)
    .filter((x) => x.role !== 'deck')
    .filter((x) => x.role !== 'headline' || title !== undefined)
    .map((x) => {
      if (own === undefined || title === undefined) return x;
      if (x.unit.text.includes(own.text))
        return { ...x, unit: { ...x.unit, text: x.unit.text.replace(own.text, title.text) } };
      return x;
    })
    .filter((x) => x.role !== 'furniture' || random() > 0.15);
  const decks = part(body, HEAD).filter((x) => x.role === 'deck');
  const at = first.findIndex((x) => x.role === 'headline');
  if (at >= 0) first.splice(at + 1, 0, ...decks);
  const rest = part(tail, 2);
  const drop = random() < 0.5 ? Math.floor(random() * rest.length) : 0;
  const all = [...first, ...part(body, 1), ...rest.slice(0, 4), ...rest.slice(4 + drop)];
  return { lang: body.lang, units: all.map((x) => x.unit), roles: all.map((x) => x.role), weight: 0.5 };
}

/** Training examples: every text plain, some with phrases hidden, some recombined. */
function examples(docs, { copies, mixed, hide, seed }) {
  const random = generator(seed);
  const list = [];
  const add = (doc, weight, rate) => {
    const salt = Math.floor(random() * 1e9);
    hidePhrases(rate > 0 ? (phrase) => hashOf(phrase, salt) < rate : null);
    const states = statesOf(doc.roles);
    list.push({ features: featurize(doc), states, weight });
    hidePhrases(null);
  };
  for (const doc of docs) {
    const weight = doc.kind === 'real' ? 1.5 : doc.kind === 'fixture' ? fixtureWeight : 1;
    add(doc, weight * 0.6, 0);
    for (let copy = 0; copy < copies; copy++) add(doc, (weight * 0.4) / copies, hide * (0.4 + random()));
  }
  for (let at = 0; at < mixed * docs.length; at++)
    add(recombine(docs, random), 0.5 / Math.max(1, mixed), hide * random());
  return list;
}

function hashOf(text, salt) {
  let h = salt | 0;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h ^ text.charCodeAt(i), 0x5bd1e995) + 0x1b873593) | 0;
  h ^= h >>> 15;
  return ((Math.imul(h, 0x27d4eb2f) ^ (h >>> 13)) >>> 0) / 4294967296;
}

const allowed = Array.from({ length: S * S }, (_, i) => mayFollow(Math.floor(i / S), i % S));

/** Transition factors, shared by the examples of one batch. */
function factors(model) {
  const table = new Float64Array(S * S);
  for (let i = 0; i < S * S; i++) table[i] = allowed[i] ? Math.exp(model.transitions[i]) : 0;
  return table;
}

/** Adds the gradient of one example's log-likelihood (scaled forward-backward); returns the log-likelihood. */
function gradient(model, table, example, grad) {
  const { features: lists, states, weight } = example;
  const n = lists.length;
  if (n === 0) return 0;
  const points = emit(model, lists);
  const local = new Float64Array(n * S);
  let z = 0;
  for (let t = 0; t < n; t++) {
    let max = -Infinity;
    for (let s = 0; s < S; s++) {
      let value = points[t * S + s];
      if (t === 0) value += model.first[s];
      if (t === n - 1) value += model.last[s];
      local[t * S + s] = value;
      if (value > max) max = value;
    }
    for (let s = 0; s < S; s++) local[t * S + s] = Math.exp(local[t * S + s] - max);
    z += max;
  }
  const alpha = new Float64Array(n * S);
  const beta = new Float64Array(n * S);
  const scale = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    let sum = 0;
    for (let b = 0; b < S; b++) {
      let value = t === 0 ? 1 : 0;
      if (t > 0) for (let a = 0; a < S; a++) value += alpha[(t - 1) * S + a] * table[a * S + b];
      value *= local[t * S + b];
      alpha[t * S + b] = value;
      sum += value;
    }
    scale[t] = sum;
    for (let b = 0; b < S; b++) alpha[t * S + b] /= sum;
    z += Math.log(sum);
  }
  beta.fill(1, (n - 1) * S);
  const work = new Float64Array(S);
  for (let t = n - 2; t >= 0; t--) {
    for (let b = 0; b < S; b++) work[b] = (local[(t + 1) * S + b] * beta[(t + 1) * S + b]) / scale[t + 1];
    for (let a = 0; a < S; a++) {
      let value = 0;
      for (let b = 0; b < S; b++) value += table[a * S + b] * work[b];
      beta[t * S + a] = value;
    }
  }
  let score = model.first[states[0]] + model.last[states[n - 1]];
  for (let t = 0; t < n; t++) {
    const gold = states[t];
    score += points[t * S + gold];
    if (t > 0) score += model.transitions[states[t - 1] * S + gold];
    for (let s = 0; s < S; s++) {
      const d = weight * ((s === gold ? 1 : 0) - alpha[t * S + s] * beta[t * S + s]);
      if (Math.abs(d) > 1e-7) for (const f of lists[t]) grad.emissions[f * S + s] += d;
      if (t === 0) grad.first[s] += d;
      if (t === n - 1) grad.last[s] += d;
      if (t > 0) {
        const right = (weight * local[t * S + s] * beta[t * S + s]) / scale[t];
        for (let a = 0; a < S; a++)
          grad.transitions[a * S + s] -= alpha[(t - 1) * S + a] * table[a * S + s] * right;
      }
    }
    if (t > 0) grad.transitions[states[t - 1] * S + gold] += weight;
  }
  return weight * (score - z);
}

const PARTS = ['emissions', 'transitions', 'first', 'last'];
const blank = () => ({
  emissions: new Float64Array(F * S),
  transitions: new Float64Array(S * S),
  first: new Float64Array(S),
  last: new Float64Array(S),
});

function priors() {
  const prior = blank();
  for (const [feature, state, value] of PRIORS) {
    const f = FEATURE_NAMES.indexOf(feature);
    const s = STATES.indexOf(state);
    if (f < 0 || s < 0) throw new Error(`prior of unknown name: ${feature} ${state}`);
    prior.emissions[f * S + s] = value;
  }
  return prior;
}

/** Adam on mini-batches, with a quadratic pull towards the priors. */
function train(list, { epochs = 24, rate = 0.06, ridge = 0.004, seed = 7, sequence = true } = {}) {
  const prior = priors();
  const model = blank();
  for (const part of PARTS) model[part].set(prior[part]);
  const mean = blank();
  const square = blank();
  const random = generator(seed);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = list.map((_, i) => i);
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    let total = 0;
    const pace = rate * (1 - epoch / epochs) + 0.003;
    for (let at = 0; at < order.length; at += 8) {
      const grad = blank();
      const batch = order.slice(at, at + 8);
      const table = factors(model);
      for (const i of batch) total += gradient(model, table, list[i], grad);
      step++;
      for (const part of PARTS) {
        if (part === 'transitions' && !sequence) continue;
        const g = grad[part],
          m = mean[part],
          v = square[part],
          w = model[part],
          p = prior[part];
        for (let i = 0; i < w.length; i++) {
          const d = g[i] - ridge * batch.length * (w[i] - p[i]);
          m[i] = 0.9 * m[i] + 0.1 * d;
          v[i] = 0.999 * v[i] + 0.001 * d * d;
          const mh = m[i] / (1 - 0.9 ** step),
            vh = v[i] / (1 - 0.999 ** step);
          w[i] += (pace * mh) / (Math.sqrt(vh) + 1e-6);
        }
      }
    }
    if (process.argv.includes('--verbose'))
      console.error(`epoch ${epoch + 1} ${(total / list.length).toFixed(4)}`);
  }
  for (let i = 0; i < S * S; i++) if (!allowed[i]) model.transitions[i] = -1e6;
  return model;
}

/** States of a text as the program decides them. */
function decide(model, doc) {
  const seen = doc.units.map((unit) => observe(unit.text));
  return settleHeadline(model, emit(model, featurize(doc)), seen, new Set(), false).states;
}

function predict(model, doc) {
  const states = decide(model, doc);
  const lines = doc.lines.map(() => null);
  doc.units.forEach((unit, i) => {
    for (let line = unit.first; line <= unit.last; line++) lines[line] = STATE_ROLES[states[i]];
  });
  return { file: doc.file, lang: doc.lang, dir: 'rtl', lines };
}

function score(predictions, extra = []) {
  const input = predictions.map((p) => JSON.stringify(p)).join('\n');
  const run = spawnSync('python3', [join(corpus, 'score.py'), join(corpus, 'extraction'), '-', ...extra], {
    input,
    encoding: 'utf8',
  });
  return run.stdout + run.stderr;
}

function writeModel(model) {
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

const fixtureWeight = Number(option('fixtures', 0.7));
const docs = readCorpus();
const fixtures = fixtureWeight > 0 ? readFixtures() : [];
/** Ten folds over the fixtures: how many lines of unseen ones are right. */
function crossFixtures() {
  let right = 0;
  let all = 0;
  for (let fold = 0; fold < 5; fold++) {
    const inFold = (doc) => Math.floor(hashOf(doc.file, 5) * 5) === fold;
    const model = train(examples([...docs, ...fixtures.filter((doc) => !inFold(doc))], setting), training);
    for (const doc of fixtures.filter(inFold)) {
      const states = decide(model, doc);
      doc.roles.forEach((role, i) => {
        all++;
        if (STATE_ROLES[states[i]] === role) right++;
        else if (process.argv.includes('--verbose'))
          console.log(`${doc.file}: ${role} -> ${STATE_ROLES[states[i]]}: ${doc.units[i].text.slice(0, 70)}`);
      });
    }
  }
  console.log(`fixtures, five folds: ${right} of ${all} lines right (${(right / all).toFixed(3)})`);
}

const setting = {
  copies: Number(option('copies', 2)),
  mixed: Number(option('mixed', 2)),
  hide: Number(option('hide', 0.45)),
  seed: 11,
};
const training = {
  epochs: Number(option('epochs', 24)),
  ridge: Number(option('ridge', 0.0005)),
  sequence: !process.argv.includes('--no-sequence'),
};
const cross = option('cross', null);
if (cross === null) {
  const model = train(examples([...docs, ...fixtures], setting), training);
  console.log(
    score(
      docs.map((doc) => predict(model, doc)),
      process.argv.includes('--errors') ? ['--errors', option('errors', '10')] : [],
    ),
  );
  const out = option('out', new URL('../src/extract/weights.ts', import.meta.url).pathname);
  if (!process.argv.includes('--dry')) writeFileSync(out, writeModel(model));
} else {
  // "fold": newspapers in six groups, composed texts by language: much quicker than every newspaper alone
  const folds = {
    lang: (doc) => doc.lang,
    source: sourceOf,
    fold: (doc) => (doc.kind === 'semi' ? sourceOf(doc) : Math.floor(hashOf(sourceOf(doc), 3) * 6)),
  };
  const keyOf = folds[cross];
  const predictions = [];
  const rate = Number(option('test-hide', 0));
  for (const key of new Set(docs.map(keyOf))) {
    // a composed text shares its vocabulary with all composed texts of its language: those are one source
    const held = docs.filter((doc) => keyOf(doc) === key);
    const model = train(
      examples(
        [
          ...docs.filter((doc) => keyOf(doc) !== key),
          ...fixtures.filter((doc) => cross !== 'lang' || doc.lang !== key),
        ],
        setting,
      ),
      training,
    );
    hidePhrases(rate > 0 ? (phrase) => hashOf(phrase, 99) < rate : null);
    for (const doc of held) predictions.push(predict(model, doc));
    hidePhrases(null);
  }
  console.log(score(predictions, ['--errors', option('errors', '0')]));
  if (process.argv.includes('--cross-fixtures')) crossFixtures();
}

/**
 * Trains the weights of the line classifier (a linear-chain CRF) on the annotated development set and our fixtures and
 * writes `src/extract/decide/weights.ts`. Needs the compiled program (`npm run compile`) and the corpus beside the checkout.
 *
 *   node scripts/train.mjs                       write the weights
 *   node scripts/train.mjs --without NAME --out FILE   leave the newspaper NAME out, to look at its weights
 *   node scripts/train.mjs --dry                 only print how the trained model reads what it has seen
 *   node scripts/train.mjs --cross fold          cross-validate and print the scorer's table of the held-out predictions:
 *                          source                every newspaper left out once
 *                          fold                  newspapers in six groups (much quicker)
 *                          lang                  every language left out once, our fixtures of it too
 *                          fixtures              our fixtures, in five folds
 *                          --errors N            with the lines read wrongly in the N worst texts
 *
 * Phrases of the lexicon are hidden at random while training, so that the model learns to recognise furniture that
 * nobody listed by its place, its shape and its neighbours; texts are recombined (`train/compose.mjs`), so that it
 * learns layouts that no page of the set has.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compose, poolsOf } from './train/compose.mjs';
import { readCorpus, readFixtures, sourceOf } from './train/corpus.mjs';
import { trainer } from './train/crf.mjs';
import { generator, hashOf } from './train/random.mjs';
import { writeModel } from './train/table.mjs';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const lib = resolve(option('lib', new URL('../lib', import.meta.url).pathname));
const corpus = resolve(option('corpus', new URL('../../shared/corpus', import.meta.url).pathname));
const load = (name) => import(join(lib, name));
const { toUnits } = await load('extract/parse/units.js');
const { observe } = await load('extract/observe/observe.js');
const { features } = await load('extract/features/features.js');
const { findRepeats, wordHashes } = await load('extract/observe/repeats.js');
const { FEATURE_NAMES } = await load('extract/features/names.js');
const { STATES, STATE_ROLES, mayFollow, statesOf } = await load('extract/decide/states.js');
const { emit } = await load('extract/decide/decode.js');
const { settleHeadline } = await load('extract/decide/headline.js');
const { settleSections } = await load('extract/decide/section-lines.js');
const { readByline } = await load('extract/bylines/byline.js');
const { splitCredit } = await load('extract/assemble/credit.js');
const { hidePhrases } = await load('extract/observe/lexicon.js');
const { PRIORS } = await load('extract/decide/priors.js');
const { languages } = await load('languages/index.js');
const { readSource } = await load('read/source.js');
const { train, allowed } = trainer({ STATES, FEATURE_NAMES, PRIORS, mayFollow, emit });

const setting = {
  real: Number(option('real', 5)),
  fixtures: Number(option('fixtures', 1.5)),
  copies: Number(option('copies', 2)),
  mixed: Number(option('mixed', 8)),
  mixedWeight: Number(option('mixed-weight', 1)),
  hide: Number(option('hide', 0.45)),
  seed: 11,
};
const training = {
  epochs: Number(option('epochs', 16)),
  ridge: Number(option('ridge', 0.0003)),
  verbose: process.argv.includes('--verbose'),
};

/** Above the body, inside it, below it. */
function phase(state) {
  const name = STATES[state];
  return name.startsWith('head') ? 0 : name.startsWith('tail') ? 2 : 1;
}

function withPhases(doc) {
  return { ...doc, phases: statesOf(doc.roles).map(phase) };
}

function featurize({ units, lang }) {
  const seen = units.map((unit) => observe(unit.text));
  const repeats = findRepeats(
    units.map((u) => u.text),
    units.map((u) => wordHashes(u.text)),
  );
  return features(units, seen, repeats, lang);
}

/** What a line is known for, however it was found. */
function cuesOf(text) {
  const { whole, label, start, inside } = observe(text).cues;
  return [...whole, ...label, ...start, ...inside];
}

/** Who signs in a byline, each with the place that stands beside the names. */
function signersOf(text, lang) {
  const found = readByline(text, lang);
  return (found?.authors ?? []).map((name) => ({ name, place: found.place }));
}

const creditOf = (text) => splitCredit(text).credit;

/** Training examples: every text plain, some with phrases hidden, some recombined. */
function examples(docs) {
  const { copies, mixed, mixedWeight, hide, seed } = setting;
  const random = generator(seed);
  const pools = poolsOf(docs, languages, { cuesOf, signersOf, creditOf });
  const list = [];
  const add = (doc, weight, rate) => {
    const salt = Math.floor(random() * 1e9);
    hidePhrases(rate > 0 ? (phrase) => hashOf(phrase, salt) < rate : null);
    list.push({ features: featurize(doc), states: statesOf(doc.roles), weight });
    hidePhrases(null);
  };
  for (const doc of docs) {
    const weight = doc.kind === 'real' ? setting.real : doc.kind === 'fixture' ? setting.fixtures : 1;
    add(doc, weight * 0.6, 0);
    for (let copy = 0; copy < copies; copy++) add(doc, (weight * 0.4) / copies, hide * (0.4 + random()));
  }
  for (let at = 0; at < mixed * docs.length; at++)
    add(compose(docs, pools, random), mixedWeight / Math.max(1, mixed), hide * random());
  return list;
}

/** States of a text as the program decides them. */
function decide(model, doc) {
  const seen = doc.units.map((unit) => observe(unit.text));
  const lists = featurize(doc);
  const points = emit(model, lists);
  const headed = settleHeadline(model, points, seen, new Set(), false);
  return settleSections({ model, points, seen, lists, fixed: new Set() }, headed).states;
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
    maxBuffer: 1 << 26,
  });
  return run.stdout + run.stderr;
}

const docs = readCorpus(corpus, { toUnits }).map(withPhases);
const fixtures = readFixtures(new URL('../tests/fixtures/extract/', import.meta.url).pathname, {
  toUnits,
  readSource,
}).map(withPhases);
const errors = ['--errors', option('errors', '0')];

/** Five folds over the fixtures: how many lines of unseen ones are right, by role. */
function crossFixtures() {
  const tally = new Map();
  const of = (role) => tally.get(role) ?? tally.set(role, { right: 0, gold: 0, found: 0 }).get(role);
  let right = 0;
  let all = 0;
  for (let fold = 0; fold < 5; fold++) {
    const inFold = (doc) => Math.floor(hashOf(doc.file, 5) * 5) === fold;
    const model = train(examples([...docs, ...fixtures.filter((doc) => !inFold(doc))]), training);
    for (const doc of fixtures.filter(inFold)) {
      const states = decide(model, doc);
      doc.roles.forEach((role, i) => {
        const found = STATE_ROLES[states[i]];
        all++;
        of(role).gold++;
        of(found).found++;
        if (found === role) {
          right++;
          of(role).right++;
        } else if (Number(errors[1]) > 0)
          console.log(`${doc.file}: ${role} -> ${found}: ${doc.units[i].text.slice(0, 70)}`);
      });
    }
  }
  const f1 = ({ right, gold, found }) => ((2 * right) / Math.max(1, gold + found)).toFixed(3);
  console.log(`fixtures, five folds: ${right} of ${all} lines right (${(right / all).toFixed(3)})`);
  console.log([...tally].map(([role, counts]) => `${role} ${f1(counts)} (${counts.gold})`).join('  '));
}

/** "fold": newspapers in six groups; composed texts share the vocabulary of their language: those are one source. */
const FOLDS = {
  lang: (doc) => doc.lang,
  source: sourceOf,
  fold: (doc) => (doc.kind === 'semi' ? sourceOf(doc) : Math.floor(hashOf(sourceOf(doc), 3) * 6)),
};

function crossValidate(keyOf, unseenLanguage) {
  const predictions = [];
  for (const key of new Set(docs.map(keyOf))) {
    const known = fixtures.filter((doc) => !unseenLanguage || doc.lang !== key);
    const model = train(examples([...docs.filter((doc) => keyOf(doc) !== key), ...known]), training);
    for (const doc of docs) if (keyOf(doc) === key) predictions.push(predict(model, doc));
  }
  console.log(score(predictions, errors));
}

const cross = option('cross', null);
if (cross === 'fixtures') crossFixtures();
else if (cross !== null) crossValidate(FOLDS[cross], cross === 'lang');
else {
  const without = option('without', null);
  const known = docs.filter((doc) => sourceOf(doc) !== without);
  const model = train(examples([...known, ...fixtures]), training);
  console.log(
    score(
      docs.map((doc) => predict(model, doc)),
      errors,
    ),
  );
  const out = option('out', new URL('../src/extract/decide/weights.ts', import.meta.url).pathname);
  if (!process.argv.includes('--dry'))
    writeFileSync(out, writeModel(model, { STATES, FEATURE_NAMES, allowed }));
}

/** Training of the linear-chain conditional random field: scaled forward-backward, Adam, a pull towards the priors. */
import { generator, shuffle } from './random.mjs';

const PARTS = ['emissions', 'transitions', 'first', 'last'];

/** A trainer for the program's own states, features and priors. */
export function trainer({ STATES, FEATURE_NAMES, PRIORS, mayFollow, emit }) {
  const S = STATES.length;
  const F = FEATURE_NAMES.length;
  const allowed = Array.from({ length: S * S }, (_, i) => mayFollow(Math.floor(i / S), i % S));

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

  /**
   * Adam on mini-batches. The weights returned are the mean of the last third of the steps, which moves less with the
   * order of the examples than the last step does.
   */
  function train(list, { epochs = 24, rate = 0.06, ridge = 0.0005, seed = 7, verbose = false } = {}) {
    const prior = priors();
    const model = blank();
    for (const part of PARTS) model[part].set(prior[part]);
    const mean = blank();
    const square = blank();
    const average = blank();
    let averaged = 0;
    const random = generator(seed);
    let step = 0;
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = shuffle(
        list.map((_, i) => i),
        random,
      );
      let total = 0;
      const pace = rate * (1 - epoch / epochs) + 0.003;
      for (let at = 0; at < order.length; at += 8) {
        const grad = blank();
        const batch = order.slice(at, at + 8);
        const table = factors(model);
        for (const i of batch) total += gradient(model, table, list[i], grad);
        step++;
        const slow = 1 - 0.9 ** step;
        const fast = 1 - 0.999 ** step;
        for (const part of PARTS) {
          const g = grad[part];
          const m = mean[part];
          const v = square[part];
          const w = model[part];
          const p = prior[part];
          for (let i = 0; i < w.length; i++) {
            const d = g[i] - ridge * batch.length * (w[i] - p[i]);
            m[i] = 0.9 * m[i] + 0.1 * d;
            v[i] = 0.999 * v[i] + 0.001 * d * d;
            w[i] += (pace * (m[i] / slow)) / (Math.sqrt(v[i] / fast) + 1e-6);
          }
        }
      }
      if (verbose) console.error(`epoch ${epoch + 1} ${(total / list.length).toFixed(4)}`);
      if (epoch < epochs * 0.66) continue;
      averaged++;
      for (const part of PARTS)
        for (let i = 0; i < average[part].length; i++) average[part][i] += model[part][i];
    }
    for (const part of PARTS) for (let i = 0; i < average[part].length; i++) average[part][i] /= averaged;
    for (let i = 0; i < S * S; i++) if (!allowed[i]) average.transitions[i] = -1e6;
    return average;
  }

  return { train, allowed };
}

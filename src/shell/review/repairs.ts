/**
 * The visible repairs of one file as a patch that an editor may apply. It is made from the bytes as stored, so that
 * `git apply` and `patch` find the lines; the file itself is never written.
 */
import { type Proposal, propose, unifiedDiff } from '../../extract/hygiene/propose.js';
import type { Role } from '../../model.js';
import type { Reading } from './reading.js';

/** The repairs of one file. */
export interface Repairs {
  /** A unified diff; empty when there is nothing to repair. */
  readonly patch: string;
  /** How many lines it changes. */
  readonly lines: number;
  /** How often each rule is at work. */
  readonly ids: Readonly<Record<string, number>>;
  /** Why no patch can be made, for a person; null when one could. */
  readonly refused: string | null;
}

/** Lines that nobody publishes are left as they are. */
const LEFT: ReadonlySet<Role | null> = new Set<Role | null>(['meta', 'furniture']);
const NOTHING = { patch: '', lines: 0, ids: {} };
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** `shown`: the name of the file in the patch, from the folder where it will be applied. */
export function proposeRepairs({ bytes, source, extraction }: Reading, shown: string): Repairs {
  const text = decode(bytes);
  if (text === null) {
    const message = `it is ${source.encoding}; save it as UTF-8 first, then a patch can be made`;
    return { ...NOTHING, refused: message };
  }
  if (/[\p{Cc}"\\]/u.test(shown)) {
    return { ...NOTHING, refused: 'its name has characters that a patch cannot name' };
  }
  const stored = text.split('\n');
  const open = stored.at(-1) !== '';
  if (!open) stored.pop();
  // A line that only CR ends is a line for us and none for patch.
  if (/\r(?!\n|$)/.test(text)) {
    return { ...NOTHING, refused: 'its lines end with CR; save it with LF or CRLF first' };
  }
  const { roles, article } = extraction;
  const looked = stored.map((line, index) =>
    LEFT.has(roles[index] ?? null) ? '' : line.replace(/^\ufeff|\r$/g, ''),
  );
  const proposals = settle(propose(looked, article.lang), article.lang).map((proposal) => {
    const line = stored[proposal.line - 1] ?? '';
    const after = `${line.startsWith('\ufeff') ? '\ufeff' : ''}${proposal.after}${line.endsWith('\r') ? '\r' : ''}`;
    return { ...proposal, before: line, after };
  });
  const ids: Record<string, number> = {};
  for (const { ids: own } of proposals) for (const id of own) ids[id] = (ids[id] ?? 0) + 1;
  // A name with a space ends at a tab, as in the patches of git.
  const name = shown.includes(' ') ? `${shown}\t` : shown;
  return { patch: unifiedDiff(name, stored, proposals, open), lines: proposals.length, ids, refused: null };
}

/** One repair makes room for the next: each line is looked at until nothing more is proposed for it. */
function settle(proposals: readonly Proposal[], lang: string): readonly Proposal[] {
  return proposals.map((first) => {
    let last = first;
    for (let round = 1; round < ROUNDS; round++) {
      const [next] = propose([last.after], lang);
      if (next === undefined) break;
      last = { ...last, after: next.after, ids: [...new Set([...last.ids, ...next.ids])] };
    }
    return last;
  });
}
const ROUNDS = 5;

function decode(bytes: Uint8Array): string | null {
  try {
    return DECODER.decode(bytes);
  } catch {
    return null;
  }
}

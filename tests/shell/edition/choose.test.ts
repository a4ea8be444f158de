import { describe, expect, test } from 'vitest';
import { chooseStories } from '../../../src/shell/edition/choose.js';
import { gather } from '../../../src/site/gather.js';
import { card, config, SITE } from '../../site/make.js';

const settings = { site: { ...SITE.site, sections: ['ليبيا', { name: 'رأي', opinion: true }] } };

function choose(days: Readonly<Record<string, Parameters<typeof card>[1]>>, day: string | null = null) {
  const cards = Object.entries(days).map(([name, more]) => card(`articles/${name}.txt`, more));
  const chosen = chooseStories(gather(cards, config(settings)).site, day);
  return chosen === null
    ? null
    : { day: chosen.day, names: chosen.stories.map((story) => story.card.path.slice(9, -4)) };
}

describe('an edition', () => {
  test('has the stories of the newest day when there are enough', () => {
    const days = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, { published: '2026-11-22' }]),
    );
    const chosen = choose({ ...days, old: { published: '2026-11-21' } });
    expect(chosen?.day).toBe('2026-11-22');
    expect(chosen?.names).toHaveLength(6);
    expect(chosen?.names).not.toContain('old');
  });

  test('goes back by whole days until it is a paper, but not for ever', () => {
    const chosen = choose({
      a: { published: '2026-11-22' },
      b: { published: '2026-11-20' },
      c: { published: '2026-11-19T08:00' },
      ancient: { published: '2026-01-01' },
    });
    expect(chosen).toEqual({ day: '2026-11-22', names: ['a', 'b', 'c'] });
  });

  test('of a day in the past knows nothing of later days', () => {
    const days = {
      a: { published: '2026-11-22' },
      b: { published: '2026-11-20' },
      c: { published: '2026-11-19' },
    };
    expect(choose(days, '2026-11-20')).toEqual({ day: '2026-11-20', names: ['b', 'c'] });
    expect(choose(days, '2026-11-21')?.day).toBe('2026-11-21');
    expect(choose(days, '2020-01-01')).toBeNull();
    expect(choose({ undated: { published: null } })).toBeNull();
  });

  test('is led by a long story in the language of the paper; opinion comes last', () => {
    const published = '2026-11-22T10:00';
    const chosen = choose({
      view: { published: '2026-11-22T12:00', section: 'رأي' },
      hebrew: { published: '2026-11-22T11:30', lang: 'he', words: 900 },
      note: { published: '2026-11-22T11:00', words: 40 },
      long: { published, words: 500 },
    });
    expect(chosen?.names).toEqual(['long', 'hebrew', 'note', 'view']);
  });
});

/**
 * How much work a build does, in counts: a machine under load is slow, but it does not parse twice. Each limit is what
 * such a build does today and half of that again.
 */
import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BuildResult, buildSite } from '../../src/index.js';
import { freshFolder, put } from '../folder.js';
import { article } from '../program.js';

const ARTICLES = 60;
const SECTIONS = ['محليات', 'اقتصاد', 'رياضة', 'ثقافة'];

function newspaper(): string {
  const root = freshFolder();
  const files: Record<string, string> = {
    'warraq.config.json': JSON.stringify({
      site: { lang: 'ar', baseUrl: 'https://news.example/', sections: SECTIONS },
      cards: { articles: false },
    }),
  };
  for (let index = 0; index < ARTICLES; index++) {
    const day = `2024-0${1 + Math.floor(index / 20)}-${String(1 + (index % 20)).padStart(2, '0')}`;
    const text = article(`الخبر رقم ${index} من المدينة`, day).replace('أخبار', SECTIONS[index % 4] ?? '');
    files[`articles/2024/story-${index}.txt`] = text;
  }
  put(root, files);
  return root;
}

interface Work {
  readonly understood: number;
  readonly rendered: number;
  readonly written: number;
}

/** What each build does today. */
const COLD: Work = { understood: 60, rendered: 72, written: 88 };
const EDIT: Work = { understood: 1, rendered: 7, written: 8 };
/** It begins a month: three pages of the archive. */
const ADDED: Work = { understood: 1, rendered: 8, written: 13 };
const TEMPLATE: Work = { understood: 0, rendered: 61, written: 61 };

function workOf({ stopwatch, publication }: BuildResult): Work {
  const { 'texts understood': understood = 0 } = stopwatch.counts();
  const written = (publication?.added.length ?? 0) + (publication?.changed.length ?? 0);
  const rendered = stopwatch.parts().reduce((sum, { count }) => sum + count, 0);
  return { understood, rendered, written };
}

/** At most half more than `usual`; and something is done at all where something has to be. */
function expectAbout(work: Work, usual: Work): void {
  for (const key of ['understood', 'rendered', 'written'] as const) {
    expect(work[key], key).toBeLessThanOrEqual(Math.floor(usual[key] * 1.5));
    expect(work[key], key).toBeGreaterThanOrEqual(Math.ceil(usual[key] / 2));
  }
}

test('a first build does each thing once, a second one nothing, an edit its share', async () => {
  const root = newspaper();
  const build = (): Promise<BuildResult> => buildSite({ root, jobs: 1 });
  const cold = workOf(await build());
  expect(cold.understood).toBe(ARTICLES);
  expectAbout(cold, COLD);
  expect(workOf(await build())).toEqual({ understood: 0, rendered: 0, written: 0 });

  appendFileSync(
    join(root, 'articles/2024/story-30.txt'),
    '\nوأضاف المتحدث أن العمل يستمر حتى نهاية العام.\n',
  );
  const edit = workOf(await build());
  expect(edit.understood).toBe(1);
  expectAbout(edit, EDIT);

  put(root, {
    'articles/2024/fresh.txt': article('خبر جديد يصل الآن', '2024-06-01').replace('أخبار', 'محليات'),
  });
  const added = workOf(await build());
  expect(added.understood).toBe(1);
  expectAbout(added, ADDED);

  const page = 'templates/article.hbs';
  cpSync(join(import.meta.dirname, '../../', page), join(root, page), { recursive: true });
  appendFileSync(join(root, page), '\n<i hidden></i>\n');
  const template = workOf(await build());
  expect(template.understood).toBe(0);
  expectAbout(template, TEMPLATE);
});

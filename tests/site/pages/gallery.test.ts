import { expect, test } from 'vitest';
import type { Body, Segment } from '../../../src/model.js';
import type { ArticleView } from '../../../src/site/views.js';
import { build, card, SITE } from '../make.js';

const figure = (name: string | null): Segment => ({
  kind: 'figure',
  picture:
    name === null ? null : { path: `articles/${name}.png`, alt: name, caption: null, credit: 'Nadia Rossi' },
  captionHtml: name,
  credit: 'Nadia Rossi',
});
const prose: Segment = { kind: 'prose', html: '<p id="p-1">نص</p>' };

function kindsOf(...segments: Segment[]): string[] {
  const pictures = (source: string) =>
    source.endsWith('lost.png') ? null : { path: `pictures/${source}`, width: 6, height: 4 };
  const body: Body = { segments, plain: '' };
  const { print } = build([card('articles/a.txt')], SITE, pictures);
  const view = JSON.parse(print('a.html', () => body)) as ArticleView;
  return view.body.map((block) =>
    block.kind === 'gallery'
      ? `gallery ${block.figures.map(({ captionHtml }) => captionHtml).join(' ')}`
      : block.kind,
  );
}

test('pictures that follow one another are a gallery, in their order', () => {
  expect(kindsOf(prose, figure('a'), figure('b'), figure('c'), prose)).toEqual([
    'prose',
    'gallery a b c',
    'prose',
  ]);
  expect(kindsOf(figure('a'), figure('b'), prose, figure('c'), figure('d'))).toEqual([
    'gallery a b',
    'prose',
    'gallery c d',
  ]);
});

test('one picture, or a caption without its picture, stands alone', () => {
  expect(kindsOf(figure('a'), prose, figure('b'))).toEqual(['figure', 'prose', 'figure']);
  expect(kindsOf(figure('a'), figure(null), figure('b'))).toEqual(['figure', 'figure', 'figure']);
  expect(kindsOf(figure('a'), figure('lost'), figure('b'))).toEqual(['figure', 'figure', 'figure']);
});

import { describe, expect, test } from 'vitest';
import type { Block, Segment } from '../../src/model.js';
import { typeset } from '../../src/typeset/typeset.js';
import { digest, extractionOf, markdownBlocks, paragraph, sourceOf } from './articles.js';

const body = (blocks: readonly Block[]) => typeset(sourceOf(), extractionOf(blocks), digest).body;
const prose = (markdown: string) =>
  body(markdownBlocks(markdown))
    .segments.map((segment) => (segment.kind === 'prose' ? segment.html : `[${segment.kind}]`))
    .join('\n');

describe('prose', () => {
  test('paragraphs are numbered, neighbours share a segment, markup in a text is text', () => {
    const result = body([paragraph('أولا <b>&amp; *ليس* {{مميزا}}'), paragraph('ثانيا')]);
    expect(result.segments).toEqual([
      {
        kind: 'prose',
        html: '<p id="p-1">أولا <bdi dir="ltr">&#x3C;b>&#x26;amp</bdi>; *ليس* {{مميزا}}</p>\n<p id="p-2">ثانيا</p>',
      },
    ]);
    expect(result.plain).toBe('أولا <b>&amp; *ليس* {{مميزا}}\nثانيا');
  });

  test('subheads stand under the headline', () => {
    expect(prose('# أول\n\n### ثان *مهم*')).toBe('<h2>أول</h2>\n<h3>ثان <em>مهم</em></h3>');
  });

  test('lists keep their start, quotations their paragraphs, code its direction', () => {
    expect(prose('3. ثلاثة\n4. أربعة')).toBe('<ol start="3">\n<li>ثلاثة</li>\n<li>أربعة</li>\n</ol>');
    expect(prose('> قال\n>\n> ثم قال')).toBe('<blockquote><p>قال</p><p>ثم قال</p></blockquote>');
    expect(prose('نفذ `npm run` الآن')).toBe('<p id="p-1">نفذ <code dir="ltr">npm run</code> الآن</p>');
    expect(prose('```js\nlet x\n```')).toBe('<pre dir="ltr"><code class="language-js">let x\n</code></pre>');
  });

  test('a quotation names who said it', () => {
    const [block] = markdownBlocks('> نحن هنا');
    const html = body([{ ...(block as Extract<Block, { type: 'quote' }>), attribution: 'رئيس Google' }])
      .segments[0];
    expect(html).toEqual({
      kind: 'prose',
      html: '<blockquote><p>نحن هنا</p><footer>رئيس <bdi>Google</bdi></footer></blockquote>',
    });
  });

  test('verse is set in hemistichs', () => {
    const block: Block = { ...paragraph('قفا نبك\tمن ذكرى\nبسقط اللوى   بين الدخول'), type: 'verse' };
    expect(body([block]).segments).toEqual([
      {
        kind: 'prose',
        html:
          '<div class="verse"><p class="bayt"><span class="hemistich">قفا نبك</span> <span class="hemistich">من ذكرى</span></p>' +
          '<p class="bayt"><span class="hemistich">بسقط اللوى</span> <span class="hemistich">بين الدخول</span></p></div>',
      },
    ]);
  });

  test('tables stand in a box', () => {
    expect(prose('| أ | ب |\n| - | -: |\n| 1 | 2 |')).toMatch(
      /^<div class="table" role="region" aria-label="[^"]+" tabindex="0"><table>[\s\S]*<td align="right" class="number">2<\/td>/,
    );
  });

  test('the head of a column of figures stands over them', () => {
    const html = prose(
      '| الصنف | الكمية | ملاحظة |\n| - | - | - |\n| نجمة | 85 | 3 |\n| الجبل | 1,300 | لا شيء |',
    );
    expect(html).toContain('<th class="number">الكمية</th>');
    expect(html).toContain('<th>الصنف</th>');
    expect(html).toContain('<th>ملاحظة</th>');
  });

  test('a name that is half bold is one run; a word is never taken apart', () => {
    expect(prose('شركة **Real** Madrid هنا')).toBe(
      '<p id="p-1">شركة <bdi><strong>Real</strong> Madrid</bdi> هنا</p>',
    );
    expect(prose('شركة [Google](https://g.co) هنا')).toBe(
      '<p id="p-1">شركة <a href="https://g.co" aria-label="Google، رابط خارجي"><bdi>Google</bdi></a> هنا</p>',
    );
    expect(prose('شركة Go*ogle Inc* هنا')).toContain('Go<em>ogle Inc</em>');
  });

  test('footnotes speak the language of the article', () => {
    const html = prose('نص[^1] هنا\n\n[^1]: شرح');
    expect(html).toContain('<a href="#note-fn-1" id="note-fnref-1"');
    expect(html).toContain('<li id="note-fn-1">');
    expect(html).toContain('الحواشي');
    expect(html).not.toMatch(/Footnotes|Back to/);
  });
});

test('a paragraph in another language states its direction and language', () => {
  const text = 'We shall fight on the beaches, and we shall never surrender to anyone.';
  expect(body([paragraph(text)]).segments).toEqual([
    { kind: 'prose', html: `<p id="p-1" dir="ltr" lang="en">${text}</p>` },
  ]);
  expect(prose('> Google Apple Samsung Nokia Motorola Huawei Sony')).toContain('<p dir="ltr">Google');
  expect(prose('Windows 11')).toBe('<p id="p-1"><bdi>Windows 11</bdi></p>');
});

describe('what must not be published', () => {
  test('addresses of other schemes lose their link, the words stay', () => {
    const result = typeset(
      sourceOf(),
      extractionOf(
        markdownBlocks(
          '[أ](javascript:alert(1)) [ب](vbscript:x) [ج](https://x.org/a) [د](../b.md#c) [ه](data:text/html,x)',
        ),
      ),
      digest,
    );
    expect(result.body.segments).toEqual([
      {
        kind: 'prose',
        html: '<p id="p-1">أ ب <a href="https://x.org/a" aria-label="ج، رابط خارجي">ج</a> <a href="../b.html#c">د</a> ه</p>',
      },
    ]);
    expect(result.diagnostics.map((diagnostic) => diagnostic.id)).toEqual([
      'unsafe-link',
      'unsafe-link',
      'unsafe-link',
    ]);
  });

  test('raw HTML goes and is reported, words inside a line stay', () => {
    const result = typeset(
      sourceOf(),
      extractionOf(markdownBlocks('نص <b onclick="x()">مهم</b>\n\n<script>alert(1)</script>\n')),
      digest,
    );
    expect(result.body.segments).toEqual([{ kind: 'prose', html: '<p id="p-1">نص مهم</p>' }]);
    expect(result.diagnostics.map((diagnostic) => diagnostic.id)).toContain('html-dropped');
  });

  test('bidi controls are taken out', () => {
    expect(body([paragraph('قال \u202eسر\u202c و\u2067نص')]).segments).toEqual([
      { kind: 'prose', html: '<p id="p-1">قال سر ونص</p>' },
    ]);
  });
});

describe('segments', () => {
  test('a pull quote leads to its sentence', () => {
    const sentence = 'إن المدينة التي لا تقرأ تاريخها لا تستطيع أن تكتب مستقبلها مهما بنت من أبراج عالية';
    const quote: Block = {
      ...paragraph(sentence),
      type: 'pullquote',
      source: { line: 3, block: 0 },
      attribution: null,
    };
    const [, segment] = body([paragraph(`وقال المهندس: «${sentence}». وأضاف.`), quote]).segments as [
      Segment,
      Extract<Segment, { kind: 'pull-quote' }>,
    ];
    expect(segment.anchor).toBe('p-1');
    expect(decodeURIComponent(segment.fragment ?? '')).toBe('text=إن المدينة التي لا,من أبراج عالية');
    expect(body([quote]).plain).toBe('');
  });

  test('read-also lines beside each other are one card', () => {
    const also = (text: string): Block => ({ ...paragraph(text), type: 'readalso', label: 'اقرأ أيضا' });
    const result = typeset(
      sourceOf(),
      extractionOf([also('خبر'), also('آخر'), paragraph('نص'), also('ثالث')]),
      digest,
    );
    expect(
      result.body.segments.map((segment) => (segment.kind === 'read-also' ? segment.titles : segment.kind)),
    ).toEqual([['خبر', 'آخر'], 'prose', ['ثالث']]);
    expect(result.card.readAlso).toEqual(['خبر', 'آخر', 'ثالث']);
  });

  test('pictures become figures with the caption below them; the first of all leads the article', () => {
    const blocks = markdownBlocks(
      '![ميناء](port.jpg)\n\nنص ![سفينة](../07/ship.png "تعليق") هنا\n\n![x](http://a.b/c.jpg) ![y](../../../etc/p.png)',
    );
    const { card, body, diagnostics } = typeset(sourceOf(), extractionOf(blocks), digest);
    expect(card.picture).toEqual({
      path: 'articles/2019/06/port.jpg',
      alt: 'ميناء',
      caption: null,
      credit: null,
    });
    expect(body.segments).toEqual([
      { kind: 'prose', html: '<p id="p-2">نص  هنا</p>' },
      {
        kind: 'figure',
        picture: { path: 'articles/2019/07/ship.png', alt: 'سفينة', caption: 'تعليق', credit: null },
        captionHtml: 'تعليق',
        credit: null,
      },
      {
        kind: 'prose',
        html: '<p id="p-3"><a href="http://a.b/c.jpg" aria-label="x، رابط خارجي"><bdi>x</bdi></a> </p>',
      },
    ]);
    expect(diagnostics.map((diagnostic) => diagnostic.id)).toEqual(['picture-refused']);
  });
});

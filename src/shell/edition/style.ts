/** The printed page: A4, columns, rules. All measures are of paper. */
import { counterStyle } from '../../locales/numbers.js';
import type { Locale } from '../../locales/types.js';
import type { Lang } from '../../model.js';
import { printFamilies } from './faces.js';

/** What a sheet of paper depends on. */
export interface PaperOptions {
  readonly name: string;
  readonly date: string;
  readonly locale: Locale;
  readonly accent: string;
  readonly langs: readonly Lang[];
}

/** The stylesheet of an edition. */
export function editionCss({ name, date, locale, accent, langs }: PaperOptions): string {
  const [near, far] = locale.dir === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const { text } = printFamilies(locale.tag);
  const head = `font-family:"${text}";font-size:9.5pt;color:#333;vertical-align:bottom;padding-bottom:1.5mm;border-bottom:.5pt solid #17181c;margin-bottom:4mm`;
  return `@page{size:A4;margin:21mm 14mm 17mm;
@top-${near}{content:${cssString(name)};${head};font-weight:700}
@top-center{content:"";${head}}
@top-${far}{content:${cssString(date)};${head}}
@bottom-center{content:counter(page,${counterStyle(locale.numbering)});font-family:"${text}";font-size:10.5pt}}
@page:first{margin-top:11mm;@top-${near}{content:none}@top-center{content:none}@top-${far}{content:none}}
:root{--accent:${accent}}
${SHEET}${langs.map(languageCss).join('\n')}`;
}

/** A text inside a CSS string; control characters and line ends cannot stand there. */
function cssString(text: string): string {
  return `"${text.replace(/[\\"<\n\r\f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;
}

interface Leading {
  readonly size: number;
  readonly text: number;
  readonly head: number;
}

/** Size in points and line heights, by print face. */
const LEADINGS: Readonly<Record<string, Leading>> = {
  Amiri: { size: 11.2, text: 1.5, head: 1.38 },
  Vazirmatn: { size: 9.4, text: 1.75, head: 1.45 },
  'Frank Ruhl Libre': { size: 10.6, text: 1.42, head: 1.12 },
  'Noto Sans Thaana': { size: 9.4, text: 1.6, head: 1.4 },
  'Noto Nastaliq Urdu': { size: 11.2, text: 2.2, head: 1.95 },
};
const PLAIN: Leading = { size: 10.6, text: 1.42, head: 1.15 };

function languageCss(lang: Lang): string {
  const { text, head } = printFamilies(lang);
  const body = LEADINGS[text] ?? PLAIN;
  const large = LEADINGS[head] ?? body;
  return `[lang="${lang}"]{--text:"${text}";--head:"${head}";--size:${body.size}pt;--lead:${body.text};--lead-head:${large.head};--bold:${head === 'Noto Nastaliq Urdu' ? 400 : 700};font-family:var(--text)}`;
}

const SHEET = `*{box-sizing:border-box}
html{color:#17181c;background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font-size:var(--size);line-height:var(--lead);orphans:3;widows:3;overflow-wrap:break-word}
h1,h2,h3,h4,p,ul,ol,dl,figure,blockquote{margin:0;padding:0}
h1,h2,h3,h4{font-family:var(--head);font-weight:var(--bold);line-height:var(--lead-head);text-wrap:balance;break-after:avoid}
a{color:inherit;text-decoration:none}
em,i,cite,dfn{font-style:normal;font-weight:700}
table{border-collapse:collapse;inline-size:100%;font-size:.85em}
td,th{border-block-end:.4pt solid #999;padding:.5mm 1mm;text-align:start}
.masthead{text-align:center;border-block-end:2.4pt double #17181c;padding-block-end:2mm}
.masthead h1{font-size:60pt;line-height:max(1.5,var(--lead-head));margin-block:2mm -3mm}
.masthead h1:lang(ur){font-size:50pt;margin-block:-4mm -9mm}
.lead h2:lang(ur){font-size:28pt}
.masthead p{color:#444;font-size:11pt}
.dateline{display:flex;justify-content:space-between;gap:6mm;padding-block:1.2mm;border-block-end:.5pt solid #17181c;font-size:10pt;line-height:1.6;margin-block-end:4mm}
.lead>header{text-align:center;padding-inline:6mm;margin-block-end:3mm}
.lead h2{font-size:33pt;margin-block-start:1.5mm}
.lead .columns{font-size:1.06em}
.lead .deck{font-size:14pt;line-height:1.5;max-inline-size:150mm;margin-inline:auto}
.kicker{color:var(--accent);font-weight:700;font-size:10.5pt;line-height:1.5;break-after:avoid}
.deck{font-size:12pt;line-height:1.5;color:#333;text-wrap:pretty;break-after:avoid}
.byline{font-size:9.6pt;line-height:1.6;color:#444;break-after:avoid}
.byline b{color:#17181c}
.index{break-inside:avoid;border-block:.5pt solid #17181c;background:#f6f2e9;padding:2.5mm 4mm;margin-block:4mm}
.index h2{font-size:12pt;color:var(--accent);margin-block-end:1mm}
.index ol{list-style:none;columns:2;column-gap:8mm}
.index li{display:flex;gap:2mm;align-items:baseline;break-inside:avoid;font-size:10pt;line-height:1.6}
.index .dots{flex:1;min-inline-size:4mm;border-block-end:.8pt dotted #888}
.index a{text-wrap:pretty}
.story{border-block-start:1.4pt solid #17181c;padding-block-start:2mm;margin-block-start:6mm}
.story::before{content:"";display:block;block-size:50mm;margin-block-end:-50mm;break-inside:avoid}
.pair .story::before{display:none}
.story h2{font-size:22pt;margin-block-start:.5mm}
.story>header{margin-block-end:2mm}
.columns{orphans:2;widows:2;columns:3;column-gap:6mm;column-rule:.4pt solid #bbb;text-align:justify;hyphens:manual}
.short .columns{columns:2}
.story .columns:last-child>p:last-child{break-inside:avoid}
.columns>p{text-indent:1.1em}
.columns>p:first-child,.columns>h3+p,.columns>.pull-quote+p{text-indent:0}
.columns h2,.columns h3,.columns h4{font-size:12.5pt;margin-block:2mm 1mm;text-align:start}
.columns ul,.columns ol{padding-inline-start:5mm}
.columns blockquote{border-inline-start:1.4pt solid var(--accent);padding-inline-start:3mm;margin-block:1.5mm}
.pull-quote{column-span:all;break-inside:avoid;text-align:center;margin-block:3.5mm;padding:2.5mm 12mm;border-block:1.2pt solid var(--accent);text-align:center}
.pull-quote p{font-family:var(--head);font-weight:var(--bold);font-size:17pt;line-height:var(--lead-head);text-wrap:balance}
.pull-quote .by{font-family:var(--text);font-weight:400;font-size:10.5pt;color:#444;margin-block-start:1mm}
.pull-quote q{quotes:var(--marks)}
.opinion{background:#f6f2e9;padding:3mm 5mm 4mm;border-block-start:1.4pt solid var(--accent)}
.opinion .columns{columns:2}
.opinion .byline{font-size:12pt}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 8mm;break-inside:avoid}
.pair .columns{columns:1}
.pair .story h2{font-size:17pt}
.lead figure,.story figure{margin-block-end:2mm;break-inside:avoid}
figure img{display:block;max-inline-size:100%;max-block-size:95mm;margin-inline:auto}
figcaption{font-size:9pt;line-height:1.5;color:#444}
.imprint{margin-block-start:7mm;border-block-start:2.4pt double #17181c;padding-block-start:2mm;text-align:center;font-size:9pt;color:#444}
bdi[dir=ltr]{white-space:normal}
`;

/** The look of the review: one stylesheet, logical properties only, light and dark, on paper too. No font, no script. */

/** Ink of each group of roles on light and on dark paper; every pair has at least 4.5:1 on its tint. */
const INKS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  headline: ['#8c1d18', '#ffb4a8'],
  deck: ['#8a3c00', '#ffb77c'],
  section: ['#6a3a86', '#dfb6ff'],
  byline: ['#00576b', '#7fd3ec'],
  dateline: ['#00576b', '#7fd3ec'],
  body: ['#3d4043', '#c6cacf'],
  subhead: ['#2c4a9a', '#b0c4ff'],
  pullquote: ['#9a1258', '#ffb0d0'],
  quote: ['#9a1258', '#ffb0d0'],
  caption: ['#1d5c2a', '#9bd8a0'],
  list: ['#2c4a9a', '#b0c4ff'],
  readalso: ['#1d5c2a', '#9bd8a0'],
  furniture: ['#66625b', '#a8a298'],
  meta: ['#66625b', '#a8a298'],
};

const inks = Object.entries(INKS)
  .map(([role, [light, dark]]) => `.r-${role}{--ink:light-dark(${light},${dark})}`)
  .join('\n');

/** The stylesheet of the review. */
export const STYLE = `
:root{color-scheme:light dark;
--paper:light-dark(#f6f3ec,#16181a);--sheet:light-dark(#fffdf8,#1e2124);--text:light-dark(#1b1a18,#eae6de);
--soft:light-dark(#5f5a52,#aaa59c);--rule:light-dark(#d9d3c6,#3a3d40);--warn:light-dark(#8a4b00,#ffc36b);
--error:light-dark(#a3150f,#ffada3);--focus:light-dark(#0b57d0,#a8c7fa)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--text);line-height:1.75;
font-family:"Noto Naskh Arabic","Geeza Pro","Segoe UI",Tahoma,"Noto Sans Hebrew",system-ui,sans-serif;font-size:1rem}
:lang(ur),:lang(ks){font-family:"Noto Nastaliq Urdu","Jameel Noori Nastaleeq","Noto Naskh Arabic",Tahoma,serif;line-height:2.2}
:lang(dv){font-family:"Noto Sans Thaana","MV Boli",system-ui,sans-serif}
:lang(en){font-family:system-ui,"Segoe UI",sans-serif;line-height:1.5}
a{color:inherit}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.top,main{max-inline-size:84rem;margin-inline:auto;padding-inline:clamp(1rem,3vw,2.5rem)}
.top{padding-block:2rem 1rem;border-block-end:3px double var(--rule)}
h1{font-size:clamp(1.6rem,3vw,2.3rem);line-height:1.4;margin:0}
.top p{margin:.25rem 0;color:var(--soft)}
.legend{display:flex;flex-wrap:wrap;gap:.35rem .5rem;list-style:none;padding:0;margin:.9rem 0 0}
.role{display:inline-block;padding:.05rem .6rem;border-radius:1rem;font-size:.8rem;line-height:1.7;white-space:nowrap;
color:var(--ink);background:color-mix(in oklab,var(--ink) 9%,var(--sheet));border:1px solid color-mix(in oklab,var(--ink) 35%,var(--sheet))}
${inks}
main{padding-block:1.25rem 4rem}
.article{background:var(--sheet);border:1px solid var(--rule);border-radius:.6rem;margin-block:.8rem;content-visibility:auto;contain-intrinsic-size:auto 6rem}
summary{display:grid;grid-template-columns:auto 1fr;gap:0 1rem;padding:.8rem 1.1rem;cursor:pointer;list-style:none;border-radius:.6rem}
summary::-webkit-details-marker{display:none}
summary:hover{background:color-mix(in oklab,var(--text) 4%,var(--sheet))}
.rank{font-size:1.5rem;line-height:1.5;color:var(--soft);min-inline-size:2ch;font-variant-numeric:tabular-nums}
.rank::after{content:"▾"/"";display:block;text-align:center;font-size:1rem;line-height:1}
details[open] .rank::after{content:"▴"/""}
summary h2{font-size:1.15rem;line-height:1.6;margin:0}
.path{display:block;inline-size:fit-content;direction:ltr;unicode-bidi:isolate;font:.8rem/1.6 ui-monospace,"Cascadia Mono",Menlo,monospace;color:var(--soft);overflow-wrap:anywhere}
.chips{display:flex;flex-wrap:wrap;gap:.3rem .45rem;margin-block-start:.3rem}
.chip{font-size:.8rem;line-height:1.7;padding:.05rem .55rem;border-radius:.3rem;border:1px solid var(--rule);color:var(--soft)}
.chip.warning{color:var(--warn);border-color:currentColor}.chip.error{color:var(--error);border-color:currentColor;font-weight:700}
.inside{padding:0 1.1rem 1.2rem}
.problems{margin:0 0 1rem;padding:.6rem 1rem;border-inline-start:4px solid var(--warn);background:color-mix(in oklab,var(--warn) 7%,var(--sheet));list-style:none}
.problems li{margin-block:.15rem;overflow-wrap:anywhere}
.problems .place{color:var(--soft);font-size:.85rem}
.sides{display:grid;grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);gap:1.75rem;align-items:start}
.side>h3{font-size:.9rem;color:var(--soft);margin:0 0 .5rem;padding-block-end:.25rem;border-block-end:1px solid var(--rule);font-weight:600}
.lines{list-style:none;margin:0;padding:0}
.line{position:relative;display:grid;grid-template-columns:3.2ch minmax(0,1fr) auto;gap:0 .7rem;padding:.3rem .2rem .3rem .2rem;
border-block-end:1px solid color-mix(in oklab,var(--rule) 55%,transparent);border-inline-start:4px solid var(--ink);padding-inline-start:.6rem}
.line.gap{margin-block-start:.55rem}
.line:hover,.line:focus-within{background:color-mix(in oklab,var(--ink) 7%,var(--sheet))}
.number{font-size:.78rem;color:var(--soft);text-decoration:none;font-variant-numeric:tabular-nums;line-height:2.1;text-align:end}
a.number{text-decoration:underline;text-underline-offset:.25em}
.line .text{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
.r-furniture .text,.r-meta .text{color:var(--soft)}
.r-headline .text{font-weight:700;font-size:1.08em}
.line .role{align-self:start;margin-block-start:.25rem}
.why{grid-column:2/-1;margin:0;font-size:.82rem;line-height:1.6;color:var(--soft)}
.why [lang=en]{opacity:.95}
.line:not(.doubt) .why{position:absolute;z-index:2;inset-inline:3rem .5rem;inset-block-start:calc(100% - .3rem);padding:.3rem .7rem;color:var(--text);
background:var(--sheet);border:1px solid var(--rule);border-radius:.4rem;box-shadow:0 4px 16px rgb(0 0 0/.18);opacity:0;pointer-events:none}
.line:hover .why,.line:focus-within .why{opacity:1!important}
.doubt{outline:2px dashed var(--warn);outline-offset:-2px;border-radius:.3rem;background:color-mix(in oklab,var(--warn) 8%,var(--sheet))}
.doubt .why{color:var(--warn)}
.doubt .why b::before{content:"? ";font-weight:900}
.result{font-size:1.05rem;padding-inline:.2rem}
.result h3{font-size:1.5rem;line-height:1.55;margin:.1rem 0 .4rem}
.result h4{font-size:1.12rem;margin:1.1rem 0 .2rem}
.result p{margin:.55rem 0;overflow-wrap:anywhere}
.kicker{color:light-dark(#8c1d18,#ffb4a8);font-weight:700;font-size:.9rem}
.deck{font-size:1.12rem;color:var(--soft)}
.facts,.caption,.read-also{color:var(--soft);font-size:.9rem}
.pull-quote{margin:1.2rem 0;padding:.5rem 1.2rem;border-block:2px solid light-dark(#8c1d18,#ffb4a8);font-size:1.25rem;line-height:1.8}
.pull-quote footer,blockquote footer{font-size:.85rem;color:var(--soft)}
blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--rule)}
.read-also{padding:.4rem .8rem;border:1px solid var(--rule);border-radius:.3rem}
.result :target{background:color-mix(in oklab,var(--focus) 18%,var(--sheet));scroll-margin-block:6rem}
.empty{padding:2rem;text-align:center;font-size:1.2rem;color:var(--soft)}
@media (max-width:56rem){.sides{grid-template-columns:minmax(0,1fr)}.line{grid-template-columns:2.6ch minmax(0,1fr)}.line .role{grid-column:2;justify-self:start}}
@media (forced-colors:active){.doubt{outline-color:Mark}.role,.chip{border-color:CanvasText}}
@media print{.article{break-inside:avoid;content-visibility:visible}.line:not(.doubt) .why{display:none}}
`.trim();

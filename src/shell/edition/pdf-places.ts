/**
 * On which page of a PDF its named places lie. Chromium writes the objects that say so in plain text (ISO 32000-1, 7.7.3
 * page tree, 12.3.2 destinations): `/Kids [2 0 R 16 0 R]` in trees of at most eight, and `/story-2 [16 0 R /XYZ 0 215 0]`.
 */

/** @param pdf one character a byte. Empty when the file is of another make. Pages count from 1. */
export function pagesOfPlaces(pdf: string): Map<string, number> {
  const pages = pageOrder(pdf);
  const places = new Map<string, number>();
  for (const [, name, object] of pdf.matchAll(/\/(story-\d{1,6}) \[(\d{1,10}) 0 R \/XYZ/g)) {
    const page = pages.get(object ?? '');
    if (name !== undefined && page !== undefined) places.set(name, page);
  }
  return places;
}

/** The number of each page, by the number of its object. */
function pageOrder(pdf: string): Map<string, number> {
  const kids = new Map<string, readonly string[]>();
  const inner = new Set<string>();
  for (const { 0: head, 1: object = '', index } of pdf.matchAll(/^(\d{1,10}) 0 obj\n<<\/Type \/Pages\n/gm)) {
    const start = index + head.length;
    const list = /\/Kids \[([\dR ]*)\]/.exec(pdf.slice(start, start + 4000))?.[1] ?? '';
    kids.set(
      object,
      [...list.matchAll(/(\d+) 0 R/g)].map(([, kid]) => kid ?? ''),
    );
    for (const kid of kids.get(object) ?? []) inner.add(kid);
  }
  const order = new Map<string, number>();
  const waiting = [...kids.keys()].filter((object) => !inner.has(object));
  for (let object = waiting.shift(); object !== undefined; object = waiting.shift()) {
    const below = kids.get(object);
    if (below === undefined) order.set(object, order.size + 1);
    else waiting.unshift(...below);
    if (order.size > 100_000) break;
    kids.delete(object);
  }
  return order;
}

import type { Locale } from './types.js';

/** Words between items, and the items by index, so that a template can isolate each item. */
export type ListPart = { readonly item: number } | { readonly text: string };

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Arab: /^\p{Script=Arabic}/u,
  Hebr: /^\p{Script=Hebrew}/u,
  Thaa: /^\p{Script=Thaana}/u,
  Latn: /^\p{Script=Latin}/u,
};

/** `A، B وC` as pieces. */
export function listParts(items: readonly string[], locale: Locale): ListPart[] {
  const native = SCRIPTS[locale.script];
  return items.flatMap((text, item): ListPart[] => {
    if (item === 0) return [{ item }];
    if (item < items.length - 1) return [{ text: locale.list.comma }, { item }];
    return [{ text: native?.test(text) ? locale.list.and : locale.list.andForeign }, { item }];
  });
}

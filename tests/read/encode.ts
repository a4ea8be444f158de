import { CODE_PAGES, type CodePage } from '../../src/read/codepages.js';

/** Bytes of a text in a code page; throws when a character has none, so that a test cannot compare nonsense. */
export function encodeAs(text: string, page: CodePage): Uint8Array {
  return Uint8Array.from([...text], (character) => {
    if (character < '\u0080') return character.charCodeAt(0);
    const index = CODE_PAGES[page].indexOf(character);
    if (index < 0) throw new Error(`${page} has no ${character}`);
    return index + 0x80;
  });
}

export function encodeUtf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), littleEndian);
  return bytes;
}

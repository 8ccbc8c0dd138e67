import { fontOf, tablesOf } from './font-tables';

const WINDOWS = 3;
const UNICODE = 1;
const ENGLISH = 0x409;
/** IDs of the family, style, full and PostScript names. */
const FAMILY = 1;
const STYLE = 2;
const FULL = 4;
const POSTSCRIPT = 6;

/** The same TrueType font under another family name (OpenType 1.9, "name", version 0). */
export function renamedFont(font: Buffer, family: string): Buffer {
  const names = [
    [FAMILY, family],
    [STYLE, 'Regular'],
    [FULL, family],
    [POSTSCRIPT, family],
  ] as const;
  const head = Buffer.alloc(6 + 12 * names.length);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let offset = 0;
  names.forEach(([id], i) => {
    [WINDOWS, UNICODE, ENGLISH, id, texts[i]!.length, offset].forEach((word, j) => head.writeUInt16BE(word, 6 + 12 * i + 2 * j));
    offset += texts[i]!.length;
  });
  return fontOf(tablesOf(font).set('name', Buffer.concat([head, ...texts])));
}

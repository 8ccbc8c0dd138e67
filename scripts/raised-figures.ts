/**
 * Adds superscripts and subscripts (⁰…⁹, ⁻, ⁺, ᵀ, ₀…₉) to a TrueType font that has the plain characters: each becomes a
 * composite of the plain glyph, scaled and moved. Google's version of Source Serif lacks the real ones. Taken from a
 * heavier weight, the scaled strokes match the text. Formats: OpenType 1.9, "glyf", "loca", "hmtx", "cmap" format 12.
 */
import { fontOf, tablesOf } from './font-tables';

interface Figure {
  readonly char: string;
  readonly from: string;
  /** In font units. */
  readonly raise: number;
}

const SCALE = 0.62;
/** Added to each side of a scaled glyph, which would look too tight; in font units. */
const TRACKING = 14;
const RAISED = 300;
const LOWERED = -120;

export const FIGURES: readonly Figure[] = [
  ...[...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((char, i) => ({ char, from: String(i), raise: RAISED })),
  ...[...'₀₁₂₃₄₅₆₇₈₉'].map((char, i) => ({ char, from: String(i), raise: LOWERED })),
  { char: '⁻', from: '−', raise: RAISED },
  { char: '⁺', from: '+', raise: RAISED },
  { char: 'ᵀ', from: 'T', raise: RAISED },
];

/** Looks up a character's glyph in a format 4 subtable. */
function glyphOf(cmap: Buffer, code: number): number {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(4 + 8 * i + 4);
    if (cmap.readUInt16BE(at) !== 4) continue;
    const segments = cmap.readUInt16BE(at + 6) / 2;
    for (let s = 0; s < segments; s++) {
      const end = cmap.readUInt16BE(at + 14 + 2 * s);
      const start = cmap.readUInt16BE(at + 16 + 2 * (segments + s));
      if (code < start || code > end) continue;
      const delta = cmap.readUInt16BE(at + 16 + 2 * (2 * segments + s));
      const offsetAt = at + 16 + 2 * (3 * segments + s);
      const offset = cmap.readUInt16BE(offsetAt);
      const glyph = offset === 0 ? code : cmap.readUInt16BE(offsetAt + offset + 2 * (code - start));
      return (glyph + delta) & 0xffff;
    }
  }
  throw new Error(`The font has no U+${code.toString(16)}.`);
}

function composite(glyph: number, box: Buffer, raise: number): Buffer {
  const out = Buffer.alloc(20);
  out.writeInt16BE(-1, 0);
  for (const [i, shift] of [TRACKING, raise, TRACKING, raise].entries()) out.writeInt16BE(Math.round(box.readInt16BE(2 + 2 * i) * SCALE + shift), 2 + 2 * i);
  // Flags: arguments are words; they are offsets; one scale for both directions.
  out.writeUInt16BE(0x0001 | 0x0002 | 0x0008, 10);
  out.writeUInt16BE(glyph, 12);
  out.writeInt16BE(TRACKING, 14);
  out.writeInt16BE(raise, 16);
  out.writeInt16BE(Math.round(SCALE * 0x4000), 18);
  return out;
}

export function withRaisedFigures(font: Buffer): Buffer {
  const tables = tablesOf(font);
  const table = (tag: string): Buffer => tables.get(tag)!;
  const [head, maxp, hhea, loca, cmap] = ['head', 'maxp', 'hhea', 'loca', 'cmap'].map(table) as [Buffer, Buffer, Buffer, Buffer, Buffer];
  const glyphs = maxp.readUInt16BE(4);
  const long = head.readInt16BE(50) === 1;
  const offsets = Array.from({ length: glyphs + 1 }, (_, i) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i)));
  const metrics = hhea.readUInt16BE(34);
  const advances = Array.from({ length: glyphs }, (_, i) => table('hmtx').readUInt16BE(4 * Math.min(i, metrics - 1)));

  const outlines = [table('glyf').subarray(0, offsets[glyphs])];
  const bearing = (outline: Buffer): number => (outline.length < 10 ? 0 : outline.readInt16BE(2));
  const bearings = advances.map((_, i) => bearing(table('glyf').subarray(offsets[i], offsets[i + 1])));
  const codes: [number, number][] = [];
  for (const { char, from, raise } of FIGURES) {
    const plain = glyphOf(cmap, from.codePointAt(0)!);
    const outline = composite(plain, table('glyf').subarray(offsets[plain]!), raise);
    codes.push([char.codePointAt(0)!, advances.length]);
    outlines.push(outline);
    offsets.push(offsets.at(-1)! + outline.length);
    advances.push(Math.round(advances[plain]! * SCALE) + 2 * TRACKING);
    bearings.push(bearing(outline));
  }

  const subtable = Buffer.alloc(12 + 16 + 12 * codes.length);
  subtable.writeUInt16BE(1, 2);
  subtable.writeUInt16BE(3, 4);
  subtable.writeUInt16BE(10, 6);
  subtable.writeUInt32BE(12, 8);
  subtable.writeUInt16BE(12, 12);
  subtable.writeUInt32BE(subtable.length - 12, 16);
  subtable.writeUInt32BE(codes.length, 24);
  codes.sort(([a], [b]) => a - b).forEach(([code, glyph], i) => [code, code, glyph].forEach((value, j) => subtable.writeUInt32BE(value, 28 + 12 * i + 4 * j)));

  const words = (values: readonly number[]): Buffer => Buffer.from(values.flatMap((value) => [value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 255)));
  head.writeInt16BE(1, 50);
  maxp.writeUInt16BE(advances.length, 4);
  maxp.writeUInt16BE(1, 28);
  maxp.writeUInt16BE(1, 30);
  hhea.writeUInt16BE(advances.length, 34);
  for (const [tag, data] of [['glyf', Buffer.concat(outlines)], ['loca', words(offsets)], ['hmtx', words(advances.map((advance, i) => (advance << 16) | (bearings[i]! & 0xffff)))], ['cmap', subtable]] as const) {
    tables.set(tag, data);
  }
  return fontOf(tables);
}

import type { Dtype } from '../numerics/dtypes';
import { markedEncoding } from '../lib/file-text';
import { PASTED_LIMITS } from '../lib/limits';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { PastedArray } from './pasted-array';

const MAGIC = '\x93NUMPY';
const KINDS: Readonly<Record<string, { readonly dtype: Dtype; readonly bytes: number; readonly read: (view: DataView, at: number) => number }>> = {
  '<f2': { dtype: 'float16', bytes: 2, read: (view, at) => float16(view.getUint16(at, true)) },
  '<f4': { dtype: 'float32', bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  '<f8': { dtype: 'float64', bytes: 8, read: (view, at) => view.getFloat64(at, true) },
};

/**
 * Reads a file of `numpy.save`: format 1, 2 or 3 (NEP 1), little-endian float16, float32 or float64 in C order. The header
 * is a Python literal, which is matched and never evaluated. Never throws.
 */
export function parseNpy(bytes: Uint8Array): Result<PastedArray, ParseError> {
  if (bytes.length > PASTED_LIMITS.bytes) return fail({ message: `This file has ${bytes.length} bytes; at most ${PASTED_LIMITS.bytes} are read.` });
  if (!isNpy(bytes)) return fail({ message: isZip(bytes) ? 'This is an archive (.npz, .pt or .zip): write one array with numpy.save.' : 'This is not a .npy file.' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const major = bytes[6] ?? 0;
  if (major < 1 || major > 3) return fail({ message: `This .npy file has format ${major}; 1, 2 and 3 are read.` });
  const lengthBytes = major === 1 ? 2 : 4;
  if (bytes.length < 8 + lengthBytes) return fail({ message: 'This .npy file ends within its header.' });
  const start = 8 + lengthBytes + (major === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (bytes.length < start || start > 2 ** 16) return fail({ message: 'This .npy file ends within its header.' });
  const header = parseHeader(ascii(bytes, 8 + lengthBytes, start));
  if (!header.ok) return header;
  const { kind, shape } = header.value;
  const count = shape.reduce((product, length) => product * length, 1);
  if (count === 0) return fail({ message: 'This .npy file holds no numbers.' });
  if (count > PASTED_LIMITS.numbers) return fail({ message: `This .npy file holds ${count} numbers; at most ${PASTED_LIMITS.numbers} are read.` });
  if (bytes.length - start !== count * kind.bytes) {
    return fail({ message: `This .npy file holds ${bytes.length - start} bytes of numbers, where its shape ${shape.join(' × ')} needs ${count * kind.bytes}.` });
  }
  const values = Float64Array.from({ length: count }, (_, i) => kind.read(view, start + i * kind.bytes));
  return ok({ values, shape, dtype: kind.dtype, digits: { kind: 'exact' } });
}

/** Whether the bytes begin like a .npy file, or like an archive that people mistake for one. */
export function looksBinary(bytes: Uint8Array): boolean {
  return isNpy(bytes) || isZip(bytes) || (markedEncoding(bytes) === null && bytes.subarray(0, 1024).includes(0));
}

function isNpy(bytes: Uint8Array): boolean {
  return ascii(bytes, 0, 6) === MAGIC;
}

function isZip(bytes: Uint8Array): boolean {
  return ascii(bytes, 0, 4) === 'PK\x03\x04';
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return Array.from(bytes.subarray(from, to), (byte) => String.fromCharCode(byte)).join('');
}

function parseHeader(header: string): Result<{ kind: (typeof KINDS)[string]; shape: number[] }, ParseError> {
  const descr = /'descr':\s*(?:'([^']{1,16})'|\[)/.exec(header);
  const order = /'fortran_order':\s*(True|False)/.exec(header)?.[1];
  const shape = /'shape':\s*\(([\d,\s]*)\)/.exec(header)?.[1];
  if (descr === null || order === undefined || shape === undefined) return fail({ message: 'The header of this .npy file can’t be read.' });
  const kind = Object.hasOwn(KINDS, descr[1] ?? '') ? KINDS[descr[1] ?? ''] : undefined;
  if (kind === undefined) {
    return fail({ message: `This .npy file holds numbers of the type ${descr[1] ?? 'record'}; <f2, <f4 and <f8 are read (array.astype('<f4')).` });
  }
  if (order === 'True') return fail({ message: 'This .npy file is in Fortran order; write it with numpy.ascontiguousarray(array).' });
  const lengths = shape.split(',').map((part) => part.trim()).filter((part) => part !== '');
  return ok({ kind, shape: lengths.map(Number) });
}

function float16(bits: number): number {
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  const size = exponent === 31 ? (fraction === 0 ? Infinity : NaN) : exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
  return bits & 0x8000 ? -size : size;
}

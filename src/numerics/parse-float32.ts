import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';

const NAMED: Readonly<Record<string, number>> = { inf: Infinity, infinity: Infinity, '∞': Infinity, nan: NaN };

/** Reads a number typed as in Python or C and rounds it to float32. */
export function parseFloat32(text: string): Result<number, ParseError> {
  const plain = text.trim().replace(/^[−–]/, '-').replace(/e[−–]/i, 'e-').replace(/f$/i, (suffix) => (/inf$/i.test(text.trim()) ? suffix : ''));
  const [, sign = '', rest = ''] = /^([+-]?)(.*)$/.exec(plain) ?? [];
  const named = NAMED[rest.toLowerCase()];
  if (named !== undefined) return ok(sign === '-' ? -named : named);
  if (!/^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(rest)) {
    return fail({ message: `“${text.trim().slice(0, 20)}” is not a number: 0.1, -1e8, inf and nan are.` });
  }
  return ok(Math.fround(Number(plain)));
}

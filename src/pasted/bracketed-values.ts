import type { Dtype } from '../numerics/dtypes';
import type { Found } from './found';
import { arrayOf, isFloatLike } from './found';
import { isCodeCall } from './node';
import type { Writer } from './printed-digits';
import type { Scanned } from './scan-values';
import type { NumberToken } from './text-reader';

/** Scanned brackets as arrays; a list of pairs makes two. */
export function bracketedValues(text: string, scanned: readonly Scanned[]): Found[] {
  return scanned.flatMap(({ node, numbers }): Found[] => {
    const isTensor = /tensor|Parameter|Variable/i.test(node.name);
    const isArray = node.kind === 'call' && /array$/.test(node.name);
    const dtype: Dtype | null = node.dtype ?? (isTensor ? 'float32' : isArray && !/^(?:jnp|jax)/.test(node.name) ? 'float64' : null);
    const isShort = dtype === 'float16' || dtype === 'bfloat16';
    const writer: Writer = isTensor ? 'tensor' : isArray && node.dtype !== null && isSixDigits(text, numbers) ? 'six' : isShort ? 'shortest' : 'any';
    const rank = isCodeCall(node.name) ? 'code' : numbers.some(isFloatLike) ? 'printed' : 'whole';
    const found = { at: node.at, rank, form: node.kind === 'call' && node.name === '' ? 'single' : 'brackets', label: node.key } as const;
    const layout = { of: node.of, dtype, writer, scale: node.scale };
    const isPairs = node.name === 'pairs' || (node.kind === 'tuple' && node.shape.join() === '2');
    if (!isPairs || node.heads.at(-1) !== null) return [{ ...found, array: arrayOf(numbers, { ...layout, shape: node.shape, heads: node.heads }) }];
    return [0, 1].map((column) => {
      const own = numbers.filter((_, i) => i % 2 === column);
      return { ...found, at: own[0]?.at ?? node.at, array: arrayOf(own, { ...layout, shape: node.shape.slice(0, -1), heads: node.heads.slice(0, -1) }) };
    });
  });
}

/** MLX writes at most six significant digits and, unlike NumPy, does not pad with spaces to align them. */
function isSixDigits(text: string, numbers: readonly NumberToken[]): boolean {
  const lengths = new Set(numbers.map((number) => (number.text.split(/[.e]/i)[1] ?? '').length));
  return (
    lengths.size > 1 &&
    numbers.every(({ at, text: own, value }) => !Number.isFinite(value) || (text[at + own.length] !== ' ' && own.replace(/^[-+]?0*\.?0*|\.|e.*$/gi, '').length <= 6))
  );
}

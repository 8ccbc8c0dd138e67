import type { OrderUse } from '../../experiments/order-schedule';
import type { NumberFormat } from '../../linear/layer';
import { isOtherSum, OTHER_SUMS } from '../../linear/sum-method';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { Calls, LayerCalls } from './layer-calls';
import { numpyData } from './numpy-data';
import { pythonComment, pythonString } from './python-literals';
import type { PieceName } from './python-pieces';
import { pythonFunctions, pythonImports } from './python-pieces';

/** NumPy has no 8-bit floats; the package that has them rounds as we do, and overflows to NaN or infinity likewise. */
function asFloat8(name: string): string {
  return `import ml_dtypes\n\nx, W = (a.astype(ml_dtypes.${name}).astype(np.float32) for a in (x, W))\nb = b.astype(ml_dtypes.bfloat16).astype(np.float32)`;
}

/** Code that rounds the inputs to the layer's format. */
const INPUTS: Readonly<Record<NumberFormat, string | null>> = {
  float32: null,
  tf32: 'x, W = (keep_bits(a, 11) for a in (x, W))  # as TF32; b stays float32',
  bfloat16: 'x, W, b = (keep_bits(a, 8) for a in (x, W, b))  # as bfloat16',
  float16: 'x, W, b = (a.astype(np.float16).astype(np.float32) for a in (x, W, b))',
  float8_e4m3: asFloat8('float8_e4m3fn'),
  float8_e5m2: asFloat8('float8_e5m2'),
  float64: 'x, W, b = (a.astype(np.float64) for a in (x, W, b))',
};

/**
 * A layer in NumPy that gives the page's bits: its numbers, `calls` (a list of batch sizes with their summation orders)
 * and `linear(x, orders)`, which sums. `tail` continues from there.
 *
 * @param tail the code that uses it, for the outputs that are there
 * @param also functions that the tail calls
 */
export function numpyLayer(head: readonly string[], layer: LayerCalls, tail: (only: number | null) => string, also: readonly PieceName[] = []): Result<string, ParseError> {
  // Said in place of code that would give other bits.
  if (layer.layer.output !== undefined && layer.layer.output !== null) return fail({ message: 'The NumPy code doesn’t round results yet: choose float32 for them.' });
  if (layer.calls.some(({ orders }) => orders.some(({ text }) => text.includes('@')))) return fail({ message: 'The NumPy code adds no groups of a tensor core yet.' });
  const data = numpyData(layer);
  if (!data.ok) return data;
  const { text, pieces, only } = data.value;
  const { format, bias } = layer.layer;
  const calls = only === null ? layer.calls : layer.calls.map((call) => ({ ...call, orders: onlyColumn(call.orders, only) }));
  const names = calls.flatMap(({ orders }) => orders.map((use) => use.text));
  const functions = pythonFunctions([
    ...pieces,
    ...(format === 'tf32' || format === 'bfloat16' ? (['keepBits'] as const) : []),
    ...(names.some((name) => name.includes('*')) ? ([format === 'float64' ? 'fused64' : 'fused32'] as const) : []),
    'addUp',
    ...OTHER_SUMS.filter((name) => names.includes(name)),
    ...also,
    'linear',
  ]);
  // A layer without a bias has no bias term, not even 0.
  const own = bias ? functions : functions.replaceAll(', b[j])', ', None)');
  const rest = [
    own,
    '',
    text,
    ...(INPUTS[format] === null ? [] : [INPUTS[format]]),
    '',
    pythonComment(`Which order adds up which outputs, by batch size: ${layer.origin}.`),
    ...layer.notes.map(pythonComment),
    'calls = [',
    ...calls.map((call) => callText(call)),
    ']',
    tail(only),
  ].join('\n');
  return ok(`${[...head.map(pythonComment), pythonImports(rest)].join('\n')}\n\n\n${rest.trimEnd()}\n`);
}

function onlyColumn(orders: readonly OrderUse[], column: number): OrderUse[] {
  return orders.filter(({ columns }) => columns.some(([first, last]) => first <= column && column <= last)).map((use) => ({ ...use, columns: [[0, 0]] }));
}

function callText({ batches, orders }: Calls): string {
  const uses = orders.map(({ text, columns }) => `(${isOtherSum(text) ? text : pythonString(text, '        ')}, [${columns.map(([first, last]) => `(${first}, ${last})`).join(', ')}])`);
  return `    ([${batches.join(', ')}], [${uses.length === 1 ? uses[0] : `\n${uses.map((use) => `        ${use},\n`).join('')}    `}]),`;
}

import type { OrderUse } from '../../experiments/order-schedule';
import type { NumberFormat } from '../../linear/layer';
import { factorsOf } from '../../linear/number-formats';
import { isOtherSum, OTHER_SUMS } from '../../linear/sum-method';
import { ADDERS, LEAST_EXPONENTS } from '../../numerics/adders';
import { ADDER_NAMES } from '../../numerics/group-sizes';
import type { ParseError, Result } from '../../lib/result';
import { ok } from '../../lib/result';
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
  const data = numpyData(layer);
  if (!data.ok) return data;
  const { text, pieces, only } = data.value;
  const { format, bias, output = null } = layer.layer;
  const ordinary = format === 'float64' ? layer.calls.map((call) => ({ ...call, orders: call.orders.map((use) => ({ ...use, text: withoutGroups(use.text) })) })) : layer.calls;
  const calls = only === null ? ordinary : ordinary.map((call) => ({ ...call, orders: onlyColumn(call.orders, only) }));
  const names = calls.flatMap(({ orders }) => orders.map((use) => use.text));
  const functions = pythonFunctions([
    ...pieces,
    ...(format === 'tf32' || format === 'bfloat16' ? (['keepBits'] as const) : []),
    ...addingPieces(names, format),
    ...OTHER_SUMS.filter((name) => names.includes(name)),
    ...also,
    ...(output === null ? [] : [output === 'bfloat16' ? ('roundedBfloat16' as const) : ('roundedFloat16' as const)]),
    'linear',
  ]);
  // A layer without a bias has no bias term, not even 0.
  const summed = bias ? functions : functions.replaceAll(', b[j])', ', None)');
  const own = output === null ? summed : summed.replace('return Y\n', 'return rounded(Y)\n');
  const rest = [
    own,
    ...adderLines(names, format),
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

/** The functions that add up sums in these orders. */
export function addingPieces(orders: readonly string[], format: NumberFormat): PieceName[] {
  const fuses = orders.some((order) => /\*\d/.test(order.replace(/\}\*/g, '')));
  return [...(fuses ? ([format === 'float64' ? 'fused64' : 'fused32'] as const) : []), ...(orders.some((order) => order.includes('{')) ? (['step'] as const) : []), 'addUp'];
}

/** The adders that the orders name, and what the exponents of the format begin at; nothing for orders without groups. */
export function adderLines(orders: readonly string[], format: NumberFormat): string[] {
  const names = ADDER_NAMES.filter((name) => orders.some((order) => order.split('@')[1]?.trim() === name));
  if (names.length === 0) return [];
  const factors = factorsOf(format);
  const python = (value: boolean): string => (value ? 'True' : 'False');
  return [
    '',
    '# F, the bits of a result behind its first, whether the sum so far is one of the terms, whether results are float16.',
    'ADDERS = {',
    ...names.map((name) => {
      const { fractionBits, resultBits, joins, accumulator } = ADDERS[name];
      return `    "${name}": (${fractionBits}, ${resultBits}, ${python(joins === 'as a term')}, ${python(accumulator === 'float16')}),`;
    }),
    '}',
    `LEAST = ${LEAST_EXPONENTS[factors]}  # the exponent of the subnormals of ${factors}`,
    factors === 'tf32' ? 'READ = 0xffffe000  # the bits that are read of a float32: those of TF32' : 'READ = 0xffffffff  # the bits that are read of a float32: all',
  ];
}

/** The order with the products of its groups one by one, as float64 adds them. */
function withoutGroups(order: string): string {
  return order.replace(/\{([^}]*)\}(\*\d+)?/g, '$1').replace(/ @.*/, '');
}

function onlyColumn(orders: readonly OrderUse[], column: number): OrderUse[] {
  return orders.filter(({ columns }) => columns.some(([first, last]) => first <= column && column <= last)).map((use) => ({ ...use, columns: [[0, 0]] }));
}

function callText({ batches, orders }: Calls): string {
  const uses = orders.map(({ text, columns }) => `(${isOtherSum(text) ? text : pythonString(text, '        ')}, [${columns.map(([first, last]) => `(${first}, ${last})`).join(', ')}])`);
  return `    ([${batches.join(', ')}], [${uses.length === 1 ? uses[0] : `\n${uses.map((use) => `        ${use},\n`).join('')}    `}]),`;
}

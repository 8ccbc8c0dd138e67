import type { LayerSpec } from '../../experiments/layer-spec';
import type { LayerData } from '../../linear/layer';
import { makeLayer } from '../../linear/make-layer';
import { mix32 } from '../../orders/hash';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { LayerCalls } from './layer-calls';
import { pythonFloats } from './python-literals';
import type { PieceName } from './python-pieces';

/** Python that makes W, b and x of a layer, and the functions that it calls. */
export interface NumpyData {
  readonly text: string;
  readonly pieces: readonly PieceName[];
  /** The only output left in W; null if all are there. */
  readonly only: number | null;
}

/** At most this many numbers are written into a snippet: 22 kB of text. */
const MOST_WRITTEN = 4096;

/** W, b and x, from the seed or written out: for all outputs, or if that is too much, for the selected one alone. */
export function numpyData(calls: LayerCalls): Result<NumpyData, ParseError> {
  const { layer, rows, column } = calls;
  const drawn = drawnData(layer, rows);
  if (drawn !== null) return ok({ ...drawn, only: null });
  const { inFeatures: K, outFeatures: N } = layer;
  const held = rows[1] - rows[0] + 1;
  if ((held + N) * K + N <= MOST_WRITTEN) return ok({ text: writtenData(dataOf(layer), rows, [0, N - 1]), pieces: [], only: null });
  if (column === null) return fail({ message: 'These numbers are drawn by no generator that NumPy has, and are too many to write down: select an output to copy that one.' });
  if ((held + 1) * K + 1 > MOST_WRITTEN) return fail({ message: `These numbers are too many to write down: more than ${MOST_WRITTEN}, even for one output.` });
  return ok({ text: writtenData(dataOf(layer), rows, [column, column]), pieces: [], only: column });
}

function drawnData({ source, inFeatures: K, outFeatures: N, bias }: LayerSpec, [from, to]: readonly [number, number]): Omit<NumpyData, 'only'> | null {
  const x = (numbers: string): string[] => [`x = ${numbers}.astype(np.float32).reshape(-1, K)`, ...(from === 0 ? [] : [`x = x[${from}:]`])];
  const size = `K, N = ${K}, ${N}`;
  if (source.kind === 'torch') {
    const text = [
      `generator = np.random.RandomState(${source.seed})  # MT19937, seeded as torch.manual_seed does`,
      size,
      '# nn.Linear draws the weight, then the bias, from these bounds; torch.rand follows.',
      'gain = math.sqrt(2 / (1 + math.sqrt(5) * math.sqrt(5)))',
      'W = uniform(N * K, math.sqrt(3) * (gain / math.sqrt(K))).reshape(N, K)',
      `b = uniform(N, 1 / math.sqrt(K))${bias ? '' : '  # drawn, and left out'}`,
      ...x(`draw(${to + 1} * K)`),
    ];
    return { text: text.join('\n'), pieces: [source.uniform === 'fused' ? 'uniformFused' : 'uniformSeparate'] };
  }
  if (source.kind !== 'uniform' && source.kind !== 'positive') return null;
  const spread = (draws: string): string => (source.kind === 'uniform' ? `(2 * ${draws} - 1)` : draws);
  const text = [
    size,
    `generator = np.random.RandomState(${source.seed})`,
    `drawn = ${spread('draw(N * (K + 1))')}.astype(np.float32).reshape(N, K + 1)  # b[j], then row j of W`,
    'b, W = drawn[:, 0], drawn[:, 1:].copy()',
    `generator = np.random.RandomState(${mix32(source.seed ^ 0x9e3779b9)})  # x has a generator of its own`,
    ...x(spread(`draw(${to + 1} * K)`)),
  ];
  return { text: text.join('\n'), pieces: ['draw'] };
}

function dataOf({ source, ...shape }: LayerSpec): LayerData {
  return source.kind === 'inline' ? { ...shape, x: source.x, weight: source.weight, bias: source.bias } : makeLayer(source, shape);
}

function writtenData({ inFeatures: K, x, weight, bias }: LayerData, [from, to]: readonly [number, number], [first, last]: readonly [number, number]): string {
  return [
    `K, N = ${K}, ${last - first + 1}${last === first ? `  # output ${first} alone` : ''}`,
    `x = ${pythonFloats(x.slice(from * K, (to + 1) * K))}.reshape(-1, K)`,
    `W = ${pythonFloats(weight.slice(first * K, (last + 1) * K))}.reshape(N, K)`,
    `b = ${bias === null ? 'np.zeros(N, np.float32)' : pythonFloats(bias.slice(first, last + 1))}`,
  ].join('\n');
}

import { PATTERNS } from '../../orders/patterns';
import type { Settings } from '../../share/settings';
import { UNIT_LABELS } from '../units';

type NamesOf<K extends keyof Settings> = Readonly<Partial<Record<Extract<Settings[K], string>, string>>>;

const DRAWN = {
  uniform: 'uniform in [−1, 1)',
  normal: 'normal',
  positive: 'positive, uniform in [0, 1)',
  cancelling: 'cancelling',
} as const;

/**
 * Names of options on the page, if they differ from those in links, in the sequence in which they are offered. An option
 * without a name is not offered.
 */
export const OPTION_NAMES = {
  data: { torch: 'PyTorch’s own, from a seed', ...DRAWN },
  growthData: DRAWN,
  format: {
    float32: 'float32',
    tf32: 'TF32',
    bfloat16: 'bfloat16',
    float16: 'float16',
    float8_e4m3: 'float8, e4m3',
    float8_e5m2: 'float8, e5m2',
    float64: 'float64, sums too',
  },
  result: { float32: 'float32, as the sum is', bfloat16: 'bfloat16', float16: 'float16' },
  uniform: {
    fused: 'no, fused (today’s builds)',
    separate: 'yes (builds of 2020)',
  },
  schedule: { recording: 'a recording', pattern: 'a pattern', thresholds: 'my own' },
  bias: {
    none: 'no bias',
    first: 'before the first product',
    last: 'after the last product',
    'after-first-block': 'after the first block',
  },
  pattern: Object.fromEntries(PATTERNS.map(({ name, label }) => [name, label])) as Readonly<Record<Settings['pattern'], string>>,
  view: { sweep: 'One row, many batch sizes', whole: 'All rows of one batch', growth: 'Error growth' },
  against: { alone: 'the row alone', elsewhere: 'the row elsewhere in the call' },
  mapLayer: { difference: 'difference', orders: 'order' },
  unit: UNIT_LABELS,
  netActivation: { gelu: 'GELU', relu: 'ReLU', none: 'none' },
  netStart: { normal: 'normal', torch: 'nn.Linear’s own' },
} as const satisfies { readonly [K in keyof Settings]?: NamesOf<K> };

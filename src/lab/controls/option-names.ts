import { PATTERNS } from '../../orders/patterns';
import type { Settings } from '../../share/settings';

/** What the options of a setting are called on the page. */
export const DATA_NAMES: Readonly<Partial<Record<Settings['data'], string>>> = {
  torch: 'PyTorch’s own, from a seed',
  uniform: 'uniform in [−1, 1)',
  normal: 'normal',
  positive: 'positive, uniform in [0, 1)',
  cancelling: 'cancelling',
};

export const GROWTH_DATA_NAMES: Readonly<Record<Settings['growthData'], string>> = {
  uniform: 'uniform in [−1, 1)',
  normal: 'normal',
  positive: 'positive, uniform in [0, 1)',
  cancelling: 'cancelling',
};

export const FORMAT_NAMES: Readonly<Record<Settings['format'], string>> = {
  float32: 'float32',
  tf32: 'TF32 inputs, float32 sums',
  bfloat16: 'bfloat16 inputs, float32 sums',
  float16: 'float16 inputs, float32 sums',
  float64: 'float64',
};

export const UNIFORM_NAMES: Readonly<Record<Settings['uniform'], string>> = {
  fused: 'no, fused (today’s builds)',
  separate: 'yes (builds of 2020)',
};

export const BIAS_NAMES: Readonly<Record<Settings['bias'], string>> = {
  none: 'no bias',
  first: 'before the first product',
  last: 'after the last product',
  'after-first-block': 'after the first block',
};

export const PATTERN_NAMES = Object.fromEntries(PATTERNS.map(({ name, label }) => [name, label])) as Readonly<Record<Settings['pattern'], string>>;

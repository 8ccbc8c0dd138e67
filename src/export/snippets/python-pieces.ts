import addUp from './python/add-up.py?raw';
import ascending from './python/ascending.py?raw';
import descending from './python/descending.py?raw';
import draw from './python/draw.py?raw';
import exact from './python/exact.py?raw';
import float64 from './python/float64.py?raw';
import fused32 from './python/fused32.py?raw';
import fused64 from './python/fused64.py?raw';
import kahan from './python/kahan.py?raw';
import keepBits from './python/keep-bits.py?raw';
import linear from './python/linear.py?raw';
import neumaier from './python/neumaier.py?raw';
import once from './python/once.py?raw';
import roundedBfloat16 from './python/rounded-bfloat16.py?raw';
import roundedFloat16 from './python/rounded-float16.py?raw';
import step from './python/step.py?raw';
import terms from './python/terms.py?raw';
import uniformFused from './python/uniform-fused.py?raw';
import uniformSeparate from './python/uniform-separate.py?raw';

/** The functions that snippets are built from, each before those that call it. */
const PIECES = {
  draw,
  uniformFused,
  uniformSeparate,
  keepBits,
  once,
  fused32,
  fused64,
  step,
  addUp,
  terms,
  kahan,
  neumaier,
  ascending,
  descending,
  float64,
  exact,
  roundedBfloat16,
  roundedFloat16,
  linear,
} as const;

export type PieceName = keyof typeof PIECES;

/** The pieces that each function calls. */
const CALLS: Partial<Record<PieceName, readonly PieceName[]>> = {
  fused32: ['once'],
  roundedBfloat16: ['keepBits'],
  kahan: ['terms'],
  neumaier: ['terms'],
  ascending: ['terms'],
  descending: ['terms'],
  float64: ['terms'],
  exact: ['terms', 'once'],
  uniformFused: ['draw'],
  uniformSeparate: ['draw'],
};

/** These functions and all that they call, each once, definitions before uses. */
export function pythonFunctions(wanted: readonly PieceName[]): string {
  const needed = new Set(wanted);
  for (const name of needed) for (const called of CALLS[name] ?? []) needed.add(called);
  return (Object.keys(PIECES) as PieceName[])
    .filter((name) => needed.has(name))
    .map((name) => `${PIECES[name].trimEnd()}\n`)
    .join('\n\n');
}

/** The imports that some Python text needs, other than PyTorch. */
export function pythonImports(text: string): string {
  const modules = (['base64', 'math', 're'] as const).filter((name) => text.includes(`${name}.`));
  return [...modules.map((name) => `import ${name}`), ...(modules.length > 0 ? [''] : []), 'import numpy as np'].join('\n');
}

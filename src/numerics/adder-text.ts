import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { FactorFormat } from './formats';
import type { AdderName } from './group-sizes';
import { ADDER_NAMES, GROUP_SIZES, productsPerStep } from './group-sizes';

/** Why an adder does not take factors of this format, in a sentence; null if it does. */
export function refusedFactors(adder: AdderName, format: FactorFormat): string | null {
  if (productsPerStep(adder, format) !== null) return null;
  return `${adder} takes no ${format === 'tf32' ? 'float32, of which others make TF32' : format}, only ${Object.keys(GROUP_SIZES[adder]).join(', ')}.`;
}

/** Reads the name of an adder, in any case. */
export function parseAdder(text: string): Result<AdderName, ParseError> {
  const name = ADDER_NAMES.find((known) => known === text.trim().toLowerCase());
  return name === undefined ? fail({ message: `There is no adder “${text.slice(0, 24)}”. Known are ${ADDER_NAMES.join(', ')}.`, position: 0 }) : ok(name);
}

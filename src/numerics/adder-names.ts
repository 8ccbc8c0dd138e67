import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { AdderName } from './adders';

/** The names of `ADDERS`; a list of its own, for links are read before any adder is needed. */
export const ADDER_NAMES = ['v100', 'a100', 'ada', 'h100', 'b200', 'ada-fp8', 'h100-fp8', 'b200-fp8', 'v100-acc16', 'a100-acc16', 'ada-acc16', 'h100-acc16', 'b200-acc16', 'ada-fp8-acc16'] as const;

/** Reads the name of an adder, in any case. */
export function parseAdder(text: string): Result<AdderName, ParseError> {
  const name = ADDER_NAMES.find((known) => known === text.trim().toLowerCase());
  return name === undefined ? fail({ message: `There is no adder “${text.slice(0, 24)}”. Known are ${ADDER_NAMES.join(', ')}.`, position: 0 }) : ok(name);
}

import { ADDERS } from '../numerics/adders';
import { multiTermAdd } from '../numerics/multi-term-add';
import { froundEngine } from './fround-engine';

/** The reference with every adder, so that it runs programs with groups. */
export const FROUND_WITH_ADDERS = froundEngine((adder, format) => (a, b, c) => multiTermAdd(ADDERS[adder], format, a, b, c));

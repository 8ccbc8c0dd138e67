import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { PastedArrays } from '../pasted/pasted-array';
import { readPasted } from '../pasted/read-pasted';

/** The arrays in a text, for a place that takes one or two. Never throws. */
export function parsePrintout(text: string): Result<PastedArrays, ParseError> {
  const reading = readPasted(text);
  switch (reading.kind) {
    case 'one':
    case 'difference':
      return ok([reading.result.array]);
    case 'pair':
      return ok([reading.pair[0].array, reading.pair[1].array]);
    case 'several':
      return fail({ message: `There are ${reading.results.length} lists here; only two are compared.` });
    case 'figures':
      return fail({ message: 'These are the figures of an assertion without its numbers: paste the two results.' });
    case 'nothing':
      return fail(reading.position === undefined ? { message: reading.message } : { message: reading.message, position: reading.position });
  }
}

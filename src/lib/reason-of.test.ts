import { expect, it } from 'vitest';
import { reasonOf } from './reason-of';

it.each([
  [new Error('Refused to compile'), 'Refused to compile'],
  [new EvalError('Refused to compile: “script-src \'self\'”.\n'), 'Refused to compile: “script-src \'self\'”'],
  [new Error('What follows\n  on the next line...'), 'What follows on the next line'],
  ['no error at all.', 'no error at all'],
])('%o ends a sentence as “%s”', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});

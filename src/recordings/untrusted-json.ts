import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';

export interface JsonLimits {
  /** Characters of the text; a recording is plain ASCII, so these are bytes. */
  readonly characters: number;
  /** Brackets inside brackets. */
  readonly depth: number;
  /** Commas and opening brackets outside of strings: about the number of values. */
  readonly values: number;
}

/**
 * JSON.parse for untrusted text. Size, depth and number of values are checked before anything is built, since engines
 * react differently to ten million brackets, and 96 MB of `[],` would become gigabytes.
 */
export function parseUntrustedJson(text: string, limits: JsonLimits): Result<unknown, ParseError> {
  if (text.length > limits.characters) {
    return fail({ message: `The file has ${text.length} characters; at most ${limits.characters} are read.` });
  }
  const excess = findExcess(text, limits);
  if (excess !== null) return fail(excess);
  try {
    return ok(JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text));
  } catch (error) {
    return fail(syntaxProblem(text, error));
  }
}

function findExcess(text: string, limits: JsonLimits): ParseError | null {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = endOfString(text, at);
      if (at < 0) return null;
    } else if (code === 0x5b || code === 0x7b) {
      depth++;
      values++;
      if (depth > limits.depth) {
        return { message: `The file nests more than ${limits.depth} brackets at character ${at + 1}; no recording needs that.`, position: at };
      }
    } else if (code === 0x5d || code === 0x7d) depth--;
    else if (code === 0x2c) values++;
    if (values > limits.values) {
      return { message: `The file holds more than ${limits.values} values by character ${at + 1}; no recording needs that.`, position: at };
    }
  }
  return null;
}

/** The closing quote of the string that opens at `from`, or −1. Linear: each backslash is looked at once. */
function endOfString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (before > from && text.charCodeAt(before) === 0x5c) before--;
    if ((quote - before) % 2 === 1) return quote;
  }
  return -1;
}

/** Engines word this differently and some give no position: the sentence is ours, the position theirs if there is one. */
function syntaxProblem(text: string, error: unknown): ParseError {
  if (text.trim() === '') return { message: 'The file is empty.' };
  const message = error instanceof Error ? error.message : '';
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? NaN);
  if (position >= text.length || /end of (data|json)|eof|unterminated/i.test(message)) {
    return { message: 'The file is not valid JSON: it ends too early.' };
  }
  if (position >= 0) return { message: `The file is not valid JSON: something is wrong at character ${position + 1}.`, position };
  return { message: 'The file is not valid JSON.' };
}

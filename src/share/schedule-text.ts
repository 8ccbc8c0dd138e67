import type { WrittenMethod } from '../experiments/method-spec';
import { LIMITS } from '../lib/limits';
import { isOtherSum, OTHER_SUMS } from '../linear/sum-method';
import { parseFamily, printFamily } from '../orders/family-text';
import { MAX_ORDER_TEXT } from '../orders/parse-order';
import { printWrittenOrder } from '../orders/print-order';
import { parseWrittenOrder } from '../orders/written-order';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';

/**
 * Orders by batch size as text: `1:lanes(4);4:*0..191,b,(*192..383);16:split(4,h100)`. Entries are joined by `;`. Each starts with the
 * batch size from which it holds (the first may omit its `1:`), then names a family, another sum, or an order in notation.
 */

export interface ThresholdEntry {
  readonly from: number;
  readonly method: WrittenMethod;
}

/** Anyone can write a link: “0..1048575” a thousand times over would keep the page busy for seconds. */
const MOST_ENTRIES = 64;
const TOO_MANY = `At most ${MOST_ENTRIES} orders are read.`;

/**
 * One method, with the adder of its groups: `split(4,h100)`, `{0..767}*16,b@h100`. Positions are offsets in `text`. A notation
 * may have any K up to the limit.
 */
export function parseMethod(text: string): Result<WrittenMethod, ParseError> {
  const trimmed = text.trim();
  if (isOtherSum(trimmed)) return ok({ kind: 'other', name: trimmed });
  // Two letters can't be notation, whose only letter is b.
  if (/^[a-z]{2}/.test(trimmed)) {
    const family = parseFamily(text);
    if (family.ok) return ok({ kind: 'family', family: family.value });
    const named = family.error.position === 0 ? `${family.error.message.replace(/\.$/, '')}, ${OTHER_SUMS.join(', ')}.` : family.error.message;
    return fail({ ...family.error, message: named });
  }
  const order = parseWrittenOrder(text, { mostProducts: LIMITS.features });
  return order.ok ? ok({ kind: 'notation', order: order.value }) : order;
}

/** The canonical text for `parseMethod`. */
export function printMethod(method: WrittenMethod): string {
  if (method.kind === 'family') return printFamily(method.family);
  return method.kind === 'other' ? method.name : printWrittenOrder(method.order, ',');
}

/** Reads orders by batch size, which must ascend from 1. Never throws. */
export function parseScheduleText(text: string): Result<readonly ThresholdEntry[], ParseError> {
  if (text.length > MAX_ORDER_TEXT) return fail(tooLong(text));
  const entries: ThresholdEntry[] = [];
  let begin = 0;
  for (const part of text.split(';')) {
    const threshold = /^\s*(\d{1,10})\s*:(?!\s*$)/.exec(part);
    const bodyAt = begin + (threshold?.[0].length ?? 0);
    const from = threshold === null ? 1 : Number(threshold[1]);
    const last = entries[entries.length - 1]?.from ?? 0;
    if (threshold === null && entries.length > 0) {
      return fail({ message: 'Each order after the first says from which batch size on it holds, as in “4:blocked(192)”.', position: begin });
    }
    if (entries.length === 0 && from !== 1) return fail({ message: 'The first order holds from batch size 1 on.', position: begin });
    if (from <= last || from > LIMITS.batch) {
      return fail({ message: `Batch sizes ascend and end at ${LIMITS.batch}; ${from} can’t come after ${last}.`, position: begin });
    }
    if (entries.length === MOST_ENTRIES) return fail({ message: TOO_MANY, position: begin });
    const method = parseMethod(text.slice(bodyAt, begin + part.length));
    if (!method.ok) return fail({ ...method.error, position: bodyAt + (method.error.position ?? 0) });
    entries.push({ from, method: method.value });
    begin += part.length + 1;
  }
  return ok(entries);
}

export function printScheduleText(entries: readonly ThresholdEntry[]): string {
  return entries.map(({ from, method }) => `${from}:${printMethod(method)}`).join(';');
}

/** Why a link can't hold these orders: there are too many, or they are too long. Null if it can. */
export function tooMuchForLink(entries: readonly ThresholdEntry[]): ParseError | null {
  if (entries.length > MOST_ENTRIES) return { message: TOO_MANY };
  const text = printScheduleText(entries);
  return text.length > MAX_ORDER_TEXT ? tooLong(text) : null;
}

/** Reads methods joined by `;`, each once, for growth curves: families and sums that fit any K. */
export function parseMethodList(text: string): Result<readonly WrittenMethod[], ParseError> {
  if (text.length > MAX_ORDER_TEXT) return fail(tooLong(text));
  const methods = new Map<string, WrittenMethod>();
  let begin = 0;
  for (const part of text.split(';')) {
    const method = parseMethod(part);
    if (!method.ok) return fail({ ...method.error, position: begin + (method.error.position ?? 0) });
    if (method.value.kind === 'notation') {
      return fail({ message: 'A growth curve needs an order for every K: a family such as lanes(8), or a sum such as kahan.', position: begin });
    }
    methods.set(printMethod(method.value), method.value);
    begin += part.length + 1;
  }
  return ok([...methods.values()]);
}

export function printMethodList(methods: readonly WrittenMethod[]): string {
  return methods.map(printMethod).join(';');
}

function tooLong(text: string): ParseError {
  return { message: `This text has ${text.length} characters; at most ${MAX_ORDER_TEXT} are read.`, position: MAX_ORDER_TEXT };
}

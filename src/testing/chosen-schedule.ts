import type { MethodStyle, WrittenMethod } from '../experiments/method-spec';
import { styled } from '../experiments/method-spec';
import type { OrderSchedule } from '../experiments/order-schedule';
import { parseWrittenOrder } from '../orders/written-order';
import { parseMethod, parseScheduleText } from '../share/schedule-text';

/** The schedule that a text denotes, for tests. */
export function chosenSchedule(text: string, style: MethodStyle = { fused: false, bias: 'last' }): Extract<OrderSchedule, { kind: 'thresholds' }> {
  const read = parseScheduleText(text);
  if (!read.ok) throw new Error(read.error.message);
  return { kind: 'thresholds', entries: read.value.map(({ from, method }) => ({ from, method: styled(method, style) })) };
}

/** The method that a text denotes, for tests. */
export function writtenMethod(text: string): WrittenMethod {
  const read = parseMethod(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

/** A method written in the notation, for tests. */
export function notation(text: string): Extract<WrittenMethod, { kind: 'notation' }> {
  const order = parseWrittenOrder(text);
  if (!order.ok) throw new Error(order.error.message);
  return { kind: 'notation', order: order.value };
}

import type { OrderUse } from './order-schedule';

/** Equal for two plans exactly if they are written alike; they then give the same bits. */
export function planKey(orders: readonly OrderUse[]): string {
  return JSON.stringify(orders.map(({ columns, text }) => [columns, text]));
}

import { useEffect, useMemo } from 'react';
import { recordedOrders } from '../../experiments/explain-candidates';
import type { Explanation } from '../../experiments/explained';
import { explanationOf } from '../../experiments/explained';
import type { Order } from '../../orders/order';
import { effectsOf } from '../../store/effects';
import type { KnownResults } from '../../store/pasted';
import { useActions, useApp, useHost } from '../../store/use-store';

interface Explaining {
  /** Null before the worker has run all orders, and for results without a layer. */
  readonly explanation: Explanation | null;
  /** The recorded orders that fit the layer; none while recordings are on their way. */
  readonly recorded: readonly Order[];
}

const NO_ORDERS: readonly Order[] = [];

/** Whose digits results of a known layer are. */
export function useExplanation(known: KnownResults | null): Explaining {
  const host = useHost();
  const { explain } = useActions();
  useEffect(() => {
    explain(known);
    return () => explain(null);
  }, [known, explain]);
  useEffect(() => (known === null ? undefined : host.get(effectsOf)?.watch('explanation')), [host, known]);
  const newest = useApp(({ results }) => results.explanation?.explain ?? null);
  const result = known !== null && newest?.spec.results === known.results ? newest : null;
  const spec = result?.spec;
  return {
    explanation: useMemo(() => (result?.summary ? explanationOf(result.matches, result.summary) : null), [result]),
    recorded: useMemo(() => (spec ? recordedOrders(spec.recordings, spec.layer.bias) : NO_ORDERS), [spec]),
  };
}

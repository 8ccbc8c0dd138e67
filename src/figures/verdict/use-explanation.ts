import { useEffect, useMemo } from 'react';
import type { Explanation } from '../../experiments/explained';
import { explanationOf } from '../../experiments/explained';
import { effectsOf } from '../../store/effects';
import type { KnownResults } from '../../store/pasted';
import { useActions, useApp, useHost } from '../../store/use-store';

/** Whose digits results of a known layer are, once the worker has run all orders on it; null before that and for results without a layer. */
export function useExplanation(known: KnownResults | null): Explanation | null {
  const host = useHost();
  const { explain } = useActions();
  useEffect(() => {
    explain(known);
    return () => explain(null);
  }, [known, explain]);
  useEffect(() => (known === null ? undefined : host.get(effectsOf)?.watch('explanation')), [host, known]);
  const result = useApp(({ results }) => results.explanation?.explain ?? null);
  return useMemo(() => (result !== null && result.summary !== null && result.spec.results === known?.results ? explanationOf(result.matches, result.summary) : null), [result, known]);
}

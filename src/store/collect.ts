import { makeOutputs } from '../linear/make-outputs';
import type { Experiments } from '../worker/protocol';
import type { Channel, Channels, GrowthResult, Results } from './results';

type Spec<C extends Channel> = Experiments[Channels[C]]['spec'];
type Piece<C extends Channel> = Experiments[Channels[C]]['partial'];
type Collector<C extends Channel> = (spec: Spec<C>, before: Results[C], piece: Piece<C>) => Results[C];

function addPoint(spec: Spec<'growth'>, before: GrowthResult | null, point: Piece<'growth'>): GrowthResult {
  return { spec, points: [...(before?.points ?? []), point].sort((a, b) => a.K - b.K) };
}

/** Adds a piece to the result so far for the same spec; null means nothing yet. */
export const COLLECTORS: { readonly [C in Channel]: Collector<C> } = {
  thread: (spec, before, row) => ({ spec, rows: [...(before?.rows ?? []), row] }),
  threadCell: (spec, _, numbers) => ({ spec, numbers }),
  cell: (spec, _, numbers) => ({ spec, numbers }),
  growth: addPoint,
  drift: addPoint,
  depth: (spec, before, piece) => {
    if (piece.kind === 'orders') return { spec, orders: piece.orders, layers: [] };
    return before && { ...before, layers: [...before.layers, piece.layer] };
  },
  flips: (spec, before, piece) => {
    if (piece.kind === 'orders') return { spec, orders: piece.orders, chunks: [] };
    return before && { ...before, chunks: [...before.chunks, piece.chunk] };
  },
  remedies: (spec, before, piece) => {
    if (piece.kind === 'orders') return { spec, of: piece.of, provenance: piece.provenance, note: piece.note, remedies: [] };
    return before && { ...before, remedies: [...before.remedies, piece.remedy] };
  },
  explain: (spec, before, piece) => {
    const { matches } = before ?? { matches: [] };
    return piece.kind === 'match' ? { spec, matches: [...matches, piece.match], summary: null } : { spec, matches, summary: piece.summary };
  },
  splitK: (spec, before, piece) => ({ spec, pieces: [...(before?.pieces ?? []), piece] }),
  sweep: (spec, before, piece) => {
    if (piece.kind === 'references') return { spec, references: piece.references, rows: [] };
    return before && { ...before, rows: [...before.rows, piece.row] };
  },
  whole: (spec, before, piece) => {
    if (piece.kind === 'plans') {
      const size = piece.plans.batch * piece.plans.outFeatures;
      const outputs = (): ReturnType<typeof makeOutputs> => makeOutputs(spec.layer.format, size);
      return { spec, plans: piece.plans, rowsDone: 0, together: outputs(), baseline: outputs(), absSum: new Float64Array(size), results: null };
    }
    if (before === null) return null;
    if (piece.kind === 'results') return { ...before, results: piece.results };
    const { fromRow, rows, together, baseline, absSum } = piece.chunk;
    const at = fromRow * before.plans.outFeatures;
    before.together.set(together, at);
    before.baseline.set(baseline, at);
    before.absSum.set(absSum, at);
    return { ...before, rowsDone: fromRow + rows };
  },
};

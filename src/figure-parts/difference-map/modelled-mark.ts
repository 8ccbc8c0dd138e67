import type { Provenance } from '../../experiments/order-schedule';
import type { IndexRange } from '../../linear/index-ranges';
import { hasIndex } from '../../linear/index-ranges';

/** Stands behind a number, or an order, that is modelled. */
export function modelledMark(provenance: Provenance | undefined): string {
  return provenance === 'modelled' ? ' · modelled' : '';
}

/** How it is known in which orders a row is added up; undefined for a row in none of the parts. */
export function provenanceAt(parts: readonly { readonly rows: readonly IndexRange[]; readonly provenance: Provenance }[], row: number): Provenance | undefined {
  return parts.find(({ rows }) => hasIndex(rows, row))?.provenance;
}

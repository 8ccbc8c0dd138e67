import type { OrderMark } from '../../charts/order-mark';
import type { SweepRow, SweepSpec } from '../../experiments/batch-sweep';
import { layerOrders } from './layer-orders';
import type { Provenance } from '../../experiments/order-schedule';
import type { IndexRange } from '../../linear/index-ranges';
import { adderTitle } from '../../numerics/adder-title';
import type { AdderName } from '../../numerics/group-sizes';
import { batchesText, capital, rangesText } from '../../lib/words';

/** One distinct order, and where it is used. */
export interface OrderGroup {
  readonly key: string;
  readonly mark: OrderMark;
  readonly text: string;
  /** "Batches 4, 8 and 16", "Batch 1; batch 128, rows 0–5 and 12–17, outputs 0–7 and 184–199". */
  readonly where: string;
  readonly batches: readonly number[];
  /** "recorded", "recorded; batch 16 modelled, not recorded" */
  readonly provenance: string;
}

/** The orders of a call, of some of its rows, or of a line of a map. */
export interface OrderedCall extends Pick<SweepRow, 'batch' | 'orders' | 'provenance'> {
  readonly rows?: readonly IndexRange[];
  /** The adder that the call is made on, if it is not the one that the settings say. */
  readonly on?: AdderName;
}

export function orderGroups(spec: Pick<SweepSpec, 'layer' | 'schedule'>, rows: readonly OrderedCall[]): OrderGroup[] {
  const marks = layerOrders(spec, rows.flatMap(({ orders }) => orders));
  const last = spec.layer.outFeatures - 1;
  const groups = new Map<string, { text: string; rows: OrderedCall[]; uses: Map<string, number[]> }>();
  for (const row of rows) {
    for (const { key, text, columns } of row.orders) {
      const group = groups.get(key) ?? { text, rows: [], uses: new Map<string, number[]>() };
      const all = columns.length === 1 && columns[0]![0] === 0 && columns[0]![1] === last;
      const part = rowsText(row) + (all ? '' : `, outputs ${rangesText(columns)}`);
      group.uses.set(part, [...(group.uses.get(part) ?? []), row.batch]);
      group.rows.push(row);
      groups.set(key, group);
    }
  }
  return [...groups].map(([key, { text, rows: users, uses }]) => ({
    key,
    mark: marks.get(key)!,
    text,
    where: capital([...uses].map(([part, batches]) => batchesText(batches) + part).join('; ')),
    batches: users.map(({ batch }) => batch),
    provenance: provenanceOf(users),
  }));
}

/** On which other adder the call is, and which of its rows they are; "" for all. */
function rowsText({ rows, on }: OrderedCall): string {
  const where = on === undefined ? '' : ` on ${adderTitle(on)}`;
  if (rows === undefined) return where;
  return `${where}, ${rows.length === 1 && rows[0]![0] === rows[0]![1] ? 'row' : 'rows'} ${rangesText(rows)}`;
}

const PROVENANCE_NAMES: Readonly<Record<Provenance, string>> = {
  recorded: 'recorded',
  modelled: 'modelled, not recorded',
  chosen: 'chosen',
};

function provenanceOf(rows: readonly OrderedCall[]): string {
  const modelled = rows.filter(({ provenance }) => provenance === 'modelled');
  const others = rows.find(({ provenance }) => provenance !== 'modelled');
  if (others === undefined) return PROVENANCE_NAMES.modelled;
  const name = PROVENANCE_NAMES[others.provenance];
  if (modelled.length === 0) return name;
  const which = modelled.some((row) => row.rows !== undefined) ? modelled.map((row) => batchesText([row.batch]) + rowsText(row)).join('; ') : batchesText(modelled.map(({ batch }) => batch));
  return `${name}; ${which} ${PROVENANCE_NAMES.modelled}`;
}

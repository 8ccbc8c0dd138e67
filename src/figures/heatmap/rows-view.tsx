import type { ReactNode } from 'react';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useSet } from '../../figure-parts/use-set';
import { SETTINGS } from '../../share/settings';
import { recordingNamed } from '../../store/store';
import { useSettings } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import { Control } from '../../ui/control';
import { lazyPart } from '../../ui/lazy-part';
import { SelectField } from '../../ui/select-field';

/** Few embeds are for it. */
const WholeResults = lazyPart('This map', async () => (await import('../../figure-parts/whole-batch/whole-results')).WholeResults);

/** How many rows the call has: as many as one of those recorded. */
export function RowsControl() {
  const { wholeBatch: rows, recording } = useSettings('wholeBatch', 'recording');
  const calls = useApp((state) => recordingNamed(state, recording)?.calls);
  const sizes = [...new Set([...(calls ?? []).map(({ batch }) => batch).filter((batch) => batch > 1 && batch <= SETTINGS.wholeBatch.max), rows])].sort((a, b) => a - b);
  const set = useSet();
  return (
    <Control of="batch">
      <SelectField label="Rows in the call" value={String(rows)} options={sizes.map((size) => ({ value: String(size), label: String(size) }))} onChange={(to) => set({ wholeBatch: Number(to), cell: null })} />
    </Control>
  );
}

/** All rows of one call. */
export function RowsView({ controls }: { readonly controls: ReactNode }) {
  return <WholeResults progress={<RequestLine channel="whole" label="Whole batch" />} controls={controls} />;
}

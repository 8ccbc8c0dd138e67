import { changesText } from './map-words';
import { useMapRow } from './use-map-row';

/** "between 1 and 2 and between 3 and 4": where a recorded library changes its order, for the text. */
export function ChangesInText({ of }: { readonly of: string }) {
  const row = useMapRow(of);
  return <>{row ? changesText(row) : '…'}</>;
}

import { useMemo } from 'react';
import { useRecordings } from '../../figure-parts/gallery/use-recordings';
import { kernelMap } from './map-rows';
import { changesText } from './map-words';

/** "between 1 and 2 and between 3 and 4": where a recorded library changes its order, for the text. */
export function ChangesInText({ of }: { readonly of: string }) {
  const recordings = useRecordings();
  const text = useMemo(() => {
    const named = recordings?.ok ? recordings.value.find(({ name }) => name === of) : undefined;
    const row = named && kernelMap([named]).rows[0];
    return row && changesText(row);
  }, [recordings, of]);
  return <>{text ?? '…'}</>;
}

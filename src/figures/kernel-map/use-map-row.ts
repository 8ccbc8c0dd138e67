import { useMemo } from 'react';
import { useRecordings } from '../../figure-parts/gallery/use-recordings';
import type { MapRow } from './map-rows';
import { kernelMap } from './map-rows';

/** A recording as a row of the map; undefined while it loads, or if it can't be. */
export function useMapRow(name: string): MapRow | undefined {
  const recordings = useRecordings(useMemo(() => [name], [name]));
  return useMemo(() => (recordings?.ok ? kernelMap(recordings.value).rows[0] : undefined), [recordings]);
}

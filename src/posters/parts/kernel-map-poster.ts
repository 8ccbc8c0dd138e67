import { kernelMap, mapLayers } from '../../figures/kernel-map/map-rows';
import { mapFinding } from '../../figures/kernel-map/map-words';
import type { FigureValues } from '../../share/figure-settings';
import type { OfflineRunner } from '../offline-runner';
import { mapDrawing } from '../drawings/map-drawing';
import type { Poster } from '../poster';

export function kernelMapPoster(_: FigureValues<'kernel-map'>, runner: OfflineRunner): Poster {
  // The figure's initial layer: the largest.
  const map = kernelMap(mapLayers(runner.gallery)[0]!.recordings);
  return { subject: '', finding: [mapFinding(map)], drawing: mapDrawing(map) };
}

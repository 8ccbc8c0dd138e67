import { kernelMap, mapLayers, shownAtFirst } from '../../figures/kernel-map/map-rows';
import { mapFinding } from '../../figures/kernel-map/map-words';
import type { FigureValues } from '../../share/figure-settings';
import type { OfflineRunner } from '../offline-runner';
import { mapDrawing } from '../drawings/map-drawing';
import type { Poster } from '../poster';

export function kernelMapPoster(_: FigureValues<'kernel-map'>, runner: OfflineRunner): Poster {
  // The figure's initial layer, and the recordings it begins with.
  const layer = mapLayers(runner.entries)[0]!;
  const shown = shownAtFirst(layer);
  const map = kernelMap(runner.gallery.filter(({ name }) => shown.includes(name)));
  return { subject: '', finding: [mapFinding(map)], drawing: mapDrawing(map) };
}

import { kernelMap } from '../../figures/kernel-map/map-rows';
import { mapFinding } from '../../figures/kernel-map/map-words';
import type { FigureValues } from '../../share/figure-settings';
import type { Bench } from '../bench';
import { mapDrawing } from '../drawings/map-drawing';
import type { Poster } from '../poster';

export function kernelMapPoster(_: FigureValues<'kernel-map'>, bench: Bench): Poster {
  const map = kernelMap(bench.gallery);
  return { subject: '', finding: [mapFinding(map)], drawing: mapDrawing(map) };
}

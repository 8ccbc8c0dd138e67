import { LinkedStore } from '../../figure-parts/linked-store';
import { LayerHeatmap } from './heatmap';

/** A whole layer of a recorded library: which outputs differ from a baseline, at which batch size. */
export default function HeatmapFigure() {
  return (
    <LinkedStore id="heatmap">
      <LayerHeatmap />
    </LinkedStore>
  );
}

import { FigureStore } from '../figure-store';
import { LayerMap } from './layer-map';

/** A whole layer of a recorded library: which outputs differ from a baseline, at which batch size. */
export default function LayerMapFigure() {
  return (
    <FigureStore id="layer-map" initial={{ data: 'recorded', recording: 'pytorch-2.13-mkl-768x768' }}>
      <LayerMap />
    </FigureStore>
  );
}

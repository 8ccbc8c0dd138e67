import { FigureStore } from '../figure-store';
import { Neighbours } from './neighbours';

/** All rows of one call against the same rows one at a time. */
export default function NeighboursFigure() {
  return (
    <FigureStore id="neighbours" initial={{ view: 'whole', data: 'recorded', recording: 'pytorch-2.13-mkl-768x768', wholeBatch: 16 }}>
      <Neighbours />
    </FigureStore>
  );
}

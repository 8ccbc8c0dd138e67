import { LinkedStore } from '../../figure-parts/linked-store';
import { Neighbours } from './neighbours';

/** All rows of one call against the same rows one at a time. */
export default function NeighboursFigure() {
  return (
    <LinkedStore id="neighbours">
      <Neighbours />
    </LinkedStore>
  );
}

import { useMemo, useState } from 'react';
import { Curves } from '../../charts/curves';
import { sizeText } from '../../lib/size-text';
import type { DepthResult } from '../../store/results';
import { useExperiments, useResult, useTask } from '../../store/use-part';
import { NetworkControls } from '../../figure-parts/network/network-controls';
import { NetworkOrdersLine } from '../../figure-parts/network/network-orders';
import styles from '../../figure-parts/network/network.module.css';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useStale } from '../../figure-parts/request-state/use-stale';
import { Folded } from '../../ui/folded';
import { depthFinding } from './depth-finding';
import { depthSeries } from './depth-series';
import { outputsDiffer } from '../../lib/words';

/** How the difference between two orders of addition develops through the layers of a network. */
export default function DepthFigure() {
  useExperiments();
  const result = useResult('depth');
  const { state } = useTask('depth');
  const stale = useStale('depth');
  const [at, setAt] = useState<number | null>(null);
  return (
    <figure className={styles.figure} aria-label="The difference, layer by layer" data-state={state}>
      <NetworkControls />
      <RequestLine channel="depth" label="Network" />
      {result && (
        <div className={`${styles.results} ${stale ? styles.stale : ''}`}>
          <p className={styles.finding} role="status">
            {depthFinding(result).join(' ')}
          </p>
          <Layers result={result} onCursor={setAt} />
          <p className={styles.where} aria-live="polite">
            {differingAt(result, at)}
          </p>
          <Folded title="The two orders">
            <NetworkOrdersLine orders={result.orders} batch={result.spec.batch} />
          </Folded>
        </div>
      )}
    </figure>
  );
}

function Layers({ result, onCursor }: { readonly result: DepthResult; readonly onCursor: (layer: number | null) => void }) {
  const { series, yDomain } = useMemo(() => depthSeries(result), [result]);
  return (
    <Curves
      label="Difference between 1 row and more rows, by layer"
      series={series}
      even
      xTitle="layer"
      yTitle="relative to the layer’s root mean square"
      xDomain={[1, Math.max(2, result.spec.network.depth)]}
      yDomain={yDomain}
      formatY={(y) => sizeText(y)}
      onCursor={onCursor}
    />
  );
}

function differingAt({ layers }: DepthResult, at: number | null): string {
  const layer = layers.find((one) => one.layer === at) ?? layers.at(-1);
  return layer === undefined ? '' : `Layer ${layer.layer}: ${outputsDiffer(layer.differing, layer.of)}.`;
}

import { useMemo, useState } from 'react';
import { Curves } from '../../charts/curves';
import { sizeText } from '../../lib/size-text';
import { outputsDiffer } from '../../lib/words';
import type { DepthResult } from '../../store/results';
import { useResult } from '../../store/use-part';
import { depthFinding } from './depth-finding';
import { depthSeries } from './depth-series';
import { NetworkOrdersLine } from './network-orders';
import styles from './network.module.css';

/** How the difference between two orders of addition develops through the layers. */
export function LayersPicture() {
  const result = useResult('depth');
  return result && <Layers result={result} />;
}

function Layers({ result }: { readonly result: DepthResult }) {
  const { series, yDomain } = useMemo(() => depthSeries(result), [result]);
  const [at, setAt] = useState<number | null>(null);
  return (
    <>
      <Curves
        label="Difference between 1 row and more rows, by layer"
        series={series}
        even
        xTitle="layer"
        yTitle="relative to the layer’s root mean square"
        xDomain={[1, Math.max(2, result.spec.network.depth)]}
        yDomain={yDomain}
        formatY={(y) => sizeText(y)}
        onCursor={setAt}
      />
      <p className={styles.where}>{differingAt(result, at)}</p>
    </>
  );
}

function differingAt({ layers }: DepthResult, at: number | null): string {
  const layer = layers.find((one) => one.layer === at) ?? layers.at(-1);
  return layer === undefined ? '' : `Layer ${layer.layer}: ${outputsDiffer(layer.differing, layer.of)}.`;
}

export function LayersFinding() {
  const result = useResult('depth');
  return result && <p>{depthFinding(result).join(' ')}</p>;
}

export function LayersDetails() {
  const result = useResult('depth');
  return result && <NetworkOrdersLine orders={result.orders} batch={result.spec.batch} />;
}

import { useMemo } from 'react';
import { Curves } from '../../charts/curves';
import { CurveTable } from '../../figure-parts/growth/curve-table';
import { sizeText } from '../../lib/size-text';
import { outputsDiffer } from '../../lib/words';
import type { DepthResult } from '../../store/results';
import { useResult } from '../../store/use-part';
import { depthFinding } from './depth-finding';
import { depthSeries } from './depth-series';
import { NetworkOrdersLine } from './network-orders';

/** How the difference between two orders of addition develops through the layers. */
export function LayersPicture() {
  const result = useResult('depth');
  return result && <Layers result={result} />;
}

function Layers({ result }: { readonly result: DepthResult }) {
  const { series, yDomain } = useMemo(() => depthSeries(result), [result]);
  const { depth } = result.spec.network;
  return (
    <Curves
      label="Difference between 1 row and more rows, by layer"
      series={series}
      even
      xTitle="layer"
      yTitle="relative to the layer’s root mean square"
      xDomain={[1, Math.max(2, depth)]}
      yDomain={yDomain}
      formatY={(y) => sizeText(y)}
      mark={depth}
      saying={(layer) => differingAt(result, layer)}
    />
  );
}

function differingAt({ layers }: DepthResult, at: number): string {
  const found = layers.find(({ layer }) => layer === at);
  return found === undefined ? `Layer ${at}` : `Layer ${at}: ${outputsDiffer(found.differing, found.of)}`;
}

export function LayersFinding() {
  const result = useResult('depth');
  return result && <p>{depthFinding(result).join(' ')}</p>;
}

export function LayersDetails() {
  const result = useResult('depth');
  const series = useMemo(() => result && depthSeries(result).series, [result]);
  return (
    result &&
    series && (
      <>
        <NetworkOrdersLine orders={result.orders} batch={result.spec.batch} />
        <CurveTable series={series} xTitle="layer" formatX={String} formatY={(y) => sizeText(y)} />
      </>
    )
  );
}

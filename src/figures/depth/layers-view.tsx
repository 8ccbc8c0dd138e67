import { useMemo } from 'react';
import { Curves } from '../../charts/curves';
import type { FigureLayoutProps } from '../../figure-parts/figure-layout/figure-layout';
import { CurveTable } from '../../figure-parts/growth/curve-table';
import { sizeText } from '../../lib/size-text';
import { outputsDiffer } from '../../lib/words';
import type { DepthResult } from '../../store/results';
import { useResult } from '../../store/use-part';
import { depthFinding } from './depth-finding';
import { depthSeries } from './depth-series';
import { NetworkOrdersLine } from './network-orders';

/** How the difference between two orders of addition develops through the layers. */
export function useLayersParts(): FigureLayoutProps {
  const result = useResult('depth');
  const drawn = useMemo(() => result && depthSeries(result), [result]);
  if (result === null || drawn === null) return { picture: null };
  const { depth } = result.spec.network;
  return {
    picture: (
      <Curves
        label="Difference between 1 row and more rows, by layer"
        series={drawn.series}
        even
        xTitle="layer"
        yTitle="relative to the layer’s root mean square"
        xDomain={[1, Math.max(2, depth)]}
        yDomain={drawn.yDomain}
        formatY={(y) => sizeText(y)}
        mark={depth}
        saying={(layer) => differingAt(result, layer)}
      />
    ),
    finding: <p>{depthFinding(result).join(' ')}</p>,
    more: (
      <>
        <NetworkOrdersLine orders={result.orders} batch={result.spec.batch} />
        <CurveTable series={drawn.series} xTitle="layer" formatX={String} formatY={(y) => sizeText(y)} />
      </>
    ),
  };
}

function differingAt({ layers }: DepthResult, at: number): string {
  const found = layers.find(({ layer }) => layer === at);
  return found === undefined ? `Layer ${at}` : `Layer ${at}: ${outputsDiffer(found.differing, found.of)}`;
}

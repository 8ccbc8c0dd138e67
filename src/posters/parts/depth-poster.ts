import { depthFinding } from '../../figures/depth/depth-finding';
import { depthSeries } from '../../figures/depth/depth-series';
import type { FigureValues } from '../../share/figure-settings';
import type { OfflineRunner } from '../offline-runner';
import { curvesDrawing } from '../drawings/curves-drawing';
import { networkText } from '../network-text';
import type { Poster } from '../poster';

export function depthPoster(values: FigureValues<'depth'>, runner: OfflineRunner): Poster {
  const { result } = runner.compute('depth', 'depth', values);
  const { series, yDomain } = depthSeries(result);
  return {
    subject: networkText(result.spec),
    finding: depthFinding(result),
    drawing: curvesDrawing({ series, even: true, xTitle: 'layer', yTitle: 'relative to the layer’s root mean square', xDomain: [1, Math.max(2, result.spec.network.depth)], yDomain }),
  };
}

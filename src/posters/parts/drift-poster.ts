import { driftFinding } from '../../figures/drift/drift-finding';
import { AXES, driftDomains, driftSeries } from '../../figures/drift/drift-series';
import type { FigureValues } from '../../share/figure-settings';
import { growthDrawing } from '../drawings/growth-drawing';
import type { OfflineRunner } from '../offline-runner';
import type { Poster } from '../poster';

const NUMBERS = { positive: 'all positive', uniform: 'of both signs' } as const;

export function driftPoster(choice: FigureValues<'drift'>, runner: OfflineRunner): Poster {
  const { result } = runner.compute('drift', 'drift', choice);
  const { data, lines } = choice;
  return {
    subject: `${lines === 'size' ? 'The errors' : 'The mean errors'} of long sums on tensor cores, of products ${NUMBERS[data]}, against their number K. Modelled.`,
    finding: driftFinding(result, choice),
    drawing: growthDrawing(driftSeries(result, choice), driftDomains(choice)(result), AXES[lines]),
  };
}

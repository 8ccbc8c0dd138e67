import { flipStatistics } from '../../experiments/flip-statistics';
import { dotGroups } from '../../figures/flips/dot-groups';
import { flipFinding } from '../../figures/flips/flip-finding';
import type { FigureValues } from '../../share/figure-settings';
import type { OfflineRunner } from '../offline-runner';
import { dotsDrawing } from '../drawings/dots-drawing';
import { networkText } from '../network-text';
import type { Poster } from '../poster';

export function flipsPoster(values: FigureValues<'flips'>, runner: OfflineRunner): Poster {
  const { result } = runner.compute('flips', 'flips', values);
  return { subject: networkText(result.spec), finding: flipFinding(flipStatistics(result.chunks)), drawing: dotsDrawing(dotGroups(result)) };
}

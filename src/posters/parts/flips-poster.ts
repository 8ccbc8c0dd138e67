import { flipStatistics } from '../../experiments/flip-statistics';
import { dotGroups } from '../../figures/depth/dot-groups';
import { flipFinding } from '../../figures/depth/flip-finding';
import type { FigureValues } from '../../share/figure-settings';
import type { OfflineRunner } from '../offline-runner';
import { dotsDrawing } from '../drawings/dots-drawing';
import { networkText } from '../network-text';
import type { Poster } from '../poster';

export function flipsPoster(values: FigureValues<'depth'>, runner: OfflineRunner): Poster {
  const { result } = runner.compute('flips', 'depth', values);
  return { subject: networkText(result.spec), finding: flipFinding(flipStatistics(result.chunks)), drawing: dotsDrawing(dotGroups(result)) };
}

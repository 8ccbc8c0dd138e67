import { useCallback } from 'react';
import { FigureLayout } from '../../figure-parts/figure-layout/figure-layout';
import { useGrowthParts } from '../../figure-parts/growth/growth-results';
import { useFigure } from '../../figure-parts/use-set';
import { countAt, exponentOf } from '../../lib/power-of-two';
import type { GrowthResult } from '../../store/results';
import { useExperiments } from '../../store/use-part';
import { useShown } from '../../ui/presentation';
import { boundsFinding, rivalText } from './bounds-finding';
import { chosenDomains, chosenSeries } from './chosen-series';
import { useConditionParts } from './condition-view';
import { rivalOf } from './growth-choice';
import { CancellingControls, GrowthControls } from './growth-controls';
import { GrowthReading } from './growth-reading';

/**
 * How the error of a sum grows with its length, for several orders, and how far it stays below the bounds of the chosen
 * one; of numbers made to cancel, also how it grows with their condition number.
 */
export default function ErrorGrowthFigure() {
  useExperiments();
  const [choice, set] = useFigure('error-growth');
  const [movesK, movesPower] = [useShown('at'), useShown('power')];
  const { data, view, method, exponent } = choice;
  const K = countAt(exponent);
  const curves = useCallback((growth: GrowthResult) => chosenSeries(growth, method), [method]);
  const againstCondition = data === 'cancelling' && view === 'condition';
  const condition = useConditionParts({ ...choice, shown: againstCondition, ...(movesPower && { onPower: (power: number) => set({ power }) }) });
  const length = useGrowthParts({
    domainsOf: chosenDomains,
    finding: (growth) => boundsFinding(growth, method, K),
    curves,
    mark: K,
    ...(movesK && { onMark: (to: number) => set({ exponent: exponentOf(to) }) }),
    saying: (growth, at) => rivalText(growth, method, at),
    between: [method, rivalOf(method)],
    more: ({ points }) => (
      <>
        {data === 'cancelling' && <CancellingControls />}
        <GrowthReading point={points.find((point) => point.K === K)} K={K} chosen={method} />
      </>
    ),
  });
  // One layout for both: another in its place would begin anew, and the focus and what is unfolded would be lost.
  return <FigureLayout {...(againstCondition ? condition : length)} controls={<GrowthControls {...choice} />} />;
}

import { useCallback } from 'react';
import { GrowthResults } from '../../figure-parts/growth/growth-results';
import { useFigure } from '../../figure-parts/use-set';
import { countAt, exponentOf } from '../../lib/power-of-two';
import type { GrowthResult } from '../../store/results';
import { useExperiments } from '../../store/use-part';
import { useShown } from '../../ui/presentation';
import { boundsFinding, rivalText } from './bounds-finding';
import { chosenDomains, chosenSeries } from './chosen-series';
import { ConditionView } from './condition-view';
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
  const controls = <GrowthControls {...choice} />;
  if (data === 'cancelling' && view === 'condition') return <ConditionView {...choice} controls={controls} {...(movesPower && { onPower: (power: number) => set({ power }) })} />;
  return (
    <GrowthResults
      domainsOf={chosenDomains}
      finding={(growth) => boundsFinding(growth, method, K)}
      curves={curves}
      mark={K}
      {...(movesK && { onMark: (to: number) => set({ exponent: exponentOf(to) }) })}
      saying={(growth, at) => rivalText(growth, method, at)}
      between={[method, rivalOf(method)]}
      controls={controls}
      more={({ points }) => (
        <>
          {data === 'cancelling' && <CancellingControls />}
          <GrowthReading point={points.find((point) => point.K === K)} K={K} chosen={method} />
        </>
      )}
    />
  );
}

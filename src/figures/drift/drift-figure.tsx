import { useCallback, useMemo } from 'react';
import { GrowthResults } from '../../figure-parts/growth/growth-results';
import { KField } from '../../figure-parts/growth/k-field';
import results from '../../figure-parts/request-state/results.module.css';
import { SettingRadios, SettingSelect } from '../../figure-parts/setting-controls/setting-choice';
import { useFigure } from '../../figure-parts/use-set';
import { countAt, exponentOf } from '../../lib/power-of-two';
import { plural } from '../../lib/words';
import type { GrowthResult } from '../../store/results';
import { useExperiments } from '../../store/use-part';
import { useShown } from '../../ui/presentation';
import { ReadOnlyValue } from '../../ui/read-only-value';
import { driftFinding } from './drift-finding';
import { DriftReading } from './drift-reading';
import { AXES, DATA_NAMES, driftDomains, driftSeries, SUM_NAMES } from './drift-series';

const LINE_NAMES = { size: 'size', mean: 'mean' } as const;

/** How far long sums on tensor cores fall short, beside float32 one by one: the size of their errors, and their signed mean. */
export default function DriftFigure() {
  useExperiments();
  const [choice, set] = useFigure('drift');
  const movesK = useShown('at');
  const { data, lines, exponent, sum } = choice;
  const K = countAt(exponent);
  const curves = useCallback((growth: GrowthResult) => driftSeries(growth, { data, lines, sum }), [data, lines, sum]);
  const domainsOf = useMemo(() => driftDomains({ data, lines }), [data, lines]);
  return (
    <GrowthResults
      channel="drift"
      label={lines === 'size' ? 'Size of the errors against the number of products, by adder' : 'Mean shortfall against the number of products, by adder'}
      yTitle={AXES[lines]}
      domainsOf={domainsOf}
      finding={(growth) => driftFinding(growth, choice)}
      curves={curves}
      mark={K}
      {...(movesK && { onMark: (to: number) => set({ exponent: exponentOf(to) }) })}
      controls={
        <>
          <SettingRadios of="data" names={DATA_NAMES} otherwise={<ReadOnlyValue label="Numbers" value={DATA_NAMES[data]} />} />
          <SettingRadios of="lines" label="Errors: their" names={LINE_NAMES} />
          <SettingSelect of="sum" names={SUM_NAMES} />
        </>
      }
      more={({ points, spec }) => (
        <>
          <KField />
          <DriftReading point={points.find((point) => point.K === K)} K={K} chosen={sum} />
          <p className={results.note}>
            {plural(spec.trials, 'sum')} at each K, of fresh numbers rounded to bfloat16, or to float8 (e4m3) where it says so (a V100 takes float16, which holds the same numbers); exact is the exact sum of the rounded numbers. Minus is toward zero. Modelled: one chain of groups along K.{' '}
            {lines === 'size' ? 'Dashed: the bound h·u of the sum that is read out.' : 'A line begins where its mean is more than chance, so some sums have none; dashed: the rms error of the sum that is read out.'}
          </p>
        </>
      )}
    />
  );
}

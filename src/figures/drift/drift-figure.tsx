import { useCallback, useMemo } from 'react';
import { GrowthResults } from '../../figure-parts/growth/growth-results';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import results from '../../figure-parts/request-state/results.module.css';
import { SettingRadios } from '../../figure-parts/setting-controls/setting-choice';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { useFigure } from '../../figure-parts/use-set';
import { formatCount, plural } from '../../lib/words';
import type { GrowthResult } from '../../store/results';
import { useExperiments } from '../../store/use-part';
import { Folded } from '../../ui/folded';
import { ReadOnlyValue } from '../../ui/read-only-value';
import { driftFinding } from './drift-finding';
import styles from './drift.module.css';
import { DriftReading } from './drift-reading';
import { AXES, DATA_NAMES, driftDomains, driftSeries, SUM_NAMES } from './drift-series';

const LINE_NAMES = { size: 'the size of the errors', mean: 'their mean, with signs' } as const;

/** How far long sums on tensor cores fall short, beside float32 one by one: the size of their errors, and their signed mean. */
export default function DriftFigure() {
  useExperiments();
  const [choice] = useFigure('drift');
  const { data, lines, exponent, sum } = choice;
  const K = 2 ** exponent;
  const curves = useCallback((growth: GrowthResult) => driftSeries(growth, { data, lines, sum }), [data, lines, sum]);
  const domainsOf = useMemo(() => driftDomains({ data, lines }), [data, lines]);
  return (
    <div className={styles.figure}>
      <GrowthResults
        channel="drift"
        pictureFirst
        label={lines === 'size' ? 'Size of the errors against the number of products, by adder' : 'Mean shortfall against the number of products, by adder'}
        yTitle={AXES[lines]}
        domainsOf={domainsOf}
        finding={(growth) => driftFinding(growth, choice)}
        curves={curves}
        mark={K}
      >
        {({ points, spec }) => (
          <>
            <Folded title={`Read off at K = ${formatCount(K)}`}>
              <DriftReading point={points.find((point) => point.K === K)} K={K} chosen={sum} />
            </Folded>
            <p className={results.note}>
              {plural(spec.trials, 'sum')} at each K, of fresh numbers rounded to bfloat16, or to float8 (e4m3) where it says so (a V100 takes float16, which holds the same numbers); exact is the exact sum of the rounded numbers. Minus is toward zero. Modelled: one chain of groups along K.{' '}
              {lines === 'size' ? 'Dashed: the bound h·u of the sum that is read out.' : 'A line begins where its mean is more than chance, so some sums have none; dashed: the rms error of the sum that is read out.'}
            </p>
          </>
        )}
      </GrowthResults>
      <RequestLine channel="drift" label="Growth curves" />
      <div className={styles.controls}>
        <SettingRadios of="data" names={DATA_NAMES} otherwise={<ReadOnlyValue label="Numbers" value={DATA_NAMES[data]} />} />
        <SettingRadios of="lines" names={LINE_NAMES} />
        <SettingRadios of="sum" names={SUM_NAMES} />
        <SettingNumber of="exponent" slider="linear" hint={`K = ${plural(K, 'product')}.`} />
      </div>
    </div>
  );
}

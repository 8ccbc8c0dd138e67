import { useMemo } from 'react';
import type { CurveSeries } from '../../charts/curve-series';
import { Curves } from '../../charts/curves';
import { errorByCondition } from '../../experiments/error-by-condition';
import { sizeText } from '../../lib/size-text';
import { styled } from '../../experiments/method-spec';
import { COMPARED_METHODS } from '../../share/settings';
import { curveColour } from '../../figure-parts/growth/growth-series';
import results from '../../figure-parts/request-state/results.module.css';
import { useSliced } from '../../figure-parts/request-state/use-sliced';
import { formatCount } from '../../lib/words';
import styles from './error-growth.module.css';
import type { Method } from './growth-choice';
import { MAX_POWER, METHODS } from './growth-choice';

/** The condition numbers tried, as powers of ten. */
const POWERS = Array.from({ length: MAX_POWER / 2 + 1 }, (_, i) => 2 * i);

const TRIALS = 24;

interface ResultErrorProps {
  readonly method: Method;
  readonly K: number;
  /** The condition number that is set, as a power of ten. */
  readonly power: number;
}

/** How the error grows with the condition number: without limit as a share of the result, not as a share of Σ|x·w|. */
export function ResultError({ method, K, power }: ResultErrorProps) {
  const begin = useMemo(() => {
    const one = styled(COMPARED_METHODS[method], { fused: false, bias: 'none' });
    return () => errorByCondition({ method: one, K, conditions: POWERS.map((each) => 10 ** each), trials: TRIALS, seed: 72 });
  }, [method, K]);
  const points = useSliced(begin);
  const at = points?.findLast(({ condition }) => condition <= 10 ** power * 2);
  const colour = `var(${curveColour(METHODS.indexOf(method))})`;
  const series: CurveSeries[] = [
    { id: 'result', label: 'of the result', colour: 'var(--differs)', points: points?.map(({ condition, ofResult }) => ({ x: condition, y: ofResult })) ?? [] },
    { id: 'sum', label: 'of Σ|x·w|', colour, points: points?.map(({ condition, backward }) => ({ x: condition, y: backward })) ?? [] },
  ];
  return (
    <section className={styles.results} aria-label="As large as you like">
      <h4>As large as you like</h4>
      <p className={results.finding} role="status">
        {at === undefined || points === null || points.length < POWERS.length
          ? 'The sums are being added up.'
          : `With ${method} and ${formatCount(K)} products of condition number ${sizeText(at.condition)}, the error is ${sizeText(at.backward)} of Σ|x·w| and ${
              at.ofResult >= 1 ? `${sizeText(at.ofResult)} times the result: no digit is right` : `${sizeText(at.ofResult)} of the result`
            }.`}
      </p>
      <Curves
        label="Error against the condition number"
        series={series}
        xTitle="condition number, Σ|x·w| / |Σx·w|"
        yTitle="|computed − exact|, as a share"
        xBase={10}
        xDomain={[1, 10 ** MAX_POWER]}
        yDomain={[1e-10, 1e24]}
        formatX={(x) => sizeText(x)}
        formatY={(y) => sizeText(y)}
        mark={10 ** power}
      />
    </section>
  );
}

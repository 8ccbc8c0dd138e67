import { useMemo } from 'react';
import { Curves } from '../../charts/curves';
import { CurveTable } from '../../figure-parts/growth/curve-table';
import type { CurveSeries } from '../../charts/curve-series';
import { errorByCondition } from '../../experiments/error-by-condition';
import { styled } from '../../experiments/method-spec';
import type { FigureLayoutProps } from '../../figure-parts/figure-layout/figure-layout';
import { curveColour } from '../../figure-parts/growth/growth-series';
import { useSliced } from '../../figure-parts/request-state/use-sliced';
import { LIMITS } from '../../lib/limits';
import { sizeText } from '../../lib/size-text';
import { countAt } from '../../lib/power-of-two';
import { formatCount } from '../../lib/words';
import { COMPARED_METHODS } from '../../share/settings';
import { conditionText } from './condition-text';
import type { GrowthChoice } from './growth-choice';
import { MAX_POWER, METHOD_NAMES, METHODS } from './growth-choice';
import { CancellingControls } from './growth-controls';

/** The condition numbers tried, as powers of ten. */
const POWERS = Array.from({ length: MAX_POWER / 2 + 1 }, (_, i) => 2 * i);

/** The axis ends here unless the reader goes further. */
const USUAL_POWER = 12;

const TRIALS = 24;

interface ConditionView extends Pick<GrowthChoice, 'method' | 'exponent' | 'power'> {
  /** Nothing is computed while another view is shown. */
  readonly shown: boolean;
  readonly onPower?: (power: number) => void;
}

/** How the error grows with the condition number: without limit as a share of the result, not as a share of Σ|x·w|. */
export function useConditionParts({ shown, method, exponent, power, onPower }: ConditionView): FigureLayoutProps {
  const K = Math.min(LIMITS.features, Math.max(8, countAt(exponent)));
  const powers = useMemo(() => [...new Set([...POWERS, power])].sort((a, b) => a - b), [power]);
  const begin = useMemo(() => {
    if (!shown) return null;
    const one = styled(COMPARED_METHODS[method], { fused: false, bias: 'none' });
    return function* () {
      for (const points of errorByCondition({ method: one, K, conditions: powers.map((each) => 10 ** each), trials: TRIALS, seed: 72 })) yield points && { method, K, points };
    };
  }, [shown, method, K, powers]);
  const found = useSliced(begin);
  const points = found?.method === method && found.K === K ? found.points : [];
  const most = 10 ** (power > USUAL_POWER ? MAX_POWER : USUAL_POWER);
  // Drawn where they were aimed at, from which the numbers made hardly differ.
  const drawn = points.filter(({ aimed }) => aimed <= most);
  const at = drawn.find(({ aimed }) => aimed === 10 ** power);
  const lines: CurveSeries[] = [
    { id: 'sum', label: 'of Σ|x·w|', colour: `var(${curveColour(METHODS.indexOf(method))})`, points: drawn.map(({ aimed, backward }) => ({ x: aimed, y: backward })) },
    { id: 'result', label: 'of the result', colour: 'var(--differs)', points: drawn.map(({ aimed, ofResult }) => ({ x: aimed, y: ofResult })), strong: true },
    { id: 'all', label: 'above: no digit is right', colour: 'var(--rule)', points: [{ x: 1, y: 1 }, { x: most, y: 1 }], kind: 'bound' },
  ];
  return {
    picture: (
      <Curves
        label="Error against the condition number"
        series={lines}
        xTitle="condition number, Σ|x·w| / |Σx·w|"
        yTitle="|computed − exact|, as a share"
        xBase={10}
        xDomain={[1, most]}
        yDomain={[1e-10, 100]}
        formatY={(y) => sizeText(y)}
        saying={(x) => `Condition number ${conditionText(x)}`}
        mark={10 ** power}
        onMark={onPower && ((x) => onPower(Math.round(Math.log10(x))))}
      />
    ),
    finding: (
      <p>
        {at === undefined
          ? 'The sums are being added up.'
          : `Of ${formatCount(K)} products of condition number ${sizeText(at.condition)}, the error of ${METHOD_NAMES[method]} is ${sizeText(at.backward)} of Σ|x·w| and ${
              at.ofResult >= 1 ? `${sizeText(at.ofResult)} times the result: no digit is right` : `${sizeText(at.ofResult)} of the result`
            }.`}
      </p>
    ),
    more: (
      <>
        <CancellingControls />
        <CurveTable series={lines.slice(0, 2)} xTitle="condition number" formatX={(x) => sizeText(x)} formatY={(y) => sizeText(y)} />
      </>
    ),
  };
}

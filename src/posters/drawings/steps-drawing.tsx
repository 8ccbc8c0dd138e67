import type { KahanStep } from '../../figures/stepper/kahan-steps';
import type { StepList } from '../../figures/stepper/step-list';
import { sizeText } from '../../lib/size-text';
import { tenth, Words } from './marks';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

const LANES = { sum: { top: 26, height: 110 }, error: { top: 172, height: 110 } } as const;

/** The sum after each addition, and the error that gathers in it; Kahan's beside it where it is asked for. */
export function stepsDrawing({ steps }: StepList, kahan: readonly KahanStep[] | null, colour: string): Drawing {
  const most = (values: readonly number[]): number => Math.max(...values.map((value) => (Number.isFinite(value) ? Math.abs(value) : 0))) || 1;
  const sums = steps.map(({ addition }) => addition.sum);
  const errors = steps.map(({ error }) => error);
  const kahans = (kahan ?? []).map(({ error }) => error);
  const tops = { sum: most(sums), error: most([...errors, ...kahans]) };
  const x = (i: number): number => tenth((WIDTH * (i + 0.5)) / steps.length);
  const y = (lane: keyof typeof LANES, value: number): number => tenth(LANES[lane].top + (LANES[lane].height / 2) * (1 - value / tops[lane]));
  const path = (lane: keyof typeof LANES, values: readonly number[]): string => values.map((value, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${y(lane, value)}`).join('');
  const lane = (name: keyof typeof LANES, title: string) => (
    <g>
      <line x2={WIDTH} y1={y(name, 0)} y2={y(name, 0)} stroke="var(--hairline)" />
      <Words x={0} y={LANES[name].top - 10} colour="var(--ink-quiet)">
        {title}
      </Words>
      <Words x={WIDTH} y={LANES[name].top - 10} anchor="end" colour="var(--ink-quiet)">
        ±{sizeText(tops[name])}
      </Words>
    </g>
  );
  return {
    width: WIDTH,
    height: LANES.error.top + LANES.error.height + 12,
    marks: (
      <>
        {lane('sum', 'the sum after each addition')}
        {lane('error', `the sum’s error so far${kahan === null ? '' : '; squares: Kahan’s'}`)}
        {([['sum', sums], ['error', errors]] as const).map(([name, values]) => (
          <g key={name}>
            <path d={path(name, values)} fill="none" stroke={colour} strokeWidth={1.5} />
            {values.map((value, i) => (
              <circle key={i} cx={x(i)} cy={y(name, value)} r={4} fill={colour} />
            ))}
          </g>
        ))}
        {kahans.map((value, i) => (
          <rect key={i} x={tenth(x(i) - 3.5)} y={tenth(y('error', value) - 3.5)} width={7} height={7} fill="var(--ink)" />
        ))}
      </>
    ),
  };
}

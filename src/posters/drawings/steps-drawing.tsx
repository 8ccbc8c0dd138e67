import { LaneFrame, laneMost, Track } from '../../charts/marks/tracks';
import type { KahanStep } from '../../figures/stepper/kahan-steps';
import type { StepList } from '../../figures/stepper/step-list';
import { sizeText } from '../../lib/size-text';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

const HEIGHT = 110;
const SUM_TOP = 26;
const ERROR_TOP = 172;

/** The sum after each addition and its accumulated error; Kahan's as well, if given. */
export function stepsDrawing({ steps }: StepList, kahan: readonly KahanStep[] | null, colour: string): Drawing {
  const sums = steps.map(({ addition }) => addition.sum);
  const errors = steps.map(({ error }) => error);
  const kahans = kahan?.map(({ error }) => error);
  const sum = { top: SUM_TOP, height: HEIGHT, most: laneMost(sums) };
  const error = { top: ERROR_TOP, height: HEIGHT, most: laneMost([...errors, ...(kahans ?? [])]) };
  const x = (i: number): number => (WIDTH * (i + 0.5)) / steps.length;
  return {
    width: WIDTH,
    height: ERROR_TOP + HEIGHT + 12,
    marks: (
      <>
        <LaneFrame lane={sum} width={WIDTH} title="the sum after each addition" scale={`±${sizeText(sum.most)}`} />
        <LaneFrame lane={error} width={WIDTH} title={`the sum’s error so far${kahans === undefined ? '' : '; squares: Kahan’s'}`} scale={`±${sizeText(error.most)}`} />
        <Track lane={sum} x={x} values={sums} colour={colour} radius={4} />
        <Track lane={error} x={x} values={errors} colour={colour} radius={4} />
        {kahans && <Track lane={error} x={x} values={kahans} colour="var(--ink)" squares />}
      </>
    ),
  };
}

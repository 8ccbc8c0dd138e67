import type { ReactNode } from 'react';
import { sizeText } from '../../lib/size-text';
import { outputsDiffer } from '../../lib/words';
import type { RemediesResult } from '../../store/results';
import { recordingNamed } from '../../store/store';
import { useExperiments, useFitted, useResult, useTask } from '../../store/use-part';
import { PartContext, useApp } from '../../store/use-store';
import { Predict } from '../../figure-parts/predictions/predict';

const OPTIONS = [
  { value: 'none', label: 'No output differs any more' },
  { value: 'some', label: 'Some still differ' },
] as const;

/** Asks whether float64 ends the differences, on the 768 → 768 layer. */
export function Float64Prediction() {
  return (
    <PartContext value="remedy-predictions">
      <Float64Question />
    </PartContext>
  );
}

/** Asks whether a single thread ends them; the orders were recorded on one. */
export function ThreadPrediction() {
  return (
    <PartContext value="remedy-predictions">
      <ThreadQuestion />
    </PartContext>
  );
}

/** The table; null until it is finished. */
function useFinished(): RemediesResult | null {
  useExperiments();
  const { state } = useTask('remedies');
  const result = useResult('remedies');
  return state === 'done' ? result : null;
}

function Float64Question() {
  const result = useFinished();
  const float64 = result?.remedies.find(({ name }) => name === 'float64');
  const none = result?.remedies.find(({ name }) => name === 'none');
  return (
    <Question id="float64-ends-it" asked="Everything in float64: does a 768 → 768 layer now give the same bits alone and in a batch?" differing={float64?.differing ?? null}>
      {float64 && none && result && (
        <>
          {outputsDiffer(float64.differing, result.of)} between 1 row and {result.spec.batch}; in float32, {none.differing} {none.differing === 1 ? 'does' : 'do'}. The largest difference shrinks from {sizeText(none.maxDifference)} to{' '}
          {sizeText(float64.maxDifference)} of Σ|x·w|. Rounded to float32, {float64.aside === 0 ? 'none' : float64.aside} of these outputs {float64.aside === 1 ? 'differs' : 'differ'}. Modelled: the library’s float32 orders, carried over to float64.
        </>
      )}
    </Question>
  );
}

function ThreadQuestion() {
  const result = useFinished();
  const { recording } = useFitted('recording');
  const threads = useApp((state) => recordingNamed(state, recording)?.machine.threads ?? null);
  const found = result?.remedies.find(({ name }) => name === 'one-thread');
  return (
    <Question id="one-thread-ends-it" asked="torch.set_num_threads(1): does the layer give the same bits now?" differing={threads === 1 ? (found?.differing ?? null) : null}>
      {found && result && (
        <>
          The recorded library ran on one thread, and {outputsDiffer(found.differing, result.of)} between 1 row and {result.spec.batch}. Threads are one reason for a different order; the shape of the call is another.
        </>
      )}
    </Question>
  );
}

interface QuestionProps {
  readonly id: string;
  readonly asked: string;
  readonly differing: number | null;
  readonly children: ReactNode;
}

function Question({ id, asked, differing, children }: QuestionProps) {
  return <Predict id={id} question={asked} options={OPTIONS} answer={differing === null ? null : differing === 0 ? 'none' : 'some'} explain={children} />;
}

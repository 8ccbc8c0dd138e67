import { useMemo } from 'react';
import { FigureLayout } from '../../figure-parts/figure-layout/figure-layout';
import { useFigure } from '../../figure-parts/use-set';
import { SettingRadios } from '../../figure-parts/setting-controls/setting-choice';
import { typedText } from '../../lib/float32-text';
import { fail } from '../../lib/result';
import { parseFloat32 } from '../../numerics/parse-float32';
import type { Factors } from '../../share/special-settings';
import { Control } from '../../ui/control';
import { useShown } from '../../ui/presentation';
import { SelectField } from '../../ui/select-field';
import { AlignedChart } from './aligned-chart';
import { GpuTable } from './gpu-table';
import type { ShownAdder, Step } from './step';
import { GPU_NAMES, SHOWN_ADDERS, stepOf } from './step';
import { presetOf, STEP_PRESETS } from './step-presets';
import { stepFinding, stepNotes, termName } from './step-words';
import { TermInput } from './term-input';
import { TermTable } from './term-table';
import { factorsText, readFactors, resized, sizeOf } from './term-size';
import styles from './tensor-core.module.css';

/** One multi-term addition of a tensor core, bit by bit. */
export default function TensorCoreFigure() {
  const [values, set] = useFigure('tensor-core');
  const { adder, accumulator, factors } = values;
  const canMove = [useShown('c'), useShown('p')];
  const steps = useMemo(() => Object.fromEntries(SHOWN_ADDERS.map((name) => [name, stepOf(name, accumulator, factors)])) as unknown as Readonly<Record<ShownAdder, Step>>, [accumulator, factors]);
  const step = steps[adder];
  const finding = useMemo(() => stepFinding(values), [values]);
  const setFactors = (at: number, to: Factors): void => set({ factors: factors.map((pair, i) => (i === at ? to : pair)) });
  const resize = (term: number, size: number): void => {
    if (term === 0) set({ accumulator: resized(accumulator, size) });
    else setFactors(term - 1, resized(factors[term - 1]!, size));
  };
  const sizes = [accumulator, ...factors].map((term, i) => (canMove[Math.min(i, 1)] && step.terms[i]!.value !== 0 ? sizeOf(term) : null));
  const preset = presetOf(values);
  return (
    <FigureLayout
      picture={<AlignedChart step={step} sizes={sizes} onSize={canMove.includes(true) ? resize : null} />}
      finding={finding.join(' ')}
      controls={
        <>
          <SettingRadios of="adder" names={GPU_NAMES} />
          <Control of={['c', 'p']}>
            <SelectField
              label="Terms"
              value={preset ?? 'own'}
              options={[...(preset === null ? [{ value: 'own' as const, label: 'your own' }] : []), ...Object.entries(STEP_PRESETS).map(([value, { label }]) => ({ value: value as keyof typeof STEP_PRESETS, label }))]}
              onChange={(to) => to !== 'own' && set(STEP_PRESETS[to].numbers)}
            />
          </Control>
        </>
      }
      more={
        <>
          <Control of={['c', 'p']}>
            <div className={styles.terms}>
              <Control of="c">
                <TermInput name={termName(0)} value={accumulator} print={typedText} read={readAccumulator} onChange={(to) => set({ accumulator: to })} />
              </Control>
              <Control of="p">
                {factors.map((pair, i) => (
                  <TermInput key={i} name={termName(i + 1)} value={pair} print={factorsText} read={readFactors} onChange={(to) => setFactors(i, to)} />
                ))}
              </Control>
            </div>
          </Control>
          {stepNotes(values).map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
          <GpuTable steps={steps} shown={adder} />
          <TermTable step={step} />
        </>
      }
    />
  );
}

function readAccumulator(text: string): ReturnType<typeof parseFloat32> {
  const read = parseFloat32(text);
  return read.ok && !Number.isFinite(read.value) ? fail({ message: 'Only finite numbers can be aligned.' }) : read;
}

import { useMemo, useState } from 'react';
import type { FigureValues } from '../../share/figure-settings';
import { RadioGroup } from '../../ui/radio-group';
import { SelectField } from '../../ui/select-field';
import { FigureLayout } from '../../figure-parts/figure-layout/figure-layout';
import { GalleryFailure } from '../../figure-parts/gallery/gallery-failure';
import { useEntries, useRecordings } from '../../figure-parts/gallery/use-recordings';
import { useFigure } from '../../figure-parts/use-set';
import { formatCount, plural, rangesText } from '../../lib/words';
import { indexCount } from '../../linear/index-ranges';
import { orderKey } from '../../orders/order-key';
import { Control } from '../../ui/control';
import { ReadOnlyValue } from '../../ui/read-only-value';
import { Transport } from '../../figure-parts/playback/transport';
import type { AnimatedCall, AnimatedLibrary, AnimationPair } from './animation-choices';
import { animatedLayers, animatedLibraries, animationOrders, animationPair, chosenLibrary } from './animation-choices';
import { AnimationSide } from './animation-side';
import { stepText } from './animation-words';
import { toldWhilePlaying, useAnimationPlayback } from './use-animation-playback';
import { walkOf } from './walk';
import { WalkDetails } from './walk-details';
import { SEED } from './walk-numbers';
import { walksFinding } from './walks-finding';
import styles from './kernel-animation.module.css';

type Choice = FigureValues<'walks'>;

/** Two batch sizes of one library, animated side by side as their sums are added up. */
export default function KernelAnimationFigure() {
  const entries = useEntries();
  const libraries = useMemo(() => (entries?.ok ? animatedLibraries(entries.value) : []), [entries]);
  const [choice, choose] = useFigure('walks');
  const library = chosenLibrary(libraries, choice);
  const recordings = useRecordings(library?.names ?? NONE);
  const layers = useMemo(() => (recordings?.ok ? animatedLayers(recordings.value) : []), [recordings]);
  const pair = useMemo(() => animationPair(layers, choice), [layers, choice]);
  const failed = [entries, recordings].find((found) => found?.ok === false);
  if (failed?.ok === false) return <GalleryFailure message={failed.error.message} />;
  if (library === undefined || pair === null) return <p className={styles.quiet}>Loading the recordings…</p>;
  return <KernelAnimation libraries={libraries} library={library} pair={pair} choose={choose} />;
}

const NONE: readonly string[] = [];

interface KernelAnimationProps {
  readonly libraries: readonly AnimatedLibrary[];
  readonly library: AnimatedLibrary;
  /** While the library's recordings load, the pair of the library before. */
  readonly pair: AnimationPair;
  readonly choose: (change: Partial<Choice>) => void;
}

const SIDES = ['left', 'right'] as const;

function KernelAnimation({ libraries, library, pair, choose }: KernelAnimationProps) {
  const { layers, layer, left, right } = pair;
  const marks = useMemo(() => animationOrders(pair), [pair]);
  /** Of a call with several orders, the one that is shown. */
  const [[leftPart, rightPart], setParts] = useState<readonly [number, number]>([0, 0]);
  const walks = useMemo(() => [walkOf(layer, left, leftPart), walkOf(layer, right, rightPart)] as const, [layer, left, right, leftPart, rightPart]);
  const { done, last, goTo, playing, nextJoin } = useAnimationPlayback(walks.map(({ animation }) => animation));
  const calls = [left, right] as const;
  const parts = [leftPart, rightPart] as const;
  const most = Math.max(...walks.map(({ numbers }) => numbers.most));
  const rows = Math.max(...walks.map(({ animation }) => animation.rows.length));
  const mark = (side: 0 | 1) => marks.get(orderKey(walks[side].order))!;
  const told = walks.map(({ batch, animation }) => {
    const step = playing.on ? toldWhilePlaying(animation, done) : done;
    return step === 0 ? '' : `Batch ${batch}: ${stepText(animation, step)}`;
  });
  const show = (side: 0 | 1, chosen: string): void => {
    const [batch = 0, part = 0] = chosen.split('/').map(Number);
    setParts(side === 0 ? [part, rightPart] : [leftPart, part]);
    if (batch !== calls[side].batch) choose({ [SIDES[side]]: batch });
  };
  return (
    <FigureLayout
      picture={
        <div className={styles.sides}>
          {([0, 1] as const).map((side) => (
            <AnimationSide key={side} name={SIDES[side]} layer={layer} walk={walks[side]} mark={mark(side)} done={done} most={most} rows={rows} />
          ))}
        </div>
      }
      finding={<p>{walksFinding(...walks)}</p>}
      controls={
        <>
          <Transport
            label="Steps of both kernels"
            at={done}
            last={last}
            playing={playing}
            onStep={goTo}
            next={{ label: 'Next join', at: nextJoin }}
            name="Steps done"
            count={`${formatCount(done)} of ${plural(last, 'step')}`}
            said={told.join(' ')}
          />
          {([0, 1] as const).map((side) => (
            <Control key={side} of={SIDES[side]}>
              <div className={styles.batch}>
                <SelectField label={side === 0 ? 'Left batch' : 'Right batch'} value={`${calls[side].batch}/${calls[side].parts[parts[side]] ? parts[side] : 0}`} options={layer.calls.flatMap(orderOptions)} onChange={(chosen) => show(side, chosen)} />
              </div>
            </Control>
          ))}
          <Control of="rec" otherwise={<ReadOnlyValue label="Library" value={library.label} />}>
            <div className={styles.library}>
              <SelectField
                label="Library"
                value={library.id}
                options={libraries.map(({ id, label }) => ({ value: id, label }))}
                onChange={(id) => choose({ library: id, left: 0, right: 0 })}
              />
            </div>
          </Control>
        </>
      }
      more={
        <>
          <Control of="k" otherwise={<ReadOnlyValue label="Products in a sum, K" value={`${layer.products}, ${layer.provenance}`} />}>
            <RadioGroup
              legend="Products in a sum, K"
              value={String(layer.products)}
              options={layers.map(({ products, provenance }) => ({ value: String(products), label: `${formatCount(products)}, ${provenance}` }))}
              onChange={(products) => choose({ products: Number(products), left: 0, right: 0 })}
            />
          </Control>
          <div className={styles.sides}>
            {([0, 1] as const).map((side) => (
              <WalkDetails key={side} layer={layer} walk={walks[side]} row={calls[side].row} colour={mark(side).colour} />
            ))}
          </div>
          <p className={styles.note}>
            The order says which sums are made, not when. Here they are drawn along K: sums whose products alternate fill side by side, as the lanes of a vector instruction would; the others fill one after another; a sum is
            joined as soon as it is complete. The numbers are one row and one output of a layer that PyTorch draws from seed {SEED}.
            {layer.provenance === 'modelled' && ` K = ${layer.products} is modelled after the recording at 768, not recorded.`}
          </p>
        </>
      }
    />
  );
}

/** A call's orders as choices: one for each batch size, and for a call with several orders, one for each of them. */
function orderOptions({ batch, parts }: AnimatedCall): { readonly value: string; readonly label: string }[] {
  return parts.map(({ columns }, part) => ({ value: `${batch}/${part}`, label: parts.length === 1 ? String(batch) : `${batch}, ${plural(indexCount(columns), 'output')}: ${rangesText(columns, 2)}` }));
}

import { formatCount } from '../../lib/words';
import { useMemo } from 'react';
import type { FigureValues } from '../../share/figure-settings';
import { RadioGroup } from '../../ui/radio-group';
import { SelectField } from '../../ui/select-field';
import { GalleryFailure } from '../../figure-parts/gallery/gallery-failure';
import { useEntries, useRecordings } from '../../figure-parts/gallery/use-recordings';
import { useFigure } from '../../figure-parts/use-set';
import { Control } from '../../ui/control';
import { Folded } from '../../ui/folded';
import { ReadOnlyValue } from '../../ui/read-only-value';
import { Transport } from '../../figure-parts/playback/transport';
import { Slider } from '../../ui/slider';
import type { AnimatedLibrary, AnimationPair } from './animation-choices';
import { animatedLayers, animatedLibraries, animationOrders, animationPair, chosenLibrary } from './animation-choices';
import { animationOf } from './animation-of-order';
import { AnimationSide } from './animation-side';
import { useAnimationPlayback } from './use-animation-playback';
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

function KernelAnimation({ libraries, library, pair, choose }: KernelAnimationProps) {
  const { layers, layer, left, right } = pair;
  const marks = useMemo(() => animationOrders(pair), [pair]);
  const animations = useMemo(() => [left, right].map((call) => call.parts.map((part) => ({ ...part, animation: animationOf(part.order) }))), [left, right]);
  const all = animations.flat().map(({ animation }) => animation);
  const { done, last, goTo, playing, nextJoin } = useAnimationPlayback(all);
  return (
    <figure className={styles.figure} aria-label="How two kernels walk" data-playing={playing.on || undefined}>
      <div className={styles.controls}>
        <Control of="rec" otherwise={<ReadOnlyValue label="Library" value={library.label} />}>
          <SelectField
            label="Library"
            value={library.id}
            options={libraries.map(({ id, label }) => ({ value: id, label }))}
            onChange={(id) => choose({ library: id, left: 0, right: 0 })}
          />
        </Control>
        <Control of="k" otherwise={<ReadOnlyValue label="Products in a sum, K" value={`${formatCount(layer.products)}, ${layer.provenance}`} />}>
          <RadioGroup
            legend="Products in a sum, K"
            value={String(layer.products)}
            options={layers.map(({ products, provenance }) => ({ value: String(products), label: `${formatCount(products)}, ${provenance}` }))}
            onChange={(products) => choose({ products: Number(products), left: 0, right: 0 })}
          />
        </Control>
      </div>
      <div className={styles.sides}>
        {[left, right].map((call, side) => (
          <AnimationSide
            key={side}
            name={side === 0 ? 'left' : 'right'}
            layer={layer}
            call={call}
            animations={animations[side]!}
            marks={marks}
            done={done}
            live={!playing.on}
            onBatch={(batch) => choose(side === 0 ? { left: batch } : { right: batch })}
          />
        ))}
      </div>
      <div className={styles.transport}>
        <Transport
          label="Steps of both kernels"
          at={done}
          last={last}
          playing={playing}
          onStep={goTo}
          next={{ label: 'Next join', at: nextJoin }}
          slider={
            <Slider
              label={`Steps done, of ${last}`}
              value={done}
              min={0}
              max={last}
              onChange={(to) => {
                playing.pause();
                goTo(to);
              }}
            />
          }
        />
      </div>
      <Folded title="What is drawn here">
        <p className={styles.note}>
          The order says which sums are made, not when. Here they are drawn along K: sums whose products alternate fill side by side, as the lanes of a vector instruction would; the others fill one after another; a sum is
          joined as soon as it is complete.{layer.provenance === 'modelled' && ` K = ${formatCount(layer.products)} is modelled after the recording at 768, not recorded.`}
        </p>
      </Folded>
    </figure>
  );
}

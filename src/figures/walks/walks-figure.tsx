import { useMemo } from 'react';
import type { FigureValues } from '../../share/figure-settings';
import { RadioGroup } from '../../ui/radio-group';
import { SelectField } from '../../ui/select-field';
import { useRecordings } from '../gallery/use-recordings';
import { useFigureState } from '../use-figure-state';
import { Control } from '../../ui/control';
import { Folded } from '../../ui/folded';
import { Given } from '../../ui/given';
import { Transport } from './transport';
import { usePlaying } from './use-playing';
import type { WalkCall, WalkLibrary } from './walk-choices';
import { besideOf, walkLibraries } from './walk-choices';
import { walkOf } from './walk-of-order';
import { WalkSide } from './walk-side';
import styles from './walks.module.css';

/** What the reader has chosen; what does not fit the library any more gives way to what does. */
type Choice = FigureValues<'walks'>;

/** Two orders of one library, watched as they are added up. */
export default function WalksFigure() {
  const recordings = useRecordings();
  const libraries = useMemo(() => (recordings?.ok ? walkLibraries(recordings.value) : []), [recordings]);
  const [choice, choose] = useFigureState('walks');
  const library = libraries.find(({ names }) => names.includes(choice.library)) ?? libraries[0];
  if (recordings === null) return <p className={styles.quiet}>Loading the recordings…</p>;
  if (library === undefined) return <p role="status">{recordings.ok ? '' : recordings.error.message}</p>;
  return <Walks libraries={libraries} library={library} choice={choice} choose={choose} />;
}

interface WalksProps {
  readonly libraries: readonly WalkLibrary[];
  readonly library: WalkLibrary;
  readonly choice: Choice;
  readonly choose: (change: Partial<Choice>) => void;
}

function Walks({ libraries, library, choice, choose }: WalksProps) {
  const layer = library.layers.find(({ products }) => products === choice.products) ?? library.layers.at(-1)!;
  const callAt = (batch: number, otherwise: number): WalkCall => layer.calls.find((call) => call.batch === batch) ?? layer.calls.find((call) => call.batch === otherwise) ?? layer.calls[0]!;
  const calls = [callAt(choice.left, 1), callAt(choice.right, besideOf(layer))] as const;
  const [left, right] = calls;
  const walks = useMemo(() => [left, right].map((call) => call.parts.map((part) => ({ ...part, walk: walkOf(part.order) }))), [left, right]);
  const all = walks.flat().map(({ walk }) => walk);
  const last = Math.max(...all.map(({ steps }) => steps.length));
  // Another walk begins with its end in sight: where everything goes is seen before the reader presses play.
  const playing = usePlaying(all, last);
  return (
    <figure className={styles.figure} aria-label="How two kernels walk" data-playing={playing.on || undefined}>
      <div className={styles.controls}>
        <Control of="rec" otherwise={<Given label="Library" value={library.label} />}>
          <SelectField
            label="Library"
            value={library.id}
            options={libraries.map(({ id, label }) => ({ value: id, label }))}
            onChange={(id) => choose({ library: id, left: 0, right: 0 })}
          />
        </Control>
        <Control of="k" otherwise={<Given label="Products in a sum, K" value={`${layer.products}, ${layer.provenance}`} />}>
          <RadioGroup
            legend="Products in a sum, K"
            value={String(layer.products)}
            options={library.layers.map(({ products, provenance }) => ({ value: String(products), label: `${products}, ${provenance}` }))}
            onChange={(products) => choose({ products: Number(products), left: 0, right: 0 })}
          />
        </Control>
      </div>
      <div className={styles.sides}>
        {calls.map((call, side) => (
          <WalkSide
            key={side}
            name={side === 0 ? 'left' : 'right'}
            layer={layer}
            call={call}
            walks={walks[side]!}
            done={playing.done}
            live={!playing.on}
            onBatch={(batch) => choose(side === 0 ? { left: batch } : { right: batch })}
          />
        ))}
      </div>
      <Transport playing={playing} walks={all} last={last} />
      <Folded title="What is drawn here">
        <p className={styles.note}>
          The order says which sums are made, not when. Drawn here: along K, sums whose products alternate are filled side by side, as the lanes of a vector instruction would; all else one after another; a sum is joined as
          soon as it is whole.{layer.provenance === 'modelled' && ` K = ${layer.products} is modelled after the recording at 768, not recorded.`}
        </p>
      </Folded>
    </figure>
  );
}

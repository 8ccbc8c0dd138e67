import { useMemo } from 'react';
import { sizeText } from '../../lib/size-text';
import { plural } from '../../lib/words';
import type { FamilySpec } from '../../orders/families';
import { makeFamily } from '../../orders/families';
import { height } from '../../orders/height';
import { Predict } from '../../figure-parts/predictions/predict';
import { nearerCounts, nearerOrder } from './nearer-order';

const PRODUCTS = 64;
const LANES = 8;
const SEED = 72;
const SEEDS = 500;

function orders() {
  const order = (family: FamilySpec) => makeFamily(family, PRODUCTS, { fused: false, bias: 'none' });
  return { plain: order({ name: 'sequential' }), lanes: order({ name: 'lanes', lanes: LANES, combine: 'in-order' }) };
}

/** Asks which of two orders comes nearer to the exact sum. */
export function NearerPrediction() {
  const { nearer } = useMemo(() => {
    const { plain, lanes } = orders();
    return nearerOrder(plain, lanes, SEED);
  }, []);
  return (
    <Predict
      id="nearer-order"
      question={`${PRODUCTS} products from seed ${SEED}: one by one, or in ${LANES} lanes that are added up at the end. Which comes nearer to the exact sum?`}
      options={[
        { value: 'first', label: 'One by one' },
        { value: 'second', label: `${LANES} lanes` },
        { value: 'neither', label: 'Equally near' },
      ]}
      answer={nearer}
      explain={<Errors />}
    />
  );
}

/** Both errors, and how often each order comes nearer; counted only once the reader has committed. */
function Errors() {
  const { errors, counts, heights } = useMemo(() => {
    const { plain, lanes } = orders();
    return { errors: nearerOrder(plain, lanes, SEED).errors, counts: nearerCounts(plain, lanes, SEEDS), heights: [height(plain), height(lanes)] };
  }, []);
  return (
    <>
      The errors are {sizeText(errors[0], 3)} and {sizeText(errors[1], 3)}; the trees’ heights are {heights[0]} and {heights[1]}. But this is one seed. Over the seeds 1 to {SEEDS}, the lanes are nearer{' '}
      {plural(counts.second, 'time')}, the plain order {plural(counts.first, 'time')}, and they tie {plural(counts.neither, 'time')}. {counts.second > counts.first ? 'The lower tree is the better bet, but no more than a bet.' : 'For a single sum the height promises nothing.'}
    </>
  );
}

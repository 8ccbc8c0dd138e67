import { FigureLayout } from '../../figure-parts/figure-layout/figure-layout';
import { Predict } from '../../figure-parts/predictions/predict';
import { useGuess } from '../../figure-parts/predictions/use-guess';
import { useSliced } from '../../figure-parts/request-state/use-sliced';
import { formatCount } from '../../lib/words';
import { usePresentation } from '../../ui/presentation';
import { NearerBars } from './nearer-bars';
import { LONG, nearerCounts, nearerFinding, SHORT, winner } from './nearer-counts';
import { NearerTable } from './nearer-table';

const NAMES = { one: 'Batch 1', sixteen: 'Batch 16', even: 'Neither' } as const;

/** Shows which of two calls comes nearer to the exact sum, by the length of the sum, and asks before it shows the longest. */
export default function NearerFigure() {
  const found = useSliced(nearerCounts) ?? [];
  const { asks } = usePresentation();
  const veiled = useGuess('nearer') === null && asks;
  const [short, long] = [SHORT, LONG].map((K) => found.find((one) => one.K === K));
  const [before, after] = short && long ? nearerFinding(short, long) : [];
  return (
    <FigureLayout
      picture={<NearerBars found={found} veiled={veiled} />}
      finding={
        <p>
          {before ?? 'The sums are being added up.'} {!asks && after}
        </p>
      }
      controls={
        asks && (
          <Predict
            id="nearer"
            question={`Batch 1 and batch 16 add up in different orders. At K = ${formatCount(LONG)}, which of the two comes nearer to the exact sum at more of the outputs?`}
            options={(['one', 'sixteen', 'even'] as const).map((value) => ({ value, label: NAMES[value] }))}
            answer={long ? winner(long) : null}
            explain={after}
          />
        )
      }
      more={<NearerTable found={veiled ? found.filter(({ K }) => K !== LONG) : found} />}
    />
  );
}

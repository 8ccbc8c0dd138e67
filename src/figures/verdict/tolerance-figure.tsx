import { useMemo } from 'react';
import { judgeFigures } from '../../experiments/judge-figures';
import { suggestTolerance } from '../../experiments/suggest-tolerance';
import { FigureLayout } from '../../figure-parts/figure-layout/figure-layout';
import { useSliced } from '../../figure-parts/request-state/use-sliced';
import { lazyPart } from '../../ui/lazy-part';
import { usePresentation } from '../../ui/presentation';
import { ExplanationLine } from './explanation-line';
import { judgedOf, knownResults, pairedOf, withExplained } from './judged';
import { RangePlot } from './range-plot';
import { ReplyButton } from './reply-button';
import { ToleranceCode, ToleranceLine } from './tolerance-code';
import { PairFields, PasteControls } from './tolerance-controls';
import { Differing, FiguresWords, NothingWords, Reasons, ToleranceWords } from './tolerance-words';
import { useComparison } from './use-comparison';
import { useExplanation } from './use-explanation';
import styles from './tolerance.module.css';

const VerdictDetails = lazyPart('What the verdict rests on', async () => (await import('./verdict-details')).VerdictDetails);

/** Two results of the reader's: whether their difference is normal, and which tolerance fits. */
export default function ToleranceFigure() {
  const comparison = useComparison();
  const { stage } = usePresentation();
  const { shown, alone, values, boxes } = comparison;
  const { dtype, tolerance: kind } = values;
  const paired = useMemo(() => shown && pairedOf(shown, dtype), [shown, dtype]);
  const known = useMemo(() => paired && knownResults(paired), [paired]);
  const { explanation, recorded } = useExplanation(known);
  const begin = useMemo(
    () =>
      paired &&
      function* () {
        yield yield* judgedOf(paired, values.products, recorded);
      },
    [paired, values.products, recorded],
  );
  const judged = useSliced(begin);
  const told = useMemo(() => shown && judged && withExplained(judged, explanation), [shown, judged, explanation]);
  const suggested = useMemo(() => told && suggestTolerance(kind, told.pair, told.judgement, told.products), [kind, told]);
  const products = values.products === 0 ? null : values.products;
  const ofFigures = useMemo(() => alone && judgeFigures(alone, { products, hasBias: null, layer: null }), [alone, products]);
  /** The verdict is that of the two results before these, which are being judged. */
  const isStale = told !== null && told.compared !== shown;

  const outcome = (
    <div className={styles.outcome}>
      {told && <ToleranceLine judged={told} suggested={suggested} />}
      {told && <ReplyButton of={{ judged: told, explanation, suggested, kind }} isStale={isStale} />}
      {alone && ofFigures && ofFigures.finding !== 'none' && <ReplyButton of={{ figures: alone, judgement: ofFigures, products }} />}
    </div>
  );
  const current = judged?.compared === shown ? judged : null;
  const paste = <PasteControls comparison={comparison} judged={current} />;
  const results = (
    <>
      {outcome}
      {paste}
    </>
  );
  const explained = known !== null && <ExplanationLine explanation={explanation} />;
  return (
    <FigureLayout
      picture={told && <RangePlot judged={told} />}
      finding={
        told ? (
          <ToleranceWords judged={told} isStale={isStale}>
            {stage ? <Differing judged={told} /> : <Reasons judged={told}>{explained}</Reasons>}
          </ToleranceWords>
        ) : alone && ofFigures ? (
          <FiguresWords figures={alone} judgement={ofFigures} products={products} />
        ) : (
          shown === null && <NothingWords boxes={boxes} />
        )
      }
      stale={isStale}
      controls={stage ? <PairFields comparison={comparison} judged={current} /> : results}
      more={
        <div className={styles.more}>
          {stage && (
            <>
              {told && <Reasons judged={told}>{explained}</Reasons>}
              {results}
            </>
          )}
          {told && (
            <>
              <ToleranceCode comparison={comparison} judged={told} suggested={suggested} />
              <VerdictDetails comparison={comparison} judged={told} explanation={explanation} suggested={suggested} />
            </>
          )}
        </div>
      }
    />
  );
}

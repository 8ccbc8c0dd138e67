import type { Explanation } from '../../experiments/explained';
import type { SuggestedTolerance } from '../../experiments/suggest-tolerance';
import { detailsText } from './explained-details';
import type { Judged } from './judged';
import { MarkedText } from './marked-text';
import { OrdersTable } from './orders-table';
import { ToleranceTable } from './tolerance-table';
import { UnitsTable } from './units-table';
import type { ComparisonState } from './use-comparison';
import styles from './tolerance.module.css';

interface VerdictDetailsProps {
  readonly comparison: ComparisonState;
  readonly judged: Judged;
  readonly explanation: Explanation | null;
  readonly suggested: SuggestedTolerance | null;
}

/** What the verdict rests on: who else gives these digits, which tests pass, the difference in three units, and what orders do. */
export function VerdictDetails({ comparison, judged, explanation, suggested }: VerdictDetailsProps) {
  return (
    <>
      {explanation && (
        <p className={styles.swap}>
          <MarkedText>{detailsText(explanation)}</MarkedText>
        </p>
      )}
      <ToleranceTable comparison={comparison} judged={judged} suggested={suggested} />
      <UnitsTable judged={judged} />
      <OrdersTable judged={judged} />
    </>
  );
}

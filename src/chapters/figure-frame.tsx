import type { CSSProperties, ReactNode } from 'react';
import { Suspense } from 'react';
import { FigureTools } from '../figure-parts/export-menu/figure-tools';
import { PartContext } from '../store/use-store';
import { useNear } from '../ui/use-near';
import styles from './chapters.module.css';
import type { FigureId } from '../share/figure-settings';
import { PART_TITLES } from '../share/part-titles';
import type { FigureEntry } from '../figures/figures';
import { FIGURES } from '../figures/figures';

interface FigureFrameProps {
  readonly id: FigureId;
  /** The caption: what is to be seen, in a sentence. */
  readonly children?: ReactNode;
}

/** A wide figure of the text, with an anchor of its own; its code loads when it comes near. */
export function FigureFrame({ id, children }: FigureFrameProps) {
  const [frame, near] = useNear<HTMLDivElement>();
  const { height, phoneHeight, Figure, ownNumbers }: FigureEntry = FIGURES[id];
  const title = PART_TITLES[id];
  const waiting = <p className={styles.waiting} data-waiting>{title} loads when you come near.</p>;
  return (
    <div ref={frame} id={id} data-part={id} className={styles.figure} style={{ '--height': height, '--phone-height': phoneHeight } as CSSProperties} role="group" aria-label={title}>
      <div className={styles.figureHead} data-part-head>
        <h3 className={styles.figureTitle}>
          <a href={`#${id}`}>{title}</a>
        </h3>
        <FigureTools id={id} ownNumbers={ownNumbers} />
      </div>
      {near ? (
        <Suspense fallback={waiting}>
          <PartContext value={id}>
            <Figure />
          </PartContext>
        </Suspense>
      ) : (
        waiting
      )}
      {children && <div className={styles.caption}>{children}</div>}
    </div>
  );
}

import type { ReactNode } from 'react';
import { PartTools } from '../figure-parts/export-menu/part-tools';
import { PartContext } from '../store/use-store';
import { useNear } from '../ui/use-near';
import { WaitingPart } from '../ui/waiting-part';
import styles from './chapters.module.css';
import './figure-heights.css';
import type { FigureId } from '../share/figure-settings';
import { PART_TITLES } from '../share/part-titles';
import type { FigureEntry } from '../figures/figures';
import { FIGURES } from '../figures/figures';

interface FigureFrameProps {
  readonly id: FigureId;
  /** The caption: what the figure shows, in a sentence. */
  readonly children?: ReactNode;
}

/** A wide figure in the text, with its own anchor; its code loads when the reader comes near. */
export function FigureFrame({ id, children }: FigureFrameProps) {
  const [frame, near] = useNear<HTMLDivElement>();
  const { Figure, ownNumbers }: FigureEntry = FIGURES[id];
  const title = PART_TITLES[id];
  return (
    <div ref={frame} id={id} data-part={id} className={styles.figure} role="group" aria-label={title}>
      <div className={styles.figureHead} data-part-head>
        <h3 className={styles.figureTitle}>
          <a href={`#${id}`}>{title}</a>
        </h3>
        <PartTools part={id} ownNumbers={ownNumbers} />
      </div>
      {near === true ? (
        <PartContext value={id}>
          <Figure />
        </PartContext>
      ) : (
        <WaitingPart name={`“${title}”`} alive={near !== null} />
      )}
      {children && <div className={styles.caption}>{children}</div>}
    </div>
  );
}

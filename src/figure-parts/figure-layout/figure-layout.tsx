import type { KeyboardEvent, ReactNode } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { RoomContext } from '../../charts/room';
import type { Task } from '../../store/store';
import { Folded } from '../../ui/folded';
import { usePresentation } from '../../ui/presentation';
import styles from './figure-layout.module.css';

export interface FigureLayoutProps {
  /** The drawing; nothing while there is none yet. On a stage it gets the room that the rest leaves: `useRoom` says how much. */
  readonly picture: ReactNode;
  /** What the picture shows, in one to three sentences; announced when it changes. */
  readonly finding?: ReactNode;
  /** In place of the finding, a question about the picture, and then its answer; it announces by itself what is to be announced. */
  readonly question?: ReactNode;
  /** What a reader sets most, in one row. */
  readonly controls?: ReactNode;
  /** Everything else, folded: tables, details, further settings. */
  readonly more?: ReactNode;
  /** Picture and finding belong to settings that have changed since. */
  readonly stale?: boolean;
  /** How far its one request has come. */
  readonly state?: Task['state'];
}

/** The order of every figure, on the page, in embeds and on a stage: picture, finding, controls, and the rest folded. */
export function FigureLayout({ picture, finding, question, controls, more, stale = false, state }: FigureLayoutProps) {
  const { stage } = usePresentation();
  return (
    <div className={styles.figure} data-state={state}>
      {stage ? <OnStage stale={stale}>{picture}</OnStage> : <div className={picture ? styles.picture : undefined} data-picture data-stale={stale || undefined}>{picture}</div>}
      <div className={styles.finding} role={question ? undefined : 'status'} data-testid="finding" data-stale={stale || undefined}>
        {question ?? finding}
      </div>
      {controls && <div className={styles.controls}>{controls}</div>}
      {more && (
        <div className={styles.more} onKeyDown={stage ? closeOnEscape : undefined}>
          <Folded title="More" always>
            <div className={styles.folded}>{more}</div>
          </Folded>
        </div>
      )}
    </div>
  );
}

/** What is open over the picture closes, and the focus returns to what opened it. */
function closeOnEscape({ key, currentTarget }: KeyboardEvent): void {
  const open = key === 'Escape' && currentTarget.querySelector<HTMLDetailsElement>(':scope > [open]');
  if (!open) return;
  open.open = false;
  open.querySelector('summary')?.focus();
}

/** A picture that fills what the rest of the figure leaves of the window. */
function OnStage({ stale, children }: { readonly stale: boolean; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = place.current!;
    const measure = (): void => setRoom(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} className={styles.picture} data-picture data-stale={stale || undefined}>
      {room !== null && <RoomContext value={room}>{children}</RoomContext>}
    </div>
  );
}

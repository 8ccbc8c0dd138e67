import { lazy, Suspense, useEffect } from 'react';
import { FIGURES } from '../figures/figures';
import { Notices } from '../figure-parts/notices';
import { pageAddress } from '../figure-parts/export-menu/page-address';
import type { EmbedLink } from '../share/embed-link';
import type { PartId } from '../share/figure-settings';
import { partLink } from '../share/part-link';
import { PART_TITLES } from '../share/part-titles';
import { PartContext, useApp } from '../store/use-store';
import styles from './embed.module.css';
import { PartBoundary } from './part-boundary';

const Lab = lazy(async () => ({ default: (await import('../lab/lab')).Lab }));

interface EmbedProps {
  readonly link: Pick<EmbedLink, 'part' | 'preset' | 'look'>;
  /** The part is on the page, or can't be. */
  readonly onArrived: () => void;
}

/** One part of the page as a guest in another, with a way to the page itself. */
export function Embed({ link: { part, preset, look }, onArrived }: EmbedProps) {
  const title = PART_TITLES[part];
  const Figure = part === 'lab' ? Lab : FIGURES[part].Figure;
  const caption = look.layout === 'wide' ? preset?.sentence : undefined;
  return (
    <>
      <main className={styles.main} aria-labelledby="title">
        <h1 id="title" className="visually-hidden">
          {title}
        </h1>
        <Notices />
        <PartBoundary instead={<p role="status">This figure could not be loaded. The full page has it too.</p>} onFailed={onArrived}>
          <Suspense>
            <PartContext value={part}>
              <Figure />
            </PartContext>
            <Arrival tell={onArrived} />
          </Suspense>
        </PartBoundary>
        {caption !== undefined && <p className={styles.caption}>{caption}</p>}
      </main>
      <footer className={styles.foot}>
        <span>Batch of One: {title}</span>
        <PageLink part={part} />
      </footer>
    </>
  );
}

/** Stands behind what is awaited, and tells when that is there. */
function Arrival({ tell }: { readonly tell: () => void }) {
  useEffect(tell, [tell]);
  return null;
}

/** The way to the part on the full page, as it stands here. */
function PageLink({ part }: { readonly part: PartId }) {
  const values = useApp(({ parts }) => parts[part]);
  return (
    <a href={partLink(pageAddress(), part, values)} target="_blank" rel="noopener">
      Open the full page
    </a>
  );
}

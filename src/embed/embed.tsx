import { useSyncExternalStore } from 'react';
import { FIGURES } from '../figures/figures';
import { Notices } from '../figure-parts/notices';
import { pageAddress } from '../figure-parts/export-menu/page-address';
import type { EmbedLink } from '../share/embed-link';
import type { PartId } from '../share/figure-settings';
import { partLink } from '../share/part-link';
import { PART_TITLES } from '../share/part-titles';
import type { FigureTarget } from '../store/figure-states';
import { lazyPart } from '../ui/lazy-part';
import styles from './embed.module.css';

const Lab = lazyPart(PART_TITLES.lab, async () => (await import('../lab/lab')).Lab);

interface EmbedProps {
  readonly link: Pick<EmbedLink, 'part' | 'preset' | 'look'>;
  readonly target: FigureTarget;
}

/** One part of the page as a guest in another, with a way to the page itself. */
export function Embed({ link: { part, preset, look }, target }: EmbedProps) {
  const title = PART_TITLES[part];
  const Figure = part === 'lab' ? Lab : FIGURES[part];
  const caption = look.layout === 'wide' ? preset?.sentence : undefined;
  return (
    <>
      <main className={styles.main} aria-labelledby="title">
        <h1 id="title" className="visually-hidden">
          {title}
        </h1>
        <Notices />
        <Figure />
        {caption !== undefined && <p className={styles.caption}>{caption}</p>}
      </main>
      <footer className={styles.foot}>
        <span>Batch of One: {title}</span>
        <PageLink part={part} target={target} />
      </footer>
    </>
  );
}

/** The way to the part on the full page, as it stands here. */
function PageLink({ part, target }: { readonly part: PartId; readonly target: FigureTarget }) {
  const href = useSyncExternalStore(target.subscribe, () => partLink(pageAddress(), part, target.read()));
  return (
    <a href={href} target="_blank" rel="noopener">
      Open the full page
    </a>
  );
}

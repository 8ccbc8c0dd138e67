import { useEffect } from 'react';
import { FIGURES } from '../figures/figures';
import { Notices } from '../figure-parts/notices';
import { pageAddress } from '../figure-parts/export-menu/page-address';
import type { EmbedLink } from '../share/embed-link';
import type { PartId } from '../share/figure-settings';
import { partLink } from '../share/page-link';
import { PART_TITLES } from '../share/part-titles';
import { PartContext, useApp } from '../store/use-store';
import { lazyPart } from '../ui/lazy-part';
import styles from './embed.module.css';

const StageSteps = lazyPart('The steps', async () => (await import('./stage-steps')).StageSteps, 'line');
const Lab = lazyPart(PART_TITLES.lab, async () => (await import('../lab/lab')).Lab);

interface EmbedProps {
  readonly link: Pick<EmbedLink, 'part' | 'preset' | 'values' | 'look'>;
  /** Called once it is there, after its parts have begun what they wait for. */
  readonly onRendered: () => void;
}

/** One part of the page as a guest in another, with a way to the page itself. */
export function Embed({ link, onRendered }: EmbedProps) {
  const { part, preset, look } = link;
  useEffect(onRendered, [onRendered]);
  const title = PART_TITLES[part];
  const Figure = part === 'lab' ? Lab : FIGURES[part].Figure;
  const caption = look.layout === 'wide' ? preset?.sentence : undefined;
  const stage = look.layout === 'stage';
  return (
    <>
      <main className={styles.main} aria-labelledby="title">
        <h1 id="title" className={stage ? styles.title : 'visually-hidden'}>
          {title}
        </h1>
        <Notices />
        <PartContext value={part}>
          <Figure />
        </PartContext>
        {caption && <p className={styles.caption}>{caption}</p>}
      </main>
      <footer className={styles.foot}>
        {stage && !look.readOnly ? <StageSteps {...link} /> : <span>Batch of One: {title}</span>}
        <PageLink part={part} />
      </footer>
    </>
  );
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

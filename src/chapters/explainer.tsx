import type { MDXComponents } from 'mdx/types';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { anchorOf } from '../share/page-link';
import { landOn } from '../ui/land-on';
import { Beside } from './beside';
import { reveal } from '../ui/reveal';
import { CHAPTERS } from './chapters';
import styles from './chapters.module.css';
import { Cite, SourceList } from './cite';
import { FigureFrame } from './figure-frame';
import { Phrase } from './phrase';
import { TableOfContents } from './table-of-contents';
import { Term } from './term';

/** Components that chapters use without importing them. */
const COMPONENTS: MDXComponents = { Figure: FigureFrame, Beside, Phrase, Term, Cite };

interface ExplainerProps {
  /** Stands above the first chapter, whose figure is beside it where there is room. */
  readonly masthead: ReactNode;
  /** Address of the permanent links. */
  readonly links: string;
}

/** The chapters and their sources. */
export function Explainer({ masthead, links }: ExplainerProps) {
  // The browser may have followed a link's anchor before this text was there.
  useEffect(() => {
    const anchor = anchorOf(window.location.hash);
    const place = anchor === '' ? null : document.getElementById(anchor);
    return place === null ? undefined : landOn(place);
  }, []);
  // What a link leads to may be folded.
  useEffect(() => {
    const follow = ({ target }: Event): void => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
      const place = link && document.getElementById(anchorOf(link.hash));
      if (place) reveal(place);
    };
    document.addEventListener('click', follow, true);
    return () => document.removeEventListener('click', follow, true);
  }, []);
  return (
    <div className={styles.explainer}>
      <TableOfContents links={links} />
      <div>
        {CHAPTERS.map(({ id, title, question, Text }, index) => (
          <section key={id} id={id} className={styles.chapter} aria-labelledby={`${id}-title`}>
            <div className={styles.text}>
              <Text
                components={COMPONENTS}
                head={
                  <>
                    {index === 0 && masthead}
                    <p className={styles.number}>{index + 1}</p>
                    <h2 id={`${id}-title`}>{title}</h2>
                    <p className={styles.question}>“{question}”</p>
                  </>
                }
              />
            </div>
          </section>
        ))}
        <section id="sources" className={styles.chapter} aria-labelledby="sources-title">
          <h2 id="sources-title">Sources</h2>
          <SourceList />
        </section>
      </div>
    </div>
  );
}

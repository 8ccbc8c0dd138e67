import { CHAPTERS } from './chapters';
import styles from './chapters.module.css';
import { useCurrentChapter } from './use-current-chapter';

interface ContentsProps {
  /** Address of the permanent links. */
  readonly links: string;
}

function ChapterList({ current, links }: ContentsProps & { readonly current: number }) {
  return (
    <ol>
      {CHAPTERS.map(({ id, title }, index) => (
        <li key={id}>
          <a href={`#${id}`} {...(index === current && { 'aria-current': 'true' as const })}>
            {index + 1}. {title}
          </a>
        </li>
      ))}
      <li>
        <a href="#lab">The Lab</a>
      </li>
      <li>
        <a href={links}>Links to keep</a>
      </li>
    </ol>
  );
}

/**
 * The list of chapters, with the current one marked. Beside the text if there is room; otherwise a sticky bar that names
 * the current chapter and expands.
 */
export function TableOfContents({ links }: ContentsProps) {
  const current = useCurrentChapter();
  return (
    <>
      <nav className={styles.side} aria-label="Contents">
        <ChapterList current={current} links={links} />
      </nav>
      <nav className={styles.bar} aria-label="Contents">
        <details
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.open = false;
          }}
          onClick={(event) => {
            if (event.target instanceof HTMLAnchorElement) event.currentTarget.open = false;
          }}
        >
          <summary>
            Contents{CHAPTERS[current] && (
              <span className={styles.current}>
                {' '}
                {current + 1}. {CHAPTERS[current].title}
              </span>
            )}
          </summary>
          <ChapterList current={current} links={links} />
        </details>
      </nav>
    </>
  );
}

import { useRef } from 'react';
import { CHAPTERS } from './chapters';
import styles from './chapters.module.css';
import { useCurrentChapter } from './use-current-chapter';

/**
 * The chapters, the one that is being read marked. Beside the text where there is room; elsewhere a bar that follows,
 * says which chapter this is, and opens.
 */
export function TableOfContents() {
  const current = useCurrentChapter();
  const bar = useRef<HTMLDetailsElement>(null);
  const list = (onChoose?: () => void) => (
    <ol>
      {CHAPTERS.map(({ id, title }, index) => (
        <li key={id}>
          <a href={`#${id}`} {...(index === current && { 'aria-current': 'true' as const })} onClick={onChoose}>
            {index + 1}. {title}
          </a>
        </li>
      ))}
      <li>
        <a href="#lab" onClick={onChoose}>
          The Lab
        </a>
      </li>
    </ol>
  );
  return (
    <>
      <nav className={styles.side} aria-label="Chapters">
        {list()}
      </nav>
      <nav className={styles.bar} aria-label="Chapters">
        <details
          ref={bar}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && bar.current) bar.current.open = false;
          }}
        >
          <summary>
            {current + 1}. {CHAPTERS[current]?.title}
          </summary>
          {list(() => {
            if (bar.current) bar.current.open = false;
          })}
        </details>
      </nav>
    </>
  );
}

import { useEffect, useState } from 'react';
import { CHAPTERS } from './chapters';
import styles from './chapters.module.css';

/** The chapters, the one that is being read marked. */
export function TableOfContents() {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    // A chapter is being read while it crosses a line in the upper third of the screen.
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.find((entry) => entry.isIntersecting);
        if (entered) setCurrent(entered.target.id);
      },
      { rootMargin: '-30% 0px -69%' },
    );
    for (const { id } of CHAPTERS) {
      const chapter = document.getElementById(id);
      if (chapter) observer.observe(chapter);
    }
    return () => observer.disconnect();
  }, []);
  return (
    <nav className={styles.toc} aria-label="Chapters">
      <ol>
        {CHAPTERS.map(({ id, title }, index) => (
          <li key={id}>
            <a href={`#${id}`} {...(id === current && { 'aria-current': 'true' as const })}>
              {index + 1}. {title}
            </a>
          </li>
        ))}
        <li>
          <a href="#lab">The Lab</a>
        </li>
      </ol>
    </nav>
  );
}

import { useEffect, useState } from 'react';
import { CHAPTERS } from './chapters';

/** Index of the current chapter, the one that crosses a line in the upper third of the screen; −1 in the Lab. */
export function useCurrentChapter(): number {
  const [current, setCurrent] = useState(0);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.find((entry) => entry.isIntersecting);
        if (entered) setCurrent(CHAPTERS.findIndex(({ id }) => id === entered.target.id));
      },
      { rootMargin: '-30% 0px -69%' },
    );
    // The Lab follows them, and is none of them.
    for (const id of [...CHAPTERS.map((chapter) => chapter.id), 'lab']) {
      const chapter = document.getElementById(id);
      if (chapter) observer.observe(chapter);
    }
    return () => observer.disconnect();
  }, []);
  return current;
}

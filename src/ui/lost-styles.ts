/** Marks a style sheet that did not arrive. */
const LOST = 'data-lost';

/**
 * Marks style sheets as they fail. The bundler's loader asks for each of them once only: a part that is asked for again
 * would come without its looks. Gives back what ends it.
 */
export function markLostStyles(page: Document): () => void {
  const mark = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.setAttribute(LOST, '');
  };
  // These events don't rise; they are heard on their way down.
  page.addEventListener('error', mark, true);
  return () => page.removeEventListener('error', mark, true);
}

/** Asks anew for style sheets that did not arrive; rejects where one of them does not come now either. */
export async function askForLostStyles(): Promise<void> {
  const lost = [...document.querySelectorAll<HTMLLinkElement>(`link[${LOST}]`)];
  await Promise.all(
    lost.map(
      (link) =>
        new Promise<void>((resolve, reject) => {
          const again = link.cloneNode() as HTMLLinkElement;
          again.removeAttribute(LOST);
          again.addEventListener('load', () => resolve(), { once: true });
          again.addEventListener('error', () => reject(new Error('A style sheet did not arrive.')), { once: true });
          link.replaceWith(again);
        }),
    ),
  );
}

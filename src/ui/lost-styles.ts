/** Marks a style sheet that failed to load. */
const LOST = 'data-lost';

/**
 * Marks style sheets as they fail. The bundler's loader requests each of them only once, so a part that is retried would
 * come without its styles. Returns a disposer.
 */
export function markLostStyles(page: Document): () => void {
  const mark = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.setAttribute(LOST, '');
  };
  // These events don't bubble: listen in the capture phase.
  page.addEventListener('error', mark, true);
  return () => page.removeEventListener('error', mark, true);
}

/** Requests the failed style sheets again; rejects if any of them fails again. */
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

import type { ComponentType } from 'react';
import { useContext, useEffect, useState } from 'react';
import { LoadingContext } from './loading';
import { askForLostStyles } from './lost-styles';
import type { PartPlace } from './missing-part';
import { MissingPart } from './missing-part';
import { PartBoundary } from './part-boundary';
import styles from './lazy-part.module.css';

/**
 * A part of the page whose code loads when it is first shown. A sentence says that it is loading; if the code can't be
 * loaded, or fails, a sentence says what is missing, and the reader can try again. The rest of the page keeps working.
 *
 * @param name its name, capitalized to begin a sentence
 * @param load imports it; called again after a failure, so that only the browser remembers the failure
 */
export function lazyPart<P extends object>(name: string, load: () => Promise<ComponentType<P>>, place: PartPlace = 'block'): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function LazyPart(props: P) {
    const [Part, setPart] = useState(() => loaded);
    const [failures, setFailures] = useState(0);
    const [loading, setLoading] = useState(Part === null);
    const begin = useContext(LoadingContext);
    useEffect(() => {
      if (!loading) return;
      const end = begin?.();
      let shown = true;
      askForLostStyles()
        .then(load)
        .then(
          (part) => {
            loaded = part;
            if (shown) setPart(() => part);
          },
          () => {
            if (shown) setFailures((count) => count + 1);
          },
        )
        .finally(() => {
          if (shown) setLoading(false);
          end?.();
        });
      return () => {
        shown = false;
      };
    }, [loading, begin]);

    const missing = (times: number | null, again: () => void) => <MissingPart name={name} place={place} failures={times} onAgain={again} />;
    if (Part !== null) return <PartBoundary instead={(again) => missing(null, again)}><Part {...props} /></PartBoundary>;
    if (!loading) return missing(failures, () => setLoading(true));
    if (place === 'line') return '…';
    return (
      <p className={styles.waiting} data-waiting>
        {name} is loading.
      </p>
    );
  };
}

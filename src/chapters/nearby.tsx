import type { ComponentType } from 'react';
import { lazy, Suspense } from 'react';
import { useNear } from '../ui/use-near';
import styles from './chapters.module.css';

/** A component of the text whose code loads, and which computes, when the reader comes near; until then a gap. */
export function nearby<P extends object>(place: 'line' | 'block', load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  // React's type of a lazy component asks for a ref that function components have no place for.
  const Loaded = lazy(load) as unknown as ComponentType<P>;
  const Tag = place === 'line' ? 'span' : 'div';
  return function Nearby(props: P) {
    const [element, near] = useNear<HTMLDivElement & HTMLSpanElement>();
    return (
      <Tag ref={element} data-waiting={(place === 'block' && !near) || undefined} className={place === 'block' && !near ? styles.gap : undefined}>
        {near ? (
          <Suspense fallback="…">
            <Loaded {...props} />
          </Suspense>
        ) : (
          '…'
        )}
      </Tag>
    );
  };
}

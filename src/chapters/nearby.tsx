import type { ComponentType } from 'react';
import type { PartPlace } from '../ui/missing-part';
import { lazyPart } from '../ui/lazy-part';
import { useNear } from '../ui/use-near';
import styles from './chapters.module.css';

/**
 * A component of the text that loads its code and computes when the reader comes near; until then, it is a gap.
 *
 * @param name its name, capitalized to begin a sentence
 */
export function nearby<P extends object>(name: string, place: PartPlace, load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Loaded = lazyPart(name, load, place);
  const Tag = place === 'line' ? 'span' : 'div';
  return function Nearby(props: P) {
    const [element, near] = useNear<HTMLDivElement & HTMLSpanElement>();
    const gap = place === 'block' && near !== true;
    return (
      <Tag ref={element} data-waiting={gap || undefined} className={gap ? styles.gap : undefined}>
        {near === true ? <Loaded {...props} /> : '…'}
      </Tag>
    );
  };
}

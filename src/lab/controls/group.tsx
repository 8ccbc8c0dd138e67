import { useState } from 'react';
import type { ReactNode } from 'react';
import { usePresentation } from '../../ui/presentation';
import { useMedia } from '../../ui/use-media';
import { Control } from '../../ui/control';
import { ReadOnlyValue } from '../../ui/read-only-value';
import styles from './controls.module.css';

interface GroupProps {
  readonly title: string;
  /** The settings in it, by their names in links. */
  readonly of: string | readonly string[];
  /** Its settings in a few words, shown while the group is closed. */
  readonly digest: string;
  /** Few readers need it: closed at first. */
  readonly rare?: boolean;
  readonly children: ReactNode;
}

/** From this width on, controls are beside the results; keep in step with lab.module.css. */
const WIDE = '(min-width: 64rem)';

/** A group of controls: open beside the results, unless few readers need it, and closed below them or if space is tight. */
export function Group({ of, rare = false, ...group }: GroupProps) {
  const { compact } = usePresentation();
  const wide = useMedia(WIDE, true) && !compact;
  // Each layout starts in its own state.
  return (
    <Control of={of} otherwise={<ReadOnlyValue label={group.title} value={group.digest} />}>
      <Foldable key={String(wide)} {...group} initiallyOpen={wide && !rare} />
    </Control>
  );
}

function Foldable({ title, digest, children, initiallyOpen }: Omit<GroupProps, 'of' | 'rare'> & { readonly initiallyOpen: boolean }) {
  const [open, setOpen] = useState(initiallyOpen);
  return (
    <details className={styles.group} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3>
        {!open && <span className={styles.digest}>{digest}</span>}
      </summary>
      <div className={styles.fields}>{children}</div>
    </details>
  );
}

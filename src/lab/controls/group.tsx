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
  readonly children: ReactNode;
}

/** From this width on, controls are beside the results; keep in step with lab.module.css. */
const WIDE = '(min-width: 64rem)';

/** A group of controls: open beside the results, closed above them or if space is tight. */
export function Group({ of, ...group }: GroupProps) {
  const { compact } = usePresentation();
  const wide = useMedia(WIDE, true) && !compact;
  // Each layout starts in its own state.
  return (
    <Control of={of} otherwise={<ReadOnlyValue label={group.title} value={group.digest} />}>
      <Foldable key={String(wide)} {...group} initiallyOpen={wide} />
    </Control>
  );
}

function Foldable({ title, digest, children, initiallyOpen }: Omit<GroupProps, 'of'> & { readonly initiallyOpen: boolean }) {
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

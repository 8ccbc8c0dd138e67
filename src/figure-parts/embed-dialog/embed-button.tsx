import { useState } from 'react';
import type { PartId } from '../../share/figure-settings';
import type { PartValues } from '../../share/part-values';
import field from '../../ui/field.module.css';
import { lazyPart } from '../../ui/lazy-part';

const EmbedDialog = lazyPart('The embed code', async () => (await import('./embed-dialog')).EmbedDialog);

interface EmbedButtonProps {
  readonly part: PartId;
  readonly title: string;
  /** The part's settings, read when the dialog opens. */
  readonly values: () => PartValues[PartId];
  /** A sentence on what is on the screen but not in the values. */
  readonly leftOut: () => string | null;
}

/** Opens the dialog with the code that embeds a part in its current state; the dialog loads on demand. */
export function EmbedButton({ part, title, values, leftOut }: EmbedButtonProps) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <button
        type="button"
        className={field.button}
        aria-haspopup="dialog"
        onClick={() => {
          setAsked(true);
          setOpen(true);
        }}
      >
        Embed
      </button>
      {asked && <EmbedDialog open={open} onClose={() => setOpen(false)} part={part} title={title} values={values} leftOut={leftOut} />}
    </>
  );
}

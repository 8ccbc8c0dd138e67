import type { PartId } from '../../share/figure-settings';
import type { PartValues } from '../../share/part-values';
import { Dialog } from '../../ui/dialog';
import { EmbedForm } from './embed-form';

interface EmbedDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly part: PartId;
  readonly title: string;
  readonly values: () => PartValues[PartId];
  readonly leftOut: () => string | null;
}

/** Code for other people's pages, with a live preview. Starts afresh each time it opens. */
export function EmbedDialog({ open, onClose, part, title, values, leftOut }: EmbedDialogProps) {
  return (
    <Dialog open={open} title={`Embed “${title}”`} onClose={onClose} wide>
      <EmbedForm part={part} title={title} begun={values} leftOut={leftOut()} />
    </Dialog>
  );
}

import { useCallback, useState } from 'react';
import { EMBED_SETTINGS } from '../../share/embed-settings';
import type { PartId } from '../../share/figure-settings';
import { partSettings } from '../../share/figure-settings';
import { firstValues } from '../../share/setting-table';
import type { PartValues } from '../../share/part-values';
import { Notice } from '../../ui/notice';
import { pageAddress } from '../export-menu/page-address';
import { CodeView } from './code-view';
import styles from './embed-dialog.module.css';
import { EmbedOptions } from './embed-options';
import { EmbedPreview } from './embed-preview';

interface EmbedFormProps {
  readonly part: PartId;
  readonly title: string;
  readonly begun: () => PartValues[PartId];
  readonly leftOut: string | null;
}

/** Whether an embed of the part keeps some settings to itself, not reporting them even to the preview. */
function keepsSome(part: PartId): boolean {
  return Object.values(partSettings(part)).some(({ scopes }) => !scopes.includes('host'));
}

/** Look, preview, code: each follows from the one before, and settings changed in the preview go into the code. */
export function EmbedForm({ part, title, begun, leftOut }: EmbedFormProps) {
  const [values, setValues] = useState(begun);
  const change = useCallback((some: Partial<PartValues[PartId]>): void => setValues((before) => ({ ...before, ...some })), []);
  const [look, setLook] = useState(() => firstValues(EMBED_SETTINGS));
  const [hostAccent, setHostAccent] = useState(false);
  const [height, setHeight] = useState<number | null>(null);
  const page = pageAddress();
  if (!/^https?:/.test(page)) return <Notice message="This page was opened from a disk, where nobody else can reach it. Open it from a server to get the code." />;
  return (
    <div className={styles.form}>
      {leftOut !== null && <Notice message={leftOut} />}
      {keepsSome(part) && <Notice tone="quiet" message="What you paste into the preview stays in it. The code carries what is pasted into the figure on this page." />}
      <EmbedOptions part={part} look={look} onLook={(some) => setLook({ ...look, ...some })} hostAccent={hostAccent} onHostAccent={setHostAccent} />
      <EmbedPreview page={page} part={part} title={title} values={values} look={look} onValues={change} height={height} onHeight={setHeight} />
      <CodeView choice={{ page, title, part, values, look, hostAccent, height }} />
    </div>
  );
}

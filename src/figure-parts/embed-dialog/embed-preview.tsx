import { useEffect, useRef, useState } from 'react';
import { EMBED_PERMISSIONS, EMBED_SANDBOX } from '../../lib/embed-protocol';
import { readMessageSettings } from '../../share/embed-link';
import { embedAddress } from '../../share/embed-code';
import { parseEmbedNews } from '../../share/embed-messages';
import type { EmbedLook } from '../../share/embed-settings';
import { EMBED_SETTINGS } from '../../share/embed-settings';
import type { PartId } from '../../share/figure-settings';
import { presetOf } from '../../share/preset-of';
import type { PartValues } from '../../share/part-values';
import { RadioGroup } from '../../ui/radio-group';
import styles from './embed-dialog.module.css';

interface EmbedPreviewProps {
  readonly page: string;
  readonly part: PartId;
  readonly title: string;
  readonly values: PartValues[PartId];
  readonly look: EmbedLook;
  readonly onValues: (values: PartValues[PartId]) => void;
  /** In CSS pixels, as the embed last reported; null before that. */
  readonly height: number | null;
  readonly onHeight: (height: number) => void;
}

/** Typical widths in CSS pixels: a phone, the text column of a documentation page, a page without one. */
const WIDTHS = { phone: 360, column: 680, wide: 1080 } as const;

/** The embed exactly as on other pages, sandbox included. */
export function EmbedPreview(props: EmbedPreviewProps) {
  const [width, setWidth] = useState<keyof typeof WIDTHS>(() => (window.innerWidth < WIDTHS.column ? 'phone' : 'column'));
  return (
    <div className={styles.preview}>
      <div className={styles.previewHead}>
        <RadioGroup
          legend="Preview in"
          value={width}
          options={[
            { value: 'phone', label: 'A phone' },
            { value: 'column', label: 'A text column' },
            { value: 'wide', label: 'A wide page' },
          ]}
          onChange={setWidth}
        />
        <p className={styles.size} role="status">
          {WIDTHS[width]} × {props.height ?? '…'} px
        </p>
      </div>
      <div className={styles.stage} tabIndex={0} role="group" aria-label="Preview">
        <Frame key={JSON.stringify(props.look)} {...props} width={WIDTHS[width]} />
      </div>
    </div>
  );
}

/** This page's theme: here, this page is the host. */
function themeHere(): EmbedLook['theme'] {
  const theme = EMBED_SETTINGS.theme.parse(document.documentElement.dataset['theme'] ?? 'auto');
  return theme.ok ? theme.value.value : 'auto';
}

/** One frame per look: its address keeps the values it started with, so that changes made inside it stay. */
function Frame({ page, part, title, values, look, onValues, height, onHeight, width }: EmbedPreviewProps & { readonly width: number }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [preset] = useState(() => presetOf(part, values));
  const [address] = useState(() => embedAddress({ page, part, values, look: { ...look, theme: look.theme === 'auto' ? themeHere() : look.theme } }));
  useEffect(() => {
    const heard = (event: MessageEvent): void => {
      if (event.source === null || event.source !== frame.current?.contentWindow) return;
      const news = parseEmbedNews(event.data);
      if (news?.type === 'height') onHeight(news.height);
      if (news?.type === 'settings') onValues(readMessageSettings(part, preset, news.settings).values);
    };
    window.addEventListener('message', heard);
    return () => window.removeEventListener('message', heard);
  }, [part, preset, onHeight, onValues]);
  return <iframe ref={frame} className={styles.frame} src={address} title={`Preview: ${title}`} sandbox={EMBED_SANDBOX} allow={EMBED_PERMISSIONS} style={{ width, height: height ?? undefined }} />;
}

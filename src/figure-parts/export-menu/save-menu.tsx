import { use, useEffect, useState } from 'react';
import type { OwnNumbers } from '../../export/figure-numbers';
import { figureJson } from '../../export/figure-json';
import { saveFile } from '../../export/save-file';
import { settingsText } from '../../export/settings-text';
import type { ShownPart } from '../../export/shown-part';
import { sourceText } from '../../export/source-text';
import { hasSnippets, snippetsOf } from '../../export/snippets/snippets';
import { drawPng } from '../../export/svg/draw-png';
import { figureSvg } from '../../export/svg/figure-svg';
import { embeddedFonts } from '../../export/svg/fonts';
import { bodyOf } from '../../export/svg/still';
import { csvText } from '../../export/tables/csv-text';
import type { ReadTable } from '../../export/tables/read-tables';
import { readTables } from '../../export/tables/read-tables';
import type { PartId } from '../../share/figure-settings';
import type { State } from '../../store/store';
import { useHost } from '../../store/use-store';
import { Checkbox } from '../../ui/checkbox';
import { CopyButton } from '../../ui/copy-button';
import field from '../../ui/field.module.css';
import styles from './share.module.css';
import { shownPartOf } from './shown-part-of';

interface SaveMenuProps {
  readonly part: PartId;
  /** The element that shows the part. */
  readonly element: Element;
  readonly ownNumbers: Promise<(state: State) => OwnNumbers>;
}

/** Pixels of a picture per CSS pixel. */
const SCALE = 2;

/** Saves a part of the page as a picture, tables, data, or code that reproduces it. */
export function SaveMenu({ part, element, ownNumbers }: SaveMenuProps) {
  const { getState } = useHost().store;
  const ownOf = use(ownNumbers);
  /** What is on the screen at the time of the call. */
  const shown = (): ShownPart => {
    const state = getState();
    const current = shownPartOf(state, part);
    return { ...current, numbers: { ...current.numbers, ...ownOf(state) } };
  };
  const [onPaper, setOnPaper] = useState(false);
  const [said, setSaid] = useState('');
  const tables = useTables(element);
  const now = shown();

  const picture = async () => {
    const fonts = await embeddedFonts();
    const current = shown();
    return figureSvg(element, { title: current.title, settings: settingsText(current), source: sourceText(current) }, { colours: onPaper ? 'paper' : 'screen', fonts, paper: true });
  };
  const save = async (make: () => Promise<Blob | string> | string, name: string, type: string): Promise<void> => {
    try {
      saveFile(await make(), `batch-of-one-${now.part}${name}`, type);
      setSaid(window.self === window.top ? 'Saved.' : 'Saved, if the page around this frame allows downloads; if not, open the full page.');
    } catch {
      setSaid('The browser could not make this file.');
    }
  };
  const saveTable = (table: ReadTable, place: number): Promise<void> => save(() => csvText(table), tables.length === 1 ? '.csv' : `-${place + 1}.csv`, 'text/csv');
  return (
    <>
      <p className={styles.title}>Picture</p>
      <div className={styles.row}>
        <button type="button" className={field.button} onClick={() => void save(async () => drawPng(await picture(), SCALE), '.png', 'image/png')}>
          PNG
        </button>
        <button type="button" className={field.button} onClick={() => void save(async () => (await picture()).markup, '.svg', 'image/svg+xml')}>
          SVG
        </button>
        <Checkbox label="on light paper" checked={onPaper} onChange={setOnPaper} />
      </div>
      <p className={styles.title}>Numbers, all digits</p>
      <div className={styles.row}>
        {tables.map((table, place) => (
          <button key={place} type="button" className={field.button} onClick={() => void saveTable(table, place)}>
            CSV{tables.length > 1 && `: ${table.name}`}
          </button>
        ))}
        <button type="button" className={field.button} onClick={() => void save(() => figureJson(shown(), readTables(bodyOf(element)), new Date().toISOString()), '.json', 'application/json')}>
          JSON
        </button>
      </div>
      {hasSnippets(now) && (
        <>
          <p className={styles.title}>Code that reproduces it</p>
          <div className={styles.row}>
            <CopyButton label="Copy as NumPy" confirmation="Copied: the same bits." text={() => snippetsOf(shown()).numpy} />
            <CopyButton label="Copy as PyTorch" confirmation="Copied: the same inputs, your library." text={() => snippetsOf(shown()).torch} />
          </div>
        </>
      )}
      <p role="status" className={styles.said}>
        {said}
      </p>
    </>
  );
}

/** The tables of a part, updated while the menu is open. */
function useTables(part: Element): readonly ReadTable[] {
  const [tables, setTables] = useState(() => readTables(bodyOf(part)));
  useEffect(() => {
    const look = (): void => setTables(readTables(bodyOf(part)));
    const changes = new MutationObserver(look);
    changes.observe(part, { childList: true, characterData: true, subtree: true });
    look();
    return () => changes.disconnect();
  }, [part]);
  return tables;
}

import { Fragment } from 'react';
import { pageAddress } from '../figure-parts/export-menu/page-address';
import { PART_TITLES } from '../share/part-titles';
import { posterName, presetParts, PRESETS } from '../share/presets';
import type { Preset } from '../share/presets';
import { CopyButton } from '../ui/copy-button';
import styles from './preset-list.module.css';

interface PresetListProps {
  /** Address of the page, relative to where the list stands: `./` beside it, nothing in it. */
  readonly page: './' | '';
  /** Address of a still picture, by its name. */
  readonly poster: (name: string) => string;
  /** The level of the entries' headings. */
  readonly heading: 'h2' | 'h3';
}

/** Every preset with a permanent link: for lectures, course pages and issue threads. */
export function PresetList(props: PresetListProps) {
  return (
    <ul className={styles.presets}>
      {PRESETS.map((preset) => (
        <PresetEntry key={preset.name} preset={preset} {...props} />
      ))}
    </ul>
  );
}

function PresetEntry({ preset, page, poster, heading: Heading }: PresetListProps & { readonly preset: Preset }) {
  const { name, title, sentence } = preset;
  const picture = posterName(preset.part, name);
  const link = `?preset=${name}`;
  const [, ...others] = presetParts(preset);
  return (
    <li className={styles.preset}>
      <div className={styles.poster}>
        <img src={poster(picture)} data-poster={picture} alt="" loading="lazy" />
      </div>
      <div>
        <Heading className={styles.title}>
          <a href={page + link}>{title}</a>
        </Heading>
        <p className={styles.sentence}>{sentence}</p>
        <p className={styles.more}>
          <CopyButton label="Copy link" about={title} confirmation="Link copied" text={() => pageAddress() + link} />
          {others.length > 0 && (
            <span>
              The same in{' '}
              {others.map((part, i) => (
                <Fragment key={part}>
                  {i > 0 && ', '}
                  <a href={`${page}${link}#${part}`}>{PART_TITLES[part]}</a>
                </Fragment>
              ))}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

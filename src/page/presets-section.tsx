import { Fragment } from 'react';
import { PART_TITLES } from '../share/part-titles';
import { pageAddress } from '../figure-parts/export-menu/page-address';
import { posterName, presetParts, PRESETS } from '../share/presets';
import type { Preset } from '../share/presets';
import { CopyButton } from '../ui/copy-button';
import styles from './page.module.css';
import type { PresetFiles } from './preset-files';
import own from './presets-section.module.css';

/** Every preset with a permanent link: for lectures, course pages and issue threads. */
export function PresetsSection({ files }: { readonly files: PresetFiles }) {
  return (
    <section id="links" className={styles.section} aria-labelledby="links-title">
      <div className={styles.text}>
        <h2 id="links-title">Links to keep</h2>
        <p>
          One link for each exercise. A name always stands for the same settings, and whoever follows it sees the same bits.
          {files.list !== null && (
            <>
              {' '}
              All of them <a href={files.list}>as JSON</a>.
            </>
          )}
        </p>
      </div>
      <ul className={own.presets}>
        {PRESETS.map((preset) => (
          <PresetEntry key={preset.name} preset={preset} files={files} />
        ))}
      </ul>
    </section>
  );
}

function PresetEntry({ preset, files }: { readonly preset: Preset; readonly files: PresetFiles }) {
  const { name, title, sentence } = preset;
  const picture = posterName(preset.part, name);
  const link = `?preset=${name}`;
  const [, ...others] = presetParts(preset);
  return (
    <li className={own.preset}>
      <div className={own.poster}>
        <img src={files.poster(picture)} data-poster={picture} alt="" loading="lazy" />
      </div>
      <div>
        <h3 className={own.title}>
          <a href={link}>{title}</a>
        </h3>
        <p className={own.sentence}>{sentence}</p>
        <p className={own.more}>
          <CopyButton label="Copy link" about={title} confirmation="Link copied" text={() => pageAddress() + link} />
          {others.length > 0 && (
            <span>
              The same in{' '}
              {others.map((part, i) => (
                <Fragment key={part}>
                  {i > 0 && ', '}
                  <a href={`${link}#${part}`}>{PART_TITLES[part]}</a>
                </Fragment>
              ))}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { PageHost } from '../store/page-host';
import { App } from './app';
import type { PresetFiles } from './preset-files';

/**
 * The page's text as HTML, before any figure and any setting, written into the page at build time.
 *
 * @param presetFiles the same as the page itself will have
 */
export function prerender(presetFiles: PresetFiles): string {
  return renderToString(
    <StrictMode>
      <App host={new PageHost(null)} version={null} presetFiles={presetFiles} />
    </StrictMode>,
  );
}

import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { PageHost } from '../store/page-host';
import { App } from './app';
import { LinksPage } from './links-page';
import { PresetList } from './preset-list';

/**
 * The page's text as HTML, before any figure and any setting, written into the page at build time.
 *
 * @param poster for a page that has the links in it: address of a still picture, by its name; null if they are a page of their own
 */
export function prerender(poster: ((name: string) => string) | null): string {
  return renderToString(
    <StrictMode>
      <App host={new PageHost(null)} version={null} presets={poster && <PresetList page="" poster={poster} heading="h3" />} />
    </StrictMode>,
  );
}

/** The same for links.html. */
export function prerenderLinks(): string {
  return renderToString(<LinksPage />);
}

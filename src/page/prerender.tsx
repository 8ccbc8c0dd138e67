import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { createAppStore } from '../store/store';
import { App } from './app';

/** The page's text as HTML, before any figure and any setting: written into index.html when the page is built. */
export function prerender(): string {
  return renderToString(
    <StrictMode>
      <App store={createAppStore()} host={null} />
    </StrictMode>,
  );
}

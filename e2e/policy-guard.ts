import type { Page } from '@playwright/test';

/** Notes in the page what its policy refuses; has to run before the page's first byte is read. Any engine runs it. */
export const WATCH_POLICY = `
  window.refused = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) => {
    window.refused.push([effectiveDirective, blockedURI, sourceFile + ':' + lineNumber, sample].join(' '));
  });`;

/** What was refused since the page was opened. */
export const REFUSED = 'window.refused';

/** Watches a page, from before it is opened; gives back what says what was refused. */
export async function watchPolicy(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(WATCH_POLICY);
  return () => page.evaluate(REFUSED);
}

/** Takes docs/page.png for the README from the built page: `npm run build && npx tsx scripts/readme-picture.ts`. */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_FLAGS, findBrowser } from './find-browser';

const server = await preview({ preview: { port: 4188 }, logLevel: 'error' });
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: BROWSER_FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 920 }, colorScheme: 'light' });
  await page.goto(server.resolvedUrls?.local[0] ?? 'http://localhost:4188/');
  await page.getByText('The trees diverge here').waitFor();
  await page.screenshot({ path: 'docs/page.png' });
} finally {
  await browser.close();
  await server.close();
}

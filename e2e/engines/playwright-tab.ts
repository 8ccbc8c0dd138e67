import type { Browser } from '@playwright/test';
import { chromium, firefox } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../../scripts/find-browser';
import { findCommand } from '../../scripts/find-command';
import type { Engine, Tab } from './tab';

async function open(browser: Browser): Promise<Tab> {
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) said.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
  return {
    said,
    goto: async (address) => void (await page.goto(address)),
    resize: (width, height) => page.setViewportSize({ width, height }),
    evaluate: (run, given) => page.evaluate(run as never, given as never),
    close: () => browser.close(),
  };
}

export const CHROMIUM: Engine = {
  name: 'Chromium',
  missing: () => (findBrowser() === null ? 'needs Chrome or Chromium' : null),
  open: async () => open(await chromium.launch({ executablePath: findBrowser()!, args: BROWSER_FLAGS })),
};

const findFirefox = (): string | null => findCommand('FIREFOX_PATH', ['firefox-esr', 'firefox']);

export const FIREFOX: Engine = {
  name: 'Firefox',
  missing: () => (findFirefox() === null ? 'needs Firefox, Debian’s package firefox-esr (FIREFOX_PATH names one)' : null),
  open: async () => open(await firefox.launch({ channel: 'moz-firefox', executablePath: findFirefox()! })),
};

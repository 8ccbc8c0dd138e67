import { expect, test as base } from '@playwright/test';

/** Playwright's `test`, failing on anything that the page says to the console beyond plain logging. */
export const test = base.extend<{ quietConsole: undefined }>({
  quietConsole: [
    async ({ page }, use) => {
      const said: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning', 'assert'].includes(message.type())) said.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
      await use(undefined);
      expect(said, 'the page was to say nothing to the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

import { expect, test } from '@playwright/test';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { watchPolicy } from './policy-guard';

for (const [name, address] of [
  ['the page', './'],
  ['the one file', pathToFileURL(resolve('dist-single/batch-of-one.html')).href],
] as const)
  test(`${name} refuses scripts and styles that somebody has put into it, and other servers, and says so in the console`, async ({ page }) => {
    // Tests that fail on what is said there fail on whatever the page itself would do against its policy.
    const said: string[] = [];
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    const refused = await watchPolicy(page);
    await page.goto(address);
    await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      const style = document.createElement('style');
      style.textContent = 'h1 { color: red }';
      const image = document.createElement('img');
      image.src = 'https://example.org/a.png';
      const base = document.createElement('base');
      base.href = 'https://example.org/';
      document.body.append(script, style, image, base);
      document.body.setAttribute('style', 'color: red');
      await fetch('https://example.org/').catch(() => undefined);
    });
    expect(await page.evaluate('window.ran')).toBeUndefined();
    await expect.poll(async () => (await refused()).map((one) => one.split(' ')[0]).sort()).toEqual(['base-uri', 'connect-src', 'img-src', 'script-src-elem', 'style-src-attr', 'style-src-elem']);
    await expect.poll(() => said.filter((one) => /content security policy/i.test(one)).length).toBeGreaterThanOrEqual(6);
  });

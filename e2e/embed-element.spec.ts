import type { Page } from '@playwright/test';
import { expect } from './console-guard';
import { arrived, test } from './embed-host';

const LIGHT = 'rgb(252, 251, 248)';
const DARK = 'rgb(21, 23, 26)';

function element(address: string, attributes: string, rest = ''): string {
  return `${rest}<batch-of-one ${attributes}><a href="${address}">A figure of Batch of One</a></batch-of-one><script async src="${address}embed.js"></script>`;
}

/** The embed inside the element, once its numbers are there. */
async function inside(page: Page) {
  const frame = await (await page.waitForSelector('batch-of-one iframe')).contentFrame();
  await arrived(frame!);
  return frame!;
}

test('the element is a titled, lazy, sandboxed frame of the figure’s height', async ({ page, servers }) => {
  await servers.open(page, element(servers.embeds.address, 'figure="sum-of-three" preset="tenths" settings="zoom=5" height="700"'));
  const iframe = page.locator('batch-of-one iframe');
  await expect(iframe).toHaveAttribute('title', 'Batch of One: sum-of-three');
  await expect(iframe).toHaveAttribute('loading', 'lazy');
  await expect(iframe).toHaveAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads');
  const frame = await inside(page);
  await expect(frame.getByText('±32 ulp')).toBeAttached();
  await expect(frame.getByRole('textbox', { name: 'a', exact: true })).toHaveValue('0.1');
  const content = await frame.evaluate(() => document.body.getBoundingClientRect().height);
  await expect(iframe).toHaveCSS('height', `${Math.ceil(content)}px`);
  // What stood between the tags was for pages without scripts.
  await expect(page.getByText('A figure of Batch of One')).toBeHidden();
});

test('until it is loaded the element has the height that it is given, and then the frame’s, which other messages do not change', async ({ page, servers }) => {
  await servers.open(page, element(servers.embeds.address, 'figure="nearer" height="345"', '<p style="height:9000px">far above</p>'));
  await expect(page.locator('batch-of-one iframe')).toHaveCSS('height', '345px');
  expect(page.frames()).toHaveLength(2);
  expect(page.frames()[1]!.url()).not.toContain('embed.html');
  await page.locator('batch-of-one').scrollIntoViewIfNeeded();
  const frame = await inside(page);
  const iframe = page.locator('batch-of-one iframe');
  // Its numbers are there, and it has the height that they need.
  await expect(frame.locator('html[data-settled]')).toBeAttached();
  await expect(iframe).not.toHaveCSS('height', '345px');
  await expect.poll(() => frame.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight)).toBe(0);
  const height = await iframe.evaluate((one) => one.style.height);
  // From the page itself, not from the frame; the last one tells that all have been delivered.
  await page.evaluate(
    () =>
      new Promise<void>((delivered) => {
        addEventListener('message', ({ data }) => data === 'that was all' && delivered());
        for (const wrong of [7, -1, 1e9, '99px', null]) postMessage({ source: 'batch-of-one', version: 1, type: 'height', height: wrong }, '*');
        for (const message of [null, 'that was all']) postMessage(message, '*');
      }),
  );
  expect(await iframe.evaluate((one) => one.style.height)).toBe(height);
});

test('events go out, and attributes in', async ({ page, servers }) => {
  await servers.open(page, `${element(servers.embeds.address, 'figure="heatmap"')}<script>
    window.events = [];
    for (const type of ['settings-changed', 'selection-changed']) document.addEventListener(type, ({ type, detail, target }) => events.push([type, detail, target.localName]));
  </script>`);
  const frame = await inside(page);
  await frame.getByText('More', { exact: true }).click();
  await frame.getByRole('radio', { name: 'ulp' }).check();
  // What is set in one breath is told in one event.
  await expect.poll(() => page.evaluate('events.length')).toBe(1);
  await frame.getByRole('button', { name: /^Output \d+ at batch \d+$/ }).first().click();
  await expect.poll(() => page.evaluate('events')).toEqual([
    ['settings-changed', 'unit=ulp', 'batch-of-one'],
    ['settings-changed', expect.stringMatching(/^unit=ulp&cell=\d+,\d+$/), 'batch-of-one'],
    ['selection-changed', { line: expect.any(Number), column: expect.any(Number) }, 'batch-of-one'],
  ]);
  const set = (name: string, value: string) => page.locator('batch-of-one').evaluate((one, [key = '', text = '']) => one.setAttribute(key, text), [name, value]);
  // The same document goes on; only what it shows is another.
  await frame.evaluate(() => Object.assign(window, { same: true }));
  await set('settings', 'rec=mkl-2020.4-768x768');
  await expect(frame.getByLabel('Library, as recorded')).toHaveValue('mkl-2020.4-768x768');
  await set('title', 'Figure 3');
  await expect(page.locator('batch-of-one iframe')).toHaveAttribute('title', 'Figure 3');
  expect(await frame.evaluate('window.same')).toBe(true);
  // Another figure is another document.
  await set('figure', 'walks');
  await expect(page.frameLocator('batch-of-one iframe').getByRole('button', { name: 'Play' })).toBeVisible();
  await set('readonly', '');
  await expect(page.frameLocator('batch-of-one iframe').getByRole('combobox', { name: 'Library' })).toHaveCount(0);
});

test('the theme is the page’s, and follows it', async ({ page, servers }) => {
  const style = '<style>body { background: #fff } [data-theme="dark"] body { background: rgb(30 30 34); transition: background .2s } body.night { background: #000 } a { color: #b3261e } [data-theme="dark"] a { color: #f2b8b5 }</style>';
  await servers.open(page, element(servers.embeds.address, 'figure="nearer" accent="auto"', style));
  const frame = await inside(page);
  const paper = frame.locator('html');
  const accent = () => frame.evaluate(() => document.documentElement.style.getPropertyValue('--accent'));
  await expect(paper).toHaveCSS('background-color', LIGHT);
  await expect.poll(accent).toBe('#b3261e');
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await expect(paper).toHaveCSS('background-color', DARK);
  await expect.poll(accent).toBe('#f2b8b5');
  await page.evaluate(() => document.documentElement.removeAttribute('data-theme'));
  await expect(paper).toHaveCSS('background-color', LIGHT);
  await page.evaluate(() => document.body.classList.add('night'));
  await expect(paper).toHaveCSS('background-color', DARK);
  await page.locator('batch-of-one').evaluate((one) => one.setAttribute('theme', 'light'));
  await expect(paper).toHaveCSS('background-color', LIGHT);
});

test('a page without a ground of its own is as light or dark as it says that it can be', async ({ page, servers }) => {
  for (const [declared, inDark] of [['light dark', DARK], ['normal', LIGHT]] as const) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await servers.open(page, element(servers.embeds.address, 'figure="nearer"', `<style>:root { color-scheme: ${declared} }</style>`));
    const frame = await inside(page);
    await expect(frame.locator('html')).toHaveCSS('background-color', inDark);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(frame.locator('html')).toHaveCSS('background-color', LIGHT);
  }
});

test('a page with a strict policy needs three lines of it', async ({ page, servers }) => {
  const origin = new URL(servers.embeds.address).origin;
  await servers.open(page, element(servers.embeds.address, 'figure="thread" accent="auto"'), {
    'content-security-policy': `default-src 'none'; script-src ${origin}; frame-src ${origin}; img-src data:`,
  });
  const frame = await inside(page);
  await expect(frame.getByText('5 of 5')).toBeVisible();
  await expect(page.locator('batch-of-one iframe')).toHaveCSS('border-top-width', '0px');
});

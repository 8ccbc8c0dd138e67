import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { expect, test } from './console-guard';
import { shareMenu, unfold } from './parts';
import { watchPolicy } from './policy-guard';
import { ALL_SHOWN, expectAllNumbers } from './whole-page';

const FILE = pathToFileURL(resolve('dist-single/batch-of-one.html')).href;

/** Opens the file with the network off; whatever it asks for beside itself is noted. */
async function open(page: Page, rest = ''): Promise<readonly string[]> {
  const asked: string[] = [];
  await page.context().setOffline(true);
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(FILE)) asked.push(request.url());
  });
  await page.goto(FILE + rest);
  return asked;
}

/** In CSS pixels, of the whole page with all that is in it, at the size of a window. */
const HEIGHTS = { laptop: { width: 1366, height: 768, most: 22_500 }, phone: { width: 390, height: 844, most: 33_000 } } as const;

/** What is folded stays so, and nothing takes more than its place. */
async function expectShort(page: Page): Promise<void> {
  const before = page.viewportSize()!;
  const session = await page.context().newCDPSession(page);
  for (const [device, { most, ...size }] of Object.entries(HEIGHTS)) {
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: device === 'phone' });
    await page.setViewportSize(size);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight), { message: device }).toBeLessThanOrEqual(most);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), device).toBe(size.width);
  }
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await page.setViewportSize(before);
}

/** Saves every kind of file of a part; each has to arrive. */
async function saveAll(page: Page, part: string): Promise<void> {
  const menu = await shareMenu(page.locator(`#${part}`));
  for (const kind of ['PNG', 'SVG', 'CSV', 'JSON']) {
    const coming = page.waitForEvent('download');
    await menu.getByRole('button', { name: kind }).first().click();
    const { length } = readFileSync(await (await coming).path());
    // A picture that was drawn: one that is empty takes less.
    expect(length, kind).toBeGreaterThan(kind === 'PNG' ? 20_000 : 200);
  }
  await page.keyboard.press('Escape');
}

test('the one file works from a disk with the network off: every part has the numbers of its poster, and all 35 numbers of the thread stand there to the last digit; its pictures and fonts are in it, and its policy refuses nothing', async ({ page }) => {
  test.setTimeout(240_000);
  const refused = await watchPolicy(page);
  const asked = await open(page, ALL_SHOWN);
  await expectAllNumbers({ evaluate: (run, given) => page.evaluate(run as never, given as never) });
  await expectShort(page);
  // The worker and the page itself compute; a whole call is computed when it is asked for.
  await unfold(page.locator('#lab'), 'Computed by');
  await expect(page.locator('#lab').getByRole('status').filter({ hasText: /^In (less than )?[\d.,]+ ms\.$/ })).toBeVisible();
  await page.locator('#heatmap').getByRole('radio', { name: 'One call' }).check();
  await expect(page.locator('#heatmap').getByTestId('finding')).toContainText('outputs differ', { timeout: 60_000 });
  await saveAll(page, 'thread');

  await page.locator('#links summary').click();
  const pictures = page.locator('#links img');
  await expect(pictures).toHaveCount(await page.locator('#links li').count());
  // One that can't be read has no width.
  const widths = await pictures.evaluateAll((all) => Promise.all((all as HTMLImageElement[]).map(async (image) => { image.loading = 'eager'; await image.decode(); return image.naturalWidth; })));
  for (const width of widths) expect(width).toBeGreaterThan(300);
  expect(await page.evaluate(async () => (await document.fonts.load('1rem "Batch Mono"')).map(({ family }) => family))).toEqual(['Batch Mono']);
  expect(await refused()).toEqual([]);
  expect(asked).toEqual([]);
});

test('a preset opens in it, what is set goes into its address, and a copied link opens the same', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '?preset=stripes');
  const heatmap = page.locator('#heatmap');
  await expect(heatmap.getByTestId('finding')).toContainText('60 at batch 128', { timeout: 60_000 });
  await heatmap.getByText('More', { exact: true }).click();
  await heatmap.getByRole('radio', { name: 'ulp' }).check();
  await expect.poll(() => page.url()).toContain('heatmap.unit=ulp');
  await (await shareMenu(heatmap)).getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('heatmap.unit=ulp');
  expect(link.startsWith(FILE)).toBe(true);
  await page.goto(link);
  await heatmap.getByText('More', { exact: true }).click();
  await expect(heatmap.getByRole('radio', { name: 'ulp' })).toBeChecked({ timeout: 30_000 });
  await expect(heatmap.getByTestId('finding')).toContainText('60 at batch 128', { timeout: 60_000 });
});

test('the recorder and the recordings that it offers are saved out of it', async ({ page }) => {
  const asked = await open(page, '#your-machine');
  const saved = async (link: Locator): Promise<[string, string]> => {
    await expect(link).toHaveAttribute('href', /^blob:/, { timeout: 30_000 });
    const coming = page.waitForEvent('download');
    await link.click();
    const download = await coming;
    return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
  };
  const recorder = page.getByRole('link', { name: 'Download record_orders.py' });
  await expect(async () => {
    await page.getByRole('heading', { name: 'Your library' }).scrollIntoViewIfNeeded();
    await expect(recorder).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await saved(recorder)).toEqual(['record_orders.py', readFileSync('public/record_orders.py', 'utf8')]);
  const row = page.getByRole('region', { name: 'The recordings' }).getByRole('cell').getByRole('link').first();
  await page.getByText(/^All \d+ recordings$/).press('Enter');
  await row.scrollIntoViewIfNeeded();
  const [name, text] = await saved(row);
  expect(text).toBe(readFileSync(`public/recordings/${name}`, 'utf8'));
  expect(asked).toEqual([]);
});

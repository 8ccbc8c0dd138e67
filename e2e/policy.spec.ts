import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './console-guard';
import { watchPolicy } from './policy-guard';

const SINGLE = pathToFileURL(resolve('dist-single/batch-of-one.html')).href;

/** Has everything on the page come, as for printing, and waits until it has. */
async function fetchAll(page: Page): Promise<void> {
  await expect(page.getByText('loads when you come near').first()).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('comenear')));
  await expect(page.getByText(/ (is loading|loads when you come near)\./)).toHaveCount(0);
}

/** Saves every kind of file of a part; each has to arrive. */
async function saveAll(page: Page, part: string): Promise<void> {
  const menu = page.locator(`#${part}`).getByRole('group', { name: 'Save' });
  await page.locator(`#${part}`).getByRole('button', { name: 'Save', exact: true }).click();
  for (const kind of ['PNG', 'SVG', 'CSV', 'JSON']) {
    const coming = page.waitForEvent('download');
    await menu.getByRole('button', { name: kind }).first().click();
    const { length } = readFileSync(await (await coming).path());
    // A picture that was drawn: one that is empty takes less.
    expect(length, kind).toBeGreaterThan(kind === 'PNG' ? 20_000 : 200);
  }
  await page.keyboard.press('Escape');
}

test('the page’s policy refuses nothing that the page does', async ({ page }) => {
  test.slow();
  const refused = await watchPolicy(page);
  await page.goto('./');
  await fetchAll(page);
  await expect(page.locator('#thread').getByText('5 of 5')).toBeVisible();
  await saveAll(page, 'thread');

  await page.locator('#heatmap').getByRole('button', { name: 'Embed' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.frameLocator('iframe').getByRole('heading', { name: 'A whole layer, output by output' })).toBeAttached();
  await dialog.getByRole('button', { name: 'Close' }).click();

  const lab = page.locator('#lab');
  await expect(lab.getByRole('status').filter({ hasText: /^In (less than )?[\d.,]+ ms\.$/ })).toBeVisible();
  await lab.getByRole('radio', { name: 'my own' }).check();
  await lab.getByRole('radio', { name: 'All rows of one batch' }).check();
  await expect(lab.getByTestId('finding')).toBeVisible();
  await lab.getByRole('radio', { name: 'Error growth' }).check();
  await expect(lab.getByTestId('finding')).toBeVisible();
  await page.getByRole('radio', { name: 'Dark' }).check();

  await page.locator('#own-machine').scrollIntoViewIfNeeded();
  await page.locator('#own-machine input[type="file"]').setInputFiles('public/recordings/mkl-2020.4-4x8.json');
  await expect(page.getByTestId('replayed')).toContainText('outputs are equal to the bit');

  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('[data-print-still] svg').first()).toBeAttached();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await refused()).toEqual([]);
});

test('the one file’s policy refuses nothing that it does, and lets it ask nobody', async ({ page }) => {
  test.slow();
  const refused = await watchPolicy(page);
  await page.goto(SINGLE);
  await fetchAll(page);
  await expect(page.locator('#thread').getByText('5 of 5')).toBeVisible();
  await saveAll(page, 'thread');
  await expect(page.locator('#lab').getByRole('status').filter({ hasText: /^In (less than )?[\d.,]+ ms\.$/ })).toBeVisible();
  const picture = page.locator('#links img').first();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  expect(await page.evaluate(async () => (await document.fonts.load('1rem "Batch Mono"')).length)).toBeGreaterThan(0);
  expect(await refused()).toEqual([]);
});

import type { Page } from '@playwright/test';
import type { Looked } from './axe';
import { problems } from './axe';
import { expect } from './console-guard';
import { openEmbed, test } from './embed-host';
import { partAt, readThrough, shareMenu } from './parts';
import { wrongNumbers } from './written-numbers';

const PHONE = { width: 390, height: 844 };

/** All of the page, or of a part, that can be there: its code has come, questions are skipped, what is folded is open, all is computed. */
async function unfold(page: Page, within = 'main'): Promise<void> {
  await readThrough(page, within);
  await page.locator(within).evaluate((element) => {
    for (const button of element.querySelectorAll('button')) if (button.textContent === 'just show me') button.click();
    for (const details of element.querySelectorAll('details')) details.open = true;
  });
  await readThrough(page, within);
  await expect(page.locator(within).getByRole('button', { name: 'just show me' })).toHaveCount(0);
  await expect(page.locator(within).getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
}

/** In light everything that axe knows; dark changes colours alone. */
async function expectAccessible(page: Page, where: Looked = {}): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await problems(page, where)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await problems(page, { ...where, rules: ['color-contrast'] })).toEqual([]);
}

/** Headings of a figure are those of a page with chapters. */
const AS_AN_EMBED: Looked = { but: ['heading-order'] };

async function expectNarrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
}

test('axe finds nothing in any part of the page, nothing scrolls sideways on a phone, and all numbers are written in one way', async ({ page }) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./?v=2&cell=4,20&from=thresholds&k=64&n=48&batches=1,2,4,8&orders=1:lanes(4);4:blocked(16)#nearer');
  await test.step('the contents beside the chapters', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await expectAccessible(page, { within: 'nav[aria-label="Contents"]' });
  });
  await page.setViewportSize(PHONE);
  await test.step('the embed dialog', async () => {
    const nearer = await partAt(page, 'nearer');
    await (await shareMenu(nearer)).getByRole('button', { name: 'Embed' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.locator('iframe').contentFrame().locator('html[data-settled]')).toBeAttached();
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await expectAccessible(page, { within: 'dialog[open]' });
    await dialog.getByRole('button', { name: 'Close' }).click();
  });
  await test.step('all parts', async () => {
    await unfold(page);
    await expect(page.locator('#lab').getByRole('tree')).toHaveCount(2);
    expect(await wrongNumbers(page)).toEqual([]);
    await expectAccessible(page);
    await expectNarrow(page);
  });
});

// A small page: whatever axe is asked, it goes through all that is there.
for (const view of ['whole', 'growth']) {
  test(`the Lab’s view ${view}, in an embed: axe finds nothing in it, and nothing scrolls sideways`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto(`./embed.html?figure=lab&view=${view}&from=thresholds&k=64&n=48&batches=1,2,4,8&orders=1:lanes(4);4:blocked(16)&gmax=8&trials=8`);
    await unfold(page);
    await expect(page.getByTestId('finding')).toBeVisible();
    await expectAccessible(page, AS_AN_EMBED);
    await expectNarrow(page);
  });
}

test('an embed in a narrow frame: axe finds nothing in it, and nothing scrolls sideways', async ({ page, servers }) => {
  await page.setViewportSize({ width: 376, height: 700 });
  const { frame } = await openEmbed(page, servers, 'preset=stripes&layout=compact&accent=ffcc00');
  expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await expectAccessible(page, AS_AN_EMBED);
});

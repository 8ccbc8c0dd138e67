import type { Page } from '@playwright/test';
import { problems } from './axe';
import { expect } from './console-guard';
import { openEmbed, test } from './embed-host';
import { openPart, readThrough } from './parts';

const PHONE = { width: 390, height: 844 };

/** All of a section that can be there: its code has come, questions are skipped, what is folded is open, all is computed. */
async function unfold(page: Page, within: string): Promise<void> {
  await readThrough(page, within);
  const section = page.locator(within);
  const skip = section.getByRole('button', { name: 'just show me' });
  while ((await skip.count()) > 0) await skip.first().click();
  await section.evaluate((element) => {
    for (const details of element.querySelectorAll('details')) details.open = true;
  });
  await readThrough(page, within);
  await expect(section.getByRole('progressbar')).toHaveCount(0, { timeout: 40_000 });
}

/** In light everything that axe knows; dark changes colours alone. */
async function expectAccessible(page: Page, within?: string, but: readonly string[] = []): Promise<void> {
  const where = { ...(within !== undefined && { within }), but };
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await problems(page, where)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await problems(page, { ...where, rules: ['color-contrast'] })).toEqual([]);
}

async function expectNarrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
}

for (const chapters of [['five-lines', 'three-numbers', 'every-addition'], ['why-the-order'], ['whole-layer', 'growth'], ['tolerance'], ['does-it-matter', 'remedies'], ['your-machine', 'links']]) {
  test(`${chapters.join(', ')}: axe finds nothing, and nothing scrolls sideways on a phone`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(PHONE);
    await page.goto(`./#${chapters[0]}`);
    for (const chapter of chapters) {
      await unfold(page, `#${chapter}`);
      // Two figures of these have tables of the same name.
      await expectAccessible(page, `#${chapter}`, ['whole-layer', 'growth'].includes(chapter) ? ['landmark-unique'] : []);
    }
    await expectNarrow(page);
  });
}

test('the Lab, in each of its views: axe finds nothing, and nothing scrolls sideways on a phone', async ({ page }) => {
  test.slow();
  await page.setViewportSize(PHONE);
  const lab = await openPart(page, 'lab', 'v=2&cell=4,20&from=thresholds&k=64&n=48&batches=1,2,4,8&orders=1:lanes(4);4:blocked(16)&gmax=8&trials=8');
  await expect(lab.getByRole('tree')).toHaveCount(2);
  for (const view of ['One row, many batch sizes', 'All rows of one batch', 'Error growth']) {
    await lab.getByRole('radio', { name: view }).check();
    await unfold(page, '#lab');
    await expect(lab.getByTestId('finding')).toBeVisible();
    await expectAccessible(page, '#lab');
  }
  await expectNarrow(page);
});

test('what stands round the chapters: axe finds nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('./');
  await expectAccessible(page);
});

test('the embed dialog on a phone: axe finds nothing, and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize(PHONE);
  const nearer = await openPart(page, 'nearer');
  await nearer.getByRole('button', { name: 'Embed' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('iframe').contentFrame().locator('html[data-settled]')).toBeAttached();
  expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  await expectAccessible(page, 'dialog[open]');
});

test('an embed in a narrow frame: axe finds nothing in it, and nothing scrolls sideways', async ({ page, servers }) => {
  await page.setViewportSize({ width: 376, height: 700 });
  const { frame } = await openEmbed(page, servers, 'preset=stripes&layout=compact&accent=ffcc00');
  expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  // An output’s heading is one of a page with chapters.
  await expectAccessible(page, undefined, ['heading-order']);
});

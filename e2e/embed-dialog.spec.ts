import type { Locator, Page } from '@playwright/test';
import { PLACES } from '../src/share/embed-code';
import { embedTable } from '../src/share/embed-link';
import { EMBED_SETTINGS } from '../src/share/embed-settings';
import { FIGURE_IDS } from '../src/share/figure-settings';
import { PRESETS } from '../src/share/presets';
import { firstValues } from '../src/share/setting-table';
import { expect, test } from './console-guard';
import { computeNothing, openPart, partAt, shareMenu } from './parts';

/** The dialog of a figure, opened by keyboard. */
async function openDialog(page: Page, id: string, query = ''): Promise<Locator> {
  // The button is in the page before its script has run.
  const part = await openPart(page, id, query);
  await (await shareMenu(part)).getByRole('button', { name: 'Embed' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

const codeIn = (dialog: Locator): Locator => dialog.locator('pre').last();

test('the height in the code is the one that the preview has; what is set there, look and place are in the code', async ({ page }) => {
  const dialog = await openDialog(page, 'stepper');
  await test.step('look and place', async () => {
    const preview = dialog.locator('iframe').contentFrame();
    await dialog.getByRole('radio', { name: 'Compact' }).check();
    await dialog.getByRole('radio', { name: 'Dark' }).check();
    await dialog.getByRole('radio', { name: 'Chosen' }).check();
    await dialog.getByLabel('Accent colour').fill('#8a1c5c');
    await dialog.getByRole('radio', { name: 'Some' }).check();
    await dialog.getByRole('checkbox', { name: 'Seed' }).check();
    await dialog.getByRole('checkbox', { name: 'Read-only' }).check();
    await expect(codeIn(dialog)).toContainText('theme="dark" accent="#8a1c5c" controls="k,seed" readonly="1" layout="compact"');
    await expect(preview.locator('html[data-layout="compact"][data-theme="dark"]')).toBeAttached();
    await expect(preview.getByText('More', { exact: true })).toBeVisible();
    await expect(preview.getByRole('slider')).toHaveCount(0);

    await dialog.getByRole('radio', { name: 'Jupyter' }).check();
    await expect(codeIn(dialog)).toHaveText(/^from IPython\.display import IFrame\nIFrame\("http:\/\/localhost:\d+\/embed\.html\?figure=stepper&theme=dark&/);
    await dialog.getByRole('radio', { name: 'VitePress' }).check();
    await expect(dialog.locator('pre')).toHaveCount(2);
    await dialog.getByRole('radio', { name: 'Link colour of your page' }).check();
    await expect(codeIn(dialog)).toContainText('accent="auto"');
  });
  await test.step('height', async () => {
    await dialog.getByRole('radio', { name: 'HTML, no script' }).check();
    const height = async (): Promise<number> => Math.round((await dialog.locator('iframe').boundingBox())!.height);
    await expect(dialog.locator('iframe').contentFrame().locator('html[data-settled]')).toBeAttached();
    await expect.poll(async () => (await codeIn(dialog).textContent())?.includes(`height="${await height()}"`)).toBe(true);
    const column = await height();
    await dialog.getByRole('radio', { name: 'A phone' }).check();
    await expect.poll(height).toBeGreaterThan(column);
    await expect.poll(async () => (await codeIn(dialog).textContent())?.includes(`height="${await height()}"`)).toBe(true);
  });
});

test('what is set in the preview is in the code, and in no figure of the page; the code is copied as it stands, and opens what was on the screen', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dialog = await openDialog(page, 'sum-of-three');
  await expect(codeIn(dialog)).toContainText('<batch-of-one figure="sum-of-three" preset="three-numbers"');
  const preview = dialog.locator('iframe').contentFrame();
  await preview.getByRole('textbox', { name: 'a', exact: true }).fill('2');
  await page.keyboard.press('Enter');
  await expect(codeIn(dialog)).toContainText('settings="v=2&amp;abc=2,-100000000,1"');
  await page.keyboard.press('Shift+Tab');
  const difference = await preview.getByLabel('The first minus the second').textContent();

  await dialog.getByRole('radio', { name: 'HTML, no script' }).check();
  // The preview's height is in the code, so it has to have come to rest.
  await expect(preview.locator('html[data-settled]')).toBeAttached();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText('Copied.')).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toBe(await codeIn(dialog).textContent());
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('#sum-of-three').getByRole('textbox', { name: 'a', exact: true })).toHaveValue('100000000');
  await page.setContent(code);
  await expect(page.locator('iframe').contentFrame().getByLabel('The first minus the second')).toHaveText(difference!);
});

test('Escape closes the dialog and gives the focus back; it opens anew, and for the Lab as it is set', async ({ page }) => {
  await computeNothing(page);
  const dialog = await openDialog(page, 'nearer', 'v=2&k=64&n=64&seed=7&from=pattern');
  await dialog.getByRole('radio', { name: 'Dark' }).check();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('#nearer').getByRole('button', { name: 'Embed' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'Auto' })).toBeChecked();
  await page.keyboard.press('Escape');

  await (await shareMenu(await partAt(page, 'lab'))).getByRole('button', { name: 'Embed' }).click();
  await expect(codeIn(page.getByRole('dialog'))).toContainText('figure="lab" settings="v=2&amp;k=64&amp;n=64&amp;seed=7&amp;from=pattern"');
});

test('the pictures that the code leads to are there', async ({ request, baseURL }) => {
  const states = [...FIGURE_IDS, 'lab' as const].flatMap((part) => [null, ...PRESETS.filter(({ values }) => values[part] !== undefined)].map((preset) => ({ part, values: firstValues(embedTable(part, preset)) })));
  const codes = states.map((state) => PLACES.picture.pieces({ ...state, page: baseURL!, title: 'A figure', look: firstValues(EMBED_SETTINGS), hostAccent: false, height: null })[0]!.code);
  const pictures = new Set(codes.map((code) => /\]\((.*?)\)\]/.exec(code)![1]!));
  // Presets that set a part alike have one picture of it.
  expect(pictures.size).toBe(new Set(states.map((state) => JSON.stringify(state))).size);
  for (const picture of pictures) {
    const answer = await request.get(picture);
    expect(answer.headers()['content-type'], picture).toMatch(/^image\/(png|svg\+xml)/);
  }
});

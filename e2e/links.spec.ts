import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { OLD_FIGURES } from '../src/share/old-figures';
import { expect, test } from './console-guard';
import { openPart, partAt, shareMenu } from './parts';

interface Fixture {
  readonly links: readonly { readonly what: string; readonly link: string; readonly figures: Readonly<Record<string, unknown>> }[];
}

const FIXTURE = (JSON.parse(readFileSync('src/share/fixtures/links-v2.json', 'utf8')) as Fixture).links.find(({ what }) => what === 'all figures')!;

/** A link of this version that sets everything in every figure of today; sums of 2²⁰ products would take their seconds. */
const ALL = { ...FIXTURE, link: FIXTURE.link.replace('error-growth.at=20', 'error-growth.at=10').replaceAll(new RegExp(`&(heatmap\\.open|(${[...OLD_FIGURES.keys()].join('|')})\\.[^&=]*)=[^&]*`, 'g'), '') };

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** All that a figure says, once it has stopped changing. */
async function settledText(figure: Locator): Promise<string> {
  let text = '';
  await expect
    .poll(
      async () => {
        const before = text;
        text = (await figure.innerText()).replace(/Link copied\.?/, '').replace(/In (less than )?[\d.,]+ ms\./, '').replaceAll(/\s+/g, ' ');
        return text === before && text.length > 100 && !/: being |are being added up|is being loaded|are being computed|Adding up|are done|is loading|loads when/.test(text) && (await figure.getByRole('progressbar').count()) === 0;
      },
      { intervals: [700], timeout: 40_000 },
    )
    .toBe(true);
  return text;
}

/** What "Copy link" in a figure's menu copies. */
async function copiedLink(page: Page, figure: Locator): Promise<string> {
  await (await shareMenu(figure)).getByRole('button', { name: 'Copy link' }).click();
  await expect(figure.getByText(/^Link copied/)).toBeVisible();
  await page.keyboard.press('Escape');
  return page.evaluate(() => navigator.clipboard.readText());
}

// That a link holds all of a part, and nothing else, is proved of every part in src/share; the Lab's is copied in lab.spec.ts.
test('a copied link opens the same numbers, and says what it can’t hold', async ({ page, context }) => {
  test.slow();
  await page.goto(`./?${ALL.link}#stepper`);
  const other = await context.newPage();
  for (const id of ['stepper', 'heatmap'] as const) {
    await test.step(id, async () => {
      await page.bringToFront();
      const part = await partAt(page, id);
      const before = await settledText(part);
      const link = await copiedLink(page, part);
      const own = ALL.link.split('&').filter((pair) => pair.startsWith(`${id}.`)).join('&');
      expect(link).toBe(new URL(`./?v=2&${own}#${id}`, page.url()).href);
      await other.bringToFront();
      await other.goto('about:blank');
      await other.goto(link);
      expect(await settledText(await partAt(other, id))).toBe(before);
    });
  }
  await page.bringToFront();
  const figure = await partAt(page, 'verdict');
  await figure.getByRole('textbox', { name: 'One result, a' }).fill(`[${'0.125, '.repeat(100)}0]`);
  await (await shareMenu(figure)).getByRole('button', { name: 'Copy link' }).click();
  await expect(figure.getByText(/Link copied\. .*more than 400 characters stay here/)).toBeVisible();
});

test('the address follows figures and Lab; back and forward go from choice to choice; dragging a slider adds one entry to the history at most', async ({ page }) => {
  const library = (await openPart(page, 'walks')).getByLabel('Library');
  const first = await library.inputValue();
  const others = await library.locator('option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  const [second, third] = others.filter((value) => value !== first) as [string, string];
  for (const name of [second, third]) {
    await library.selectOption(name);
    await expect(page).toHaveURL(`./?v=2&walks.rec=${name}#walks`);
  }
  await page.goBack();
  await expect(library).toHaveValue(second);
  await page.goBack();
  await expect(library).toHaveValue(first);
  await expect(page).toHaveURL('./#walks');
  await page.goForward();
  await expect(library).toHaveValue(second);

  const stepper = await partAt(page, 'stepper');
  const length = await page.evaluate(() => history.length);
  await stepper.getByText('More', { exact: true }).click();
  const slider = stepper.getByRole('slider', { name: 'Products' });
  for (let i = 0; i < 20; i++) await slider.press('ArrowRight');
  await expect(page).toHaveURL(/stepper\.k=36/);
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test('a garbled link gives a usable page, interprets no markup and names what is wrong; notices without end take little room, and go by keyboard, one or all of them', async ({ page }) => {
  page.on('dialog', () => expect('a script of the link').toBe('not run'));
  const markup = '%3Cimg%20src=x%20onerror=alert(1)%3E';
  const others = ALL.link.split('&').filter((pair) => !pair.startsWith('stepper.k=')).join('&');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`./?stepper.k=1000&preset=nonsense&utm_source=x&${others.replaceAll(/=[^&]*/g, '=%3Cscript%3Ealert(1)%3C/script%3E')}&${markup}=1&heatmap.${markup}=2`);
  await expect(page.getByRole('heading', { name: 'Five lines that should agree', level: 2 })).toBeVisible();
  const all = page.getByRole('button', { name: /^Dismiss all \d+$/ });
  const list = page.locator('div', { has: all }).last().locator('..');
  await test.step('notices', async () => {
    await expect(list.getByText(/^and \d+ more$/)).toBeVisible();
    expect((await list.boundingBox())!.height).toBeLessThan(600);
    const [first, second] = [list.getByRole('button', { name: 'Dismiss', exact: true }).first(), list.getByRole('button', { name: 'Dismiss', exact: true }).nth(1)];
    await expect(list.getByText(/^There is no preset called “nonsense”; there are linear-4x8/)).toBeVisible();
    await expect(list.getByText('Products (stepper.k): “1000” was set to 64: it goes from 4 to 64.')).toBeAttached();
    const sentence = await list.getByRole('paragraph').nth(1).textContent();
    await first.press('Enter');
    await expect(first).toBeFocused();
    await expect(list.getByRole('paragraph').first()).toHaveText(sentence!);
    await expect(second).toBeVisible();
    await all.press('Enter');
    await expect(page.getByRole('button', { name: /^Dismiss/ })).toHaveCount(0);
  });
  const thread = await partAt(page, 'thread');
  await expect(thread.getByText('5 of 5')).toBeVisible({ timeout: 20_000 });
  expect(await page.locator('#root script, #root img[src=x]').count()).toBe(0);
});

test('a link to the figure that is a view of the heatmap now opens it there, and is written by its new name', async ({ page }) => {
  await page.goto('./?v=2&heatmap.unit=ulp&neighbours.batch=2#neighbours');
  const heatmap = await partAt(page, 'heatmap');
  await expect(heatmap).toBeInViewport();
  await expect(heatmap.getByRole('radio', { name: 'One call' })).toBeChecked();
  await expect(heatmap.getByTestId('finding')).toContainText('In one call of 2 rows');
  await heatmap.getByText('More', { exact: true }).click();
  await heatmap.getByRole('radio', { name: 'absolute' }).check();
  await expect(page).toHaveURL(/\?v=2&heatmap\.view=rows&heatmap\.unit=absolute&heatmap\.batch=2#heatmap$/);
});

test('a link of version 1 opens what it opened; a place that was landed on is left for another, at once and for good', async ({ page }) => {
  await page.goto('./?v=1&case=linear-768x768&library=pytorch-1.13-openblas&thread-seed=7#thread-figure');
  const thread = await partAt(page, 'thread');
  await thread.locator('summary').filter({ hasText: 'More' }).click();
  await expect(thread.getByRole('textbox', { name: 'Seed' })).toHaveValue('7');
  await expect(thread.getByRole('radio', { name: 'PyTorch 1.13 with OpenBLAS' })).toBeChecked();
  await expect(thread).toBeInViewport();

  await page.evaluate(() => (window.location.hash = 'links'));
  await expect(page.getByRole('heading', { name: 'Links to keep' })).toBeInViewport();
  await page.evaluate(() => (window.location.hash = 'kernel-map'));
  const map = await partAt(page, 'kernel-map');
  await expect(map.getByRole('grid')).toBeVisible();
  await expect(map).toBeInViewport();
});

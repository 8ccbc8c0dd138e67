import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './console-guard';

interface Fixture {
  readonly links: readonly { readonly what: string; readonly link: string; readonly figures: Readonly<Record<string, unknown>> }[];
}

const FIXTURE = (JSON.parse(readFileSync('src/share/fixtures/links-v2.json', 'utf8')) as Fixture).links.find(({ what }) => what === 'all figures')!;

/** A link of this version that sets everything in every figure; sums of 2²⁰ products would take their seconds. */
const ALL = { ...FIXTURE, link: FIXTURE.link.replace('error-growth.at=20', 'error-growth.at=10') };

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** A figure of the page, near enough for its code to load. */
async function figureAt(page: Page, id: string): Promise<Locator> {
  const found = page.locator(`#${id}`);
  await found.scrollIntoViewIfNeeded();
  await expect(found.getByText('loads when you come near')).toHaveCount(0);
  return found;
}

/** All that a figure says, once it has stopped changing. */
async function settledText(figure: Locator): Promise<string> {
  let text = '';
  await expect
    .poll(
      async () => {
        const before = text;
        text = (await figure.innerText()).replace(/Link copied\.?/, '').replace(/In (less than )?[\d.,]+ ms\./, '').replaceAll(/\s+/g, ' ');
        return text === before && text.length > 100 && !/: being |are being added up|is being loaded|are being computed|Adding up|are done/.test(text) && (await figure.getByRole('progressbar').count()) === 0;
      },
      { intervals: [700], timeout: 40_000 },
    )
    .toBe(true);
  return text;
}

/** What "Copy link" in a figure's head copies. */
async function copiedLink(page: Page, figure: Locator): Promise<string> {
  await figure.getByRole('button', { name: 'Copy link' }).click();
  await expect(figure.getByText(/^Link copied/)).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test.describe('a copied link opens the same numbers', () => {
  for (const id of Object.keys(ALL.figures)) {
    test(id, async ({ page, context }) => {
      test.slow();
      await page.goto(`./?${ALL.link}#${id}`);
      const figure = await figureAt(page, id);
      const before = await settledText(figure);
      const link = await copiedLink(page, figure);
      expect(link.length).toBeLessThan(2000);
      const [, query = '', anchor] = /\?(.*)#(.*)$/.exec(link)!;
      expect(anchor).toBe(id);
      // The figure's own settings, all of them, and nothing else.
      const own = ALL.link.split('&').filter((pair) => pair.startsWith(`${id}.`));
      expect(query).toBe(['v=2', ...own].join('&'));
      const other = await context.newPage();
      await other.goto(link);
      expect(await settledText(await figureAt(other, id))).toBe(before);
    });
  }

  test('the Lab', async ({ page, context }) => {
    await page.goto('./?k=64&n=48&batches=1,2,4&from=thresholds&orders=1:lanes(4);4:blocked(16)&unit=ulp#lab');
    const lab = await figureAt(page, 'lab');
    await lab.getByRole('application', { name: /^Differences from/ }).press('Enter');
    const before = await settledText(lab);
    const link = await copiedLink(page, lab);
    expect(link).toMatch(/\?v=2&k=64&n=48&from=thresholds&orders=1:lanes\(4\);4:blocked\(16\)&batches=1,2,4&unit=ulp&cell=\d+,\d+#lab$/);
    const other = await context.newPage();
    await other.goto(link);
    expect(await settledText(await figureAt(other, 'lab'))).toBe(before);
  });

  test('and says what it can’t hold', async ({ page }) => {
    await page.goto('./#verdict');
    const figure = await figureAt(page, 'verdict');
    await figure.getByRole('textbox', { name: 'One result, a' }).fill(`[${'0.125, '.repeat(100)}0]`);
    await figure.getByRole('button', { name: 'Copy link' }).click();
    await expect(figure.getByText(/Link copied\. .*more than 400 characters stay here/)).toBeVisible();
  });
});

test('the address follows figures and Lab; back and forward go from choice to choice', async ({ page }) => {
  await page.goto('./#walks');
  const library = (await figureAt(page, 'walks')).getByLabel('Library');
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
});

test('dragging a slider adds one entry to the history at most', async ({ page }) => {
  await page.goto('./#stepper');
  const stepper = await figureAt(page, 'stepper');
  const length = await page.evaluate(() => history.length);
  const slider = stepper.getByRole('slider', { name: 'Products' });
  for (let i = 0; i < 20; i++) await slider.press('ArrowRight');
  await expect(page).toHaveURL(/stepper\.k=36/);
  expect(await page.evaluate(() => history.length)).toBe(length);
});

const GARBLED = [
  ['every key garbled', ALL.link.replaceAll(/=[^&]*/g, '=%3Cscript%3Ealert(1)%3C/script%3E')],
  ['truncated', ALL.link.slice(0, Math.floor(ALL.link.length / 2))],
  ['doubled', `${ALL.link}&${ALL.link.replaceAll(/=[^&]*/g, '=x')}`],
  ['markup in names', '%3Cimg%20src=x%20onerror=alert(1)%3E=1&heatmap.%3Cb%3E=2&preset=%22%3E%3Cscript%3E'],
] as const;

for (const [what, query] of GARBLED) {
  test(`a link that is ${what} gives a usable page, and interprets no markup`, async ({ page }) => {
    let alerted = false;
    page.on('dialog', () => (alerted = true));
    await page.goto(`./?${query}`);
    await expect(page.getByRole('heading', { name: 'Five lines that should agree', level: 2 })).toBeVisible();
    const thread = await figureAt(page, 'thread');
    await expect(thread.getByText(/^(\d+ of \d+ |\d+ )?.*printed numbers come out|of the thread’s numbers come out|recorded at 768/).first()).toBeVisible({ timeout: 20_000 });
    expect(await page.locator('#root script, #root img[src=x]').count()).toBe(0);
    expect(alerted).toBe(false);
  });
}

test('a bad value is named, and the notice can be put away', async ({ page }) => {
  await page.goto('./?stepper.k=1000&preset=nonsense&utm_source=x');
  await expect(page.getByText('Products (stepper.k): “1000” was set to 64: it goes from 4 to 64.')).toBeVisible();
  await expect(page.getByText(/^There is no preset called “nonsense”; there are linear-4x8/)).toBeVisible();
  const buttons = page.getByRole('button', { name: 'Dismiss' });
  while ((await buttons.count()) > 0) await buttons.first().click();
  await expect(page.getByText('There is no preset')).toHaveCount(0);
});

test('notices without end take little room, and go by keyboard, one or all of them', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`./?${ALL.link.replaceAll(/=[^&]*/g, '=x')}`);
  const all = page.getByRole('button', { name: /^Dismiss all \d+$/ });
  const list = page.locator('div', { has: all }).last().locator('..');
  await expect(list.getByText(/^and \d+ more$/)).toBeVisible();
  expect((await list.boundingBox())!.height).toBeLessThan(600);
  const [first, second] = [list.getByRole('button', { name: 'Dismiss', exact: true }).first(), list.getByRole('button', { name: 'Dismiss', exact: true }).nth(1)];
  const sentence = await list.getByRole('paragraph').nth(1).textContent();
  await first.press('Enter');
  await expect(first).toBeFocused();
  await expect(list.getByRole('paragraph').first()).toHaveText(sentence!);
  await expect(second).toBeVisible();
  await all.press('Enter');
  await expect(page.getByRole('button', { name: /^Dismiss/ })).toHaveCount(0);
});

test('links of version 1 open what they opened', async ({ page }) => {
  await page.goto('./?v=1&case=linear-768x768&library=pytorch-1.13-openblas&thread-seed=7#thread-figure');
  const thread = await figureAt(page, 'thread');
  await expect(thread.getByRole('textbox', { name: 'Seed' })).toHaveValue('7');
  await expect(thread.getByRole('radio', { name: 'PyTorch 1.13 with OpenBLAS' })).toBeChecked();
  await expect(thread).toBeInViewport();
});

test('a place that was landed on is left for another, at once and for good', async ({ page }) => {
  await page.goto('./#links');
  await expect(page.getByRole('heading', { name: 'Links to keep' })).toBeInViewport();
  await page.evaluate(() => (window.location.hash = 'kernel-map'));
  const map = await figureAt(page, 'kernel-map');
  await expect(map.getByRole('grid')).toBeVisible();
  await expect(map).toBeInViewport();
});

import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { FIGURE_SCRIPTS, pageScripts } from './page-scripts';
import { computeNothing } from './parts';

const { lazy, parts } = pageScripts();
const needsOf = (part: string): ReadonlySet<string> => parts.get(part) ?? new Set([`${part} is no script of the page`]);

/** What stands between the figures, and how often. */
const ASIDES: Readonly<Record<string, number>> = {
  'mean-prediction': 1,
  'three-prediction': 1,
  'sums-in-text': 3,
  'nearer-prediction': 1,
  'same-order-question': 1,
  'place-question': 1,
  'changes-in-text': 2,
  'larger-prediction': 1,
  'step-in-text': 6,
  'drift-prediction': 1,
  'drift-in-text': 5,
  'bits-kept': 2,
  'split-k-table': 1,
  'split-k-in-text': 1,
  'bounds-table': 1,
  'allclose-prediction': 1,
  'remedy-predictions': 2,
  'user-recording-panel': 1,
  'gallery-list': 1,
  'guess-the-tree': 1,
  'question-example': 1,
};

/** What the Lab, and a figure like it, shows only when it is asked to. */
const IN_LAB = ['whole-results', 'sweep-more', 'thresholds-editor', 'adder-field', 'growth-view', 'growth-groups', 'cell-panel'];

/** What comes with a figure's list of things to save; only the thread's, which has none, is opened here. */
const WITH_SAVE = ['stepper-numbers', 'three-numbers', 'step-numbers', 'tolerance-numbers'];

/** What the page says once the reader has dropped a file, and what writes a reply to copy; neither is done here. */
const WITH_FILE = ['short-summary', 'reply'];

/** What a figure shows besides, folded. */
const FOLDED: Readonly<Record<string, string>> = { verdict: 'verdict-details' };

/** What leads back from a figure that is out of sight of its phrase; no phrase is pressed here. */
const WITH_PHRASE = ['way-back'];

/** What a map's details show besides; here the details themselves are lost. */
const WITH_DETAILS = ['cell-sums', 'sweep-histogram'];

/** What reads recordings; figures show that it is missing, not their parts. */
const READER = 'read-gallery-file';

const elsewhere = new Set([...parts].flatMap(([part, needs]) => ([...IN_LAB, ...WITH_SAVE, ...WITH_FILE, ...WITH_PHRASE, ...WITH_DETAILS, READER].includes(part) ? [] : [...needs])));
const inLab = new Set(IN_LAB.flatMap((part) => [...needsOf(part)]));
const inLabOnly = lazy.filter((file) => !elsewhere.has(file) && inLab.has(file));
const others = lazy.filter((file) => elsewhere.has(file));
/** Every second part. */
const SOME: ReadonlySet<string> = new Set([...parts.keys()].filter((part) => ![...IN_LAB, ...WITH_SAVE, ...WITH_FILE, ...WITH_PHRASE, ...WITH_DETAILS, READER].includes(part)).sort().filter((_, at) => at % 2 === 0));
const isOfSome = (file: string): boolean => [...parts].every(([part, needs]) => !needs.has(file) || SOME.has(part));
/** A page load each: what some parts alone need, and the others stand; what others need, and what many share. */
const GROUPS = [others.filter(isOfSome), others.filter((file) => !isOfSome(file))];

const missing = (where: Page | Locator): Locator => where.locator('[data-missing]');

/** Opens the page without the scripts that are lost; those that were asked for are noted. */
async function open(page: Page, lost: ReadonlySet<string>, query = ''): Promise<ReadonlySet<string>> {
  const asked = new Set<string>();
  await page.route('**/assets/*.js', async (route) => {
    const name = route.request().url().replace(/^.*\//, '');
    if (lost.has(name)) asked.add(name);
    await (lost.has(name) ? route.abort() : route.continue());
  });
  await page.goto(`./${query}`);
  await expect(page.getByText('is not loaded yet').first()).toBeVisible();
  return asked;
}

/** Waits until everything is there, or is known to be missing. */
async function settled(where: Page | Locator): Promise<void> {
  await expect(where.getByText(/ (is loading|is not loaded yet)\./)).toHaveCount(0);
}

/** Tries again everything that is missing, until nothing is. */
async function tryAllAgain(page: Page, where: Page | Locator = page): Promise<void> {
  // In folds, too.
  const buttons = missing(where).locator('button');
  await expect(async () => {
    await buttons.evaluateAll((all) => all.forEach((button) => (button as HTMLElement).click()));
    // What has come may be a dialog, which has the page to itself.
    if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');
    await expect(buttons).toHaveCount(0, { timeout: 2000 });
  }).toPass();
  await settled(where);
  await expect(missing(where)).toHaveCount(0);
}

test('every lazy script belongs to a part that these tests look at, and is lost once', () => {
  const known = [...FIGURE_SCRIPTS.values(), ...Object.values(FOLDED), ...Object.keys(ASIDES), ...IN_LAB, ...WITH_SAVE, ...WITH_FILE, ...WITH_PHRASE, ...WITH_DETAILS, 'linked-lab', 'share-menu', 'embed-dialog', 'print-stills', READER];
  expect([...parts.keys()].sort()).toEqual(known.sort());
  expect([...GROUPS.flat(), ...inLabOnly].sort()).toEqual(lazy.filter((file) => elsewhere.has(file) || inLab.has(file)));
});

for (const [at, group] of GROUPS.entries())
  test(`a lazy script that does not come leaves the rest of the page, says so and can be tried again, ${at + 1} of ${GROUPS.length}`, async ({ page }) => {
    const lost = new Set(group);
    const isHit = (part: string): boolean => [...needsOf(part)].some((file) => lost.has(file));
    await computeNothing(page);
    const asked = await open(page, lost);
    const headings = await page.getByRole('heading', { level: 2 }).count();
    await page.evaluate(() => window.dispatchEvent(new Event('comenear')));
    await settled(page);

    // Exactly the parts that need one of these scripts are missing.
    for (const [id, script] of FIGURE_SCRIPTS) await expect(missing(page.locator(`#${id}`)), id).toHaveCount(isHit(script) || isHit(FOLDED[id] ?? script) ? 1 : 0);
    await expect(missing(page.locator('#lab'))).toHaveCount(isHit('linked-lab') ? 1 : 0);
    const inText = (): Promise<number> => page.evaluate(() => [...document.querySelectorAll('main [data-missing]')].filter((one) => one.closest('[data-part], #lab') === null).length);
    await expect.poll(inText).toBe(Object.entries(ASIDES).reduce((sum, [script, times]) => sum + (isHit(script) ? times : 0), 0));

    const tools = page.locator('#thread [data-part-head]');
    await tools.getByRole('button', { name: 'Share' }).click();
    await settled(page);
    await expect(missing(tools)).toHaveCount(isHit('share-menu') ? 1 : 0);
    // The dialog opens from the menu.
    if (isHit('share-menu')) {
      for (const file of needsOf('share-menu')) lost.delete(file);
      await tools.getByRole('button', { name: 'Try again' }).click();
    }
    await tools.getByRole('button', { name: 'Embed' }).click();
    await settled(page);
    await expect(missing(tools)).toHaveCount(isHit('embed-dialog') ? 1 : 0);
    if (!isHit('embed-dialog')) await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    if (isHit('print-stills')) {
      await page.getByRole('button', { name: 'Print as a handout' }).click();
      await expect(missing(page.locator('footer'))).toBeVisible();
    }

    // Each was asked for, nothing else is gone, and it is there as soon as it can be had.
    expect(group.filter((file) => !asked.has(file))).toEqual([]);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(headings);
    for (const one of await missing(page).all()) await expect(one).toHaveText(/could not be loaded\.\s+Try again\s*$/);
    lost.clear();
    await tryAllAgain(page);
  });

test('a lazy script of the Lab that does not come leaves the rest of the Lab, and one that reads recordings the figures that need none; both say so and can be tried again', async ({ page }) => {
  const reader = [...needsOf(READER)].filter((file) => !others.includes(file));
  const lost = new Set([...inLabOnly, ...reader]);
  const asked = await open(page, lost, '?k=64&n=64&from=pattern&cell=4,1#lab');
  const lab = page.locator('#lab');
  const view = (name: string): Locator => lab.getByRole('radio', { name });
  await expect(lab.getByTestId('finding')).toBeVisible();
  await expect(missing(lab)).toHaveText([/^This output could not be loaded\./, /^The details could not be loaded\./, /^The adder could not be loaded\./]);
  await view('my own').check();
  await expect(missing(lab)).toHaveText([/^This output/, /^The details/, /^The editor of orders could not be loaded\./, /^The adder/]);
  await lab.getByRole('radio', { name: 'order', exact: true }).check();
  await expect(missing(lab)).toHaveText([/^This output/, /^The details/, /^The editor of orders/, /^The adder/]);
  await view('All rows of one batch').check();
  await expect(missing(lab)).toHaveText([/^This view could not be loaded\./, /^The editor of orders/, /^The adder/]);
  await view('Error growth').check();
  await expect(missing(lab)).toHaveText([/^This view could not be loaded\./, /^These settings could not be loaded\./]);
  const thread = page.locator('#thread');
  await thread.scrollIntoViewIfNeeded();
  await expect(thread).toContainText('The recording mkl-2020.4-4x8 could not be loaded.');
  await expect(thread.getByText('5 of 5')).toHaveCount(0);
  expect([...inLabOnly, ...reader].filter((file) => !asked.has(file))).toEqual([]);
  lost.clear();
  await tryAllAgain(page, lab);
  await expect(lab.getByTestId('finding')).toBeVisible();
  await thread.getByRole('button', { name: 'Try again' }).click();
  await expect(thread.getByText('5 of 5')).toBeVisible();
});

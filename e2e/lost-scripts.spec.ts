import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { FIGURE_SCRIPTS, pageScripts } from './page-scripts';

const { lazy, parts } = pageScripts();
const base = (url: string): string => url.replace(/^.*\//, '');
const needsOf = (part: string): ReadonlySet<string> => parts.get(part) ?? new Set([`${part} is no script of the page`]);

/** What stands between the figures, and how often. */
const ASIDES: Readonly<Record<string, number>> = {
  'mean-prediction': 1,
  'three-prediction': 1,
  'sums-in-text': 3,
  'nearer-prediction': 1,
  'same-order-question': 1,
  'changes-in-text': 2,
  'allclose-prediction': 1,
  'remedy-predictions': 2,
  'user-recording-panel': 1,
  'gallery-list': 1,
  'guess-the-tree': 1,
  'question-example': 1,
};

/** What the Lab shows only when it is asked to. */
const IN_LAB = ['sweep-histogram', 'thresholds-editor', 'whole-results', 'growth-view', 'growth-groups'];

const elsewhere = new Set([...parts].flatMap(([part, needs]) => (IN_LAB.includes(part) ? [] : [...needs])));
const inLabOnly = lazy.filter((file) => !elsewhere.has(file));
const others = lazy.filter((file) => elsewhere.has(file));
/** A page load each. What only the Lab loads is lost by itself, or the Lab would not be there to ask for it. */
const GROUPS = [inLabOnly, ...Array.from({ length: 9 }, (_, group) => others.filter((__, at) => at % 9 === group))];

/** Opens the page without the scripts that are lost; those that were asked for are noted. Little is computed. */
async function open(page: Page, lost: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const asked = new Set<string>();
  await page.route('**/assets/*.js', async (route) => {
    const name = base(route.request().url());
    if (lost.has(name)) asked.add(name);
    const inWorker = !parts.has(name.replace(/-[\w-]{8}\.js$/, '')) && /^(thread|whole-batch|growth|depth|flips|remedies)-[\w-]{8}\.js$/.test(name);
    await (lost.has(name) || inWorker ? route.abort() : route.continue());
  });
  await page.goto('./');
  await expect(page.getByText('loads when you come near').first()).toBeVisible();
  return asked;
}

/** Waits until everything is there, or is known to be missing. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByText(/ (is loading|loads when you come near)\./)).toHaveCount(0);
}

const missing = (where: Page | Locator): Locator => where.locator('[data-missing]');

/** Tries again everything that is missing, until nothing is. */
async function tryAllAgain(page: Page): Promise<void> {
  const buttons = page.getByRole('button', { name: 'Try again' });
  await expect(async () => {
    for (const button of await buttons.all()) await button.click({ timeout: 1000 });
    await expect(buttons).toHaveCount(0, { timeout: 2000 });
  }).toPass();
  await settled(page);
}

test('every lazy script belongs to a part that these tests look at', () => {
  const known = [...FIGURE_SCRIPTS.values(), ...Object.keys(ASIDES), ...IN_LAB, 'linked-lab', 'save-menu', 'embed-dialog', 'print-stills'];
  expect([...parts.keys()].sort()).toEqual(known.sort());
  expect(inLabOnly.length).toBeGreaterThan(0);
});

for (const [at, group] of GROUPS.entries())
  test(`a lazy script that does not come leaves the rest of the page, says so and can be tried again, ${at + 1} of ${GROUPS.length}`, async ({ page }) => {
    const lost = new Set(group);
    const isHit = (part: string): boolean => [...needsOf(part)].some((file) => lost.has(file));
    const asked = await open(page, lost);
    const headings = await page.getByRole('heading', { level: 2 }).count();
    await page.evaluate(() => window.dispatchEvent(new Event('comenear')));
    await settled(page);

    for (const [id, script] of FIGURE_SCRIPTS) await expect(missing(page.locator(`#${id}`)), id).toHaveCount(isHit(script) ? 1 : 0);
    const inText = page.locator('section p > [data-missing], section > div > div > [data-missing]').and(page.locator('section:not(#lab) *'));
    const asides = Object.entries(ASIDES).reduce((sum, [script, times]) => sum + (isHit(script) ? times : 0), 0);
    await expect(inText).toHaveCount(asides);

    const thread = page.locator('#thread [data-part-head]');
    await thread.getByRole('button', { name: 'Save' }).click();
    await settled(page);
    await expect(missing(thread)).toHaveCount(isHit('save-menu') ? 1 : 0);
    await page.keyboard.press('Escape');
    await thread.getByRole('button', { name: 'Embed' }).click();
    await settled(page);
    await expect(missing(thread)).toHaveCount(isHit('embed-dialog') ? 1 : 0);
    if (!isHit('embed-dialog')) await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

    const lab = page.locator('#lab');
    if (isHit('linked-lab')) await expect(missing(lab)).toHaveCount(1);
    else await throughLab(lab, (hit) => expect(missing(lab)).toHaveCount(hit.filter(isHit).length));

    if (isHit('print-stills')) {
      await page.getByRole('button', { name: 'Print as a handout' }).click();
      await expect(page.locator('footer').getByText('What lays out the figures on paper could not be loaded.')).toBeVisible();
      lost.clear();
    }

    // Each was asked for, nothing else is gone, and it is there as soon as it can be had.
    expect(group.filter((file) => !asked.has(file))).toEqual([]);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(headings);
    for (const one of await missing(page).all()) await expect(one).toContainText('could not be loaded.');
    lost.clear();
    await tryAllAgain(page);
    await expect(missing(page)).toHaveCount(0);
  });

/** Has the Lab show all that it has; `see` is told what is to be seen at each step. */
async function throughLab(lab: Locator, see: (parts: readonly string[]) => Promise<void>): Promise<void> {
  await expect(lab.getByTestId('finding')).toBeVisible();
  await see(['sweep-histogram']);
  await lab.getByRole('radio', { name: 'my own' }).check();
  await see(['sweep-histogram', 'thresholds-editor']);
  await lab.getByRole('radio', { name: 'All rows of one batch' }).check();
  await see(['whole-results', 'thresholds-editor']);
  await lab.getByRole('radio', { name: 'Error growth' }).check();
  await see(['growth-view', 'growth-groups']);
  await lab.getByRole('radio', { name: 'One row, many batch sizes' }).check();
}

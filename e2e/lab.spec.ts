import type { Locator, Page } from '@playwright/test';
import { expect, test } from './console-guard';
import { shareMenu, unfold } from './parts';

const OWN = 'from=thresholds&k=64&n=48&batches=1,2,4,8&orders=1:lanes(4);4:blocked(16)';

function lab(page: Page): Locator {
  return page.locator('#lab');
}

function map(page: Page): Locator {
  return lab(page).getByRole('application', { name: /^Differences from/ });
}

/** Opens the page and goes down to the Lab, whose code loads when it comes near. */
async function open(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await lab(page).scrollIntoViewIfNeeded();
}

/** The sentence of the map. */
function finding(page: Page): Locator {
  return lab(page).getByTestId('finding');
}

/** The summary's line of a batch size, as text; it may be folded. */
function line(page: Page, batch: number): Locator {
  return lab(page).locator('tr').filter({ has: page.locator('th[scope=row]', { hasText: new RegExp(`(^|[A-Z])${batch}$`) }) });
}

async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}

test('a stranger sees at once which batch sizes agree; the map is read and chosen from by keyboard, down to the bits and the trees', async ({ page }) => {
  await open(page, './?v=1&gmax=10&trials=16');
  await test.step('which agree, and where the orders come from', async () => {
    await expect(finding(page)).toContainText('Batches 4, 8, 16 and 128 agree to the bit with one another.');
    await expect(finding(page)).toContainText('592 of 768 outputs differ from batch 1 at batch 2');
    const orders = lab(page).getByRole('region', { name: 'Orders of addition', includeHidden: true });
    await expect(orders).toContainText('0..4 + 8..764:4 + (6..766:4) + (5..765:4 + (7..767:4)) + b');
    await expect(orders).not.toContainText(/not recorded|modelled/);
    await expect(orders).toContainText(/Recorded on \d{4}-\d\d-\d\d from PyTorch 2\.13/);
    await expect(line(page, 1)).toContainText('the baseline');
    await expect(line(page, 4)).toContainText('711 of 768');
    await expect(line(page, 4)).toContainText('fails at 10');
  });
  await test.step('the map by keyboard', async () => {
    await map(page).focus();
    // From the output that is shown at first.
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(lab(page).locator('output').first()).toHaveText(/^batch 4, output 1: −?0\.\d+/);
    await page.keyboard.press('Enter');
    await lab(page).getByText('More', { exact: true }).click();
    const panel = lab(page).getByRole('region', { name: 'Output 1 at batch 4', exact: true });
    await expect(panel.getByRole('img', { name: /^bits 0x/ })).toHaveCount(2);
    const sums = lab(page).getByRole('region', { name: 'Output 1 at batch 4, added up' });
    await expect(sums.getByText(/^Batch 4: 0x[0-9a-f]{8}; Batch 1: 0x[0-9a-f]{8}$/)).toBeVisible();
    await expect(sums.getByText(/^The trees diverge here: batch 4 adds/)).toBeVisible();
    await expect(sums.getByRole('tree')).toHaveCount(2);
    await panel.getByRole('button', { name: 'Clear' }).click();
    await expect(sums).toHaveCount(0);
  });
  await test.step('a whole batch shows OpenBLAS’s stripes, and the table agrees with the sentence', async () => {
    await lab(page).getByRole('combobox', { name: 'Recording', exact: true }).selectOption('pytorch-1.13-openblas-768x768');
    await lab(page).getByRole('radio', { name: 'All rows of one batch' }).check();
    await expect(finding(page)).toContainText('Modelled: in one call of 128 rows, 7,325 of 98,304 outputs differ');
    await expect(finding(page)).toContainText('Outputs 8–183, 200–375, 392–567 and 584–759 agree in every row.');
    await expect(line(page, 128)).toContainText('7,325 of 98,304');
  });
  await test.step('growth curves have a bound for each tree, and the condition number once something cancels', async () => {
    await lab(page).getByRole('radio', { name: 'Error growth' }).check();
    const plot = lab(page).getByRole('img', { name: /^Error against the number of products/ });
    await expect(plot.getByText('bound, lanes(8)')).toBeVisible();
    await expect(plot.getByText('kahan', { exact: true })).toBeVisible();
    await expect(finding(page)).toContainText('At K = 1,024');
    await expect(lab(page).getByLabel(/^Condition number/)).toHaveCount(0);
    await lab(page).getByLabel('Data of the curves').selectOption('cancelling');
    await expect(lab(page).getByLabel('Condition number, power of ten', { exact: true })).toBeVisible();
    await lab(page).getByRole('button', { name: 'Remove curve 5' }).click();
    await expect(plot.getByText('kahan', { exact: true })).toHaveCount(0);
    await lab(page).getByRole('button', { name: 'Reset' }).click();
  });
  await test.step('another K needs another order: the page says so and offers two ways out', async () => {
    await expect(finding(page)).toContainText('592');
    await unfold(lab(page), 'Layer');
    await type(lab(page).getByLabel('K, inputs, typed'), '512');
    await expect(lab(page).getByText(/was recorded at 768 → 768, not at 512 → 768/)).toBeVisible();
    await expect(finding(page)).toContainText('592');
    await lab(page).getByRole('button', { name: /Carry the order over to 512/ }).click();
    await expect(lab(page).getByText('Like PyTorch 2.13, carried over to 512 → 768, one order for all rows and outputs: modelled, not recorded.')).toBeAttached();
    await expect(finding(page)).toContainText('All of these orders are modelled, not recorded.');
    await expect(finding(page)).not.toContainText('592 of 768');
  });
});

test('settings of one’s own: what is out of range or can’t be read is said aloud, and what changes only what is shown computes nothing', async ({ page }) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Object.assign(window, { asked: 0 });
    Worker.prototype.postMessage = function (this: Worker, ...message: [never]) {
      (window as unknown as { asked: number }).asked++;
      post.apply(this, message);
    };
  });
  await open(page, `./?v=1&${OWN}`);
  await test.step('baseline and unit', async () => {
    const asked = (): Promise<number> => page.evaluate(() => (window as unknown as { asked: number }).asked);
    await expect(line(page, 4)).toContainText('of 48');
    const before = await asked();
    expect(before).toBeGreaterThan(0);
    await lab(page).getByRole('combobox', { name: 'Baseline' }).selectOption('4');
    await expect(line(page, 4)).toContainText('the baseline');
    await expect(map(page)).toHaveAccessibleName(/^Differences from batch 4/);
    await lab(page).getByRole('combobox', { name: 'Baseline' }).selectOption('exact');
    await expect(finding(page)).toContainText('differ from the correctly rounded sum at');
    await lab(page).getByRole('radio', { name: 'ulp' }).check();
    await expect(lab(page).getByText(/Difference from the exact sum, in ulp/)).toBeVisible();
    expect(await asked()).toBe(before);
    await lab(page).getByRole('combobox', { name: 'Baseline' }).selectOption('1');
  });
  await test.step('an order in the notation: an error is shown at its place and the last good order stays', async () => {
    await expect(finding(page)).toContainText('of 48 outputs differ');
    await lab(page).getByLabel('Order 2', { exact: true }).selectOption('notation');
    const text = lab(page).getByLabel('Order 2 in the notation');
    await expect(text).toHaveValue('0..15 + (16..31) + (32..47) + (48..63) + b');
    const before = await finding(page).innerText();
    await text.fill('0..15 + (16..31) + (32..47) + (48..62) + b');
    const go = lab(page).getByRole('button', { name: /Go to character/ });
    await expect(go).toBeVisible();
    await expect(text).toHaveAttribute('aria-invalid', 'true');
    await expect(lab(page).getByText('The last order that could be read stays in force.')).toBeVisible();
    expect(await finding(page).innerText()).toBe(before);
    await go.click();
    await expect(text).toBeFocused();
    await text.fill('63..0 + b');
    await expect(lab(page).getByRole('region', { name: 'Orders of addition', includeHidden: true })).toContainText('63..0 + b');
    await expect(text).not.toHaveAttribute('aria-invalid', 'true');
  });
  await test.step('a GPU: one choice moves the order that can stand on one and takes a format for it; another GPU is a baseline', async () => {
    await lab(page).getByLabel('Order 2', { exact: true }).selectOption('split-k');
    await unfold(lab(page), 'Layer');
    const adder = lab(page).getByLabel('Adder', { exact: true });
    await expect(adder).toHaveValue('h100');
    await adder.selectOption('v100');
    await expect(lab(page).getByLabel('Number format')).toHaveValue('float16');
    await adder.selectOption('h100');
    await expect(lab(page).getByRole('region', { name: 'Orders of addition', includeHidden: true })).toContainText('@ h100');
    await lab(page).getByRole('combobox', { name: 'Baseline' }).selectOption('the same call on A100');
    await expect(finding(page)).toContainText('The same numbers and the same code on A100');
    await expect(lab(page).getByRole('region', { name: 'Orders of addition', includeHidden: true })).toContainText('@ a100');
    await expect.poll(() => page.url()).toContain('base=on-a100');
    await lab(page).getByRole('combobox', { name: 'Baseline' }).selectOption('1');
    await adder.selectOption('ordinary float32 additions');
    await expect(lab(page).getByRole('region', { name: 'Orders of addition', includeHidden: true })).not.toContainText('@');
  });
  await test.step('batch sizes that are typed are computed and named', async () => {
    await type(lab(page).getByLabel('Batch sizes', { exact: true }), '1, 3, 5');
    await expect(finding(page)).toContainText('Batches 1 and 3 agree to the bit');
    await expect(line(page, 5)).toContainText('of 48');
  });
  await test.step('a number out of range is brought inside', async () => {
    await type(lab(page).getByLabel('K, inputs, typed'), '100000');
    await expect(lab(page).getByText('K, inputs goes from 1 to 4,096: 100000 became 4,096.')).toBeVisible();
    await type(lab(page).getByLabel('Batch sizes', { exact: true }), '1, 16, 9999');
    await expect(lab(page).getByText(/Batch sizes was cut to 1, 16/)).toBeVisible();
    await type(lab(page).getByLabel('Batch sizes', { exact: true }), 'none');
    await expect(lab(page).getByText(/it is still 1, 16/)).toBeVisible();
  });
});

test('a copied link opens the same state, also on a phone, where the settings fold away and nothing but the map and the table scrolls sideways', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, `./?v=1&${OWN}`);
  await lab(page).getByRole('combobox', { name: 'Baseline' }).selectOption('float64');
  await lab(page).getByRole('radio', { name: 'absolute' }).check();
  await map(page).click({ position: { x: 40, y: 120 } });
  const panel = lab(page).getByRole('region', { name: /^Output \d+ at batch 4$/ });
  await lab(page).getByText('More', { exact: true }).click();
  await expect(lab(page).getByRole('tree')).toHaveCount(1);
  const title = await panel.getByRole('heading', { level: 3 }).innerText();
  const said = await finding(page).innerText();
  await (await shareMenu(lab(page))).getByRole('button', { name: 'Copy link' }).click();
  await expect(lab(page).getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#lab$/);
  await page.goto('about:blank');
  await open(page, link);
  await expect(finding(page)).toHaveText(said);
  await expect(lab(page).getByRole('region', { name: title, exact: true })).toBeVisible();
  await expect(lab(page).getByRole('radio', { name: 'absolute' })).toBeChecked();
  await lab(page).getByRole('button', { name: 'Reset' }).click();
  await expect(finding(page)).toContainText('592 of 768');
  await test.step('against the exact sum a cell shows one tree and the reference', async () => {
    await open(page, './?v=1&base=exact&cell=4,311');
    await lab(page).getByText('More', { exact: true }).click();
    const sums = lab(page).getByRole('region', { name: 'Output 311 at batch 4, added up' });
    await expect(sums.getByText(/, before rounding 0\.\d{12}/)).toBeVisible();
    await expect(sums.getByRole('tree')).toHaveCount(1);
  });
  await test.step('on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await lab(page).scrollIntoViewIfNeeded();
    await expect(lab(page).getByLabel('Batch sizes', { exact: true })).toBeHidden();
    // The map first, then what sets it.
    const [picture, settings] = [await map(page).boundingBox(), await lab(page).getByRole('form', { name: 'Settings of the Lab' }).boundingBox()];
    expect(picture!.y).toBeLessThan(settings!.y);
    await unfold(lab(page), 'Batches');
    await expect(lab(page).getByLabel('Batch sizes', { exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

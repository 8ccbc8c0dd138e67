import type { Locator, Page } from '@playwright/test';
import { expect, test } from './console-guard';

/** A figure of the text, once its calculation is through. */
async function computed(page: Page, anchor: string): Promise<Locator> {
  const figure = page.locator(`#${anchor} [data-state]`);
  await expect(figure).toHaveAttribute('data-state', 'done', { timeout: 40_000 });
  return figure;
}

test('the difference goes through the layers, and turns decisions over; remedies are predicted, and each has its numbers', async ({ page }) => {
  await page.goto('./#depth');
  const figure = await computed(page, 'depth');
  await test.step('the plot is read layer by layer with the keyboard', async () => {
    await figure.getByRole('slider', { name: 'layer', exact: true }).focus();
    await page.keyboard.press('End');
    await expect(figure.getByText(/^Layer 20: 253 of 256 outputs differ/)).toBeVisible();
    await page.keyboard.press('Home');
    await expect(figure.getByText(/^Layer 1: \d+ of 256 outputs differ/)).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(figure.getByText(/^Layer 2: \d+ of 256 outputs differ/)).toBeVisible();
  });
  await test.step('phrases and controls change the network, and back', async () => {
    const finding = figure.getByRole('status').filter({ hasText: 'After 20 layers' });
    await expect(finding).toContainText('After 20 layers, 253 of 256 outputs differ');
    const before = await finding.textContent();

    const phrase = page.getByRole('button', { name: /weights that nn.Linear starts with/ });
    await phrase.click();
    await expect(finding).toContainText('it shrinks from');
    await expect(phrase).toHaveAttribute('aria-pressed', 'true');
    await phrase.press('Enter');
    await expect(finding).toHaveText(before!);

    await figure.getByRole('slider', { name: 'Layers' }).press('Home');
    await expect(figure.getByText(/^After the first layer/)).toBeVisible();
  });
  await test.step('two calls that are added up alike never differ', async () => {
    await figure.getByText('More', { exact: true }).click();
    await figure.getByLabel('Orders').selectOption({ label: 'Like OpenBLAS 0.3.21' });
    await figure.getByLabel('Rows of the larger call').fill('8');
    await page.keyboard.press('Enter');
    await expect(figure.getByText('all 256 outputs agree to the bit')).toBeVisible();
  });
  await test.step('flips have a rate with its interval, and stand in a table by gap', async () => {
    await page.goto('./#flips');
    await page.reload();
    const flips = await computed(page, 'depth');
    await expect(flips.getByRole('radio', { name: 'how often it flips' })).toBeChecked();
    await expect(flips.getByText(/of 2,000 random inputs/)).toContainText('95 % confidence');
    await flips.getByText('More', { exact: true }).click();
    const rows = await flips.locator('tbody tr').all();
    const column = async (at: number): Promise<number[]> => Promise.all(rows.map(async (row) => Number((await row.locator('td').nth(at).innerText()).replace(',', ''))));
    // Small gaps first: there the sought inputs flip, and not where the gap is large. The random ones have the rate, and do not flip.
    expect(await column(4)).toEqual([3, 12, 0, 0, 0, 0, 0, 0, 0]);
    expect(await column(1)).toEqual(Array<number>(9).fill(0));
    expect((await column(0)).reduce((sum, count) => sum + count, 0)).toBe(2000);
  });
  await test.step('the reader predicts what each remedy leaves, and the answers are computed', async () => {
    await page.locator('#remedies').scrollIntoViewIfNeeded();
    const float64 = page.getByRole('group', { name: /Everything in float64/ });
    await float64.getByRole('button', { name: 'No output differs any more' }).click();
    await expect(page.getByText('Not so: some still differ.')).toBeVisible();
    await expect(page.getByText('614 of 768 outputs differ between 1 row and 8; in float32, 711 do')).toBeVisible();
    const thread = page.getByRole('group', { name: /set_num_threads/ });
    await thread.getByRole('button', { name: 'Some still differ' }).press('Enter');
    await expect(page.getByText('The recorded library ran on one thread')).toBeVisible();
  });
  await test.step('each remedy, and a row opens for its explanation', async () => {
    await page.locator('#switchboard').scrollIntoViewIfNeeded();
    const figure = await computed(page, 'switchboard');
    const differing = async (name: string): Promise<number> => Number.parseInt(await figure.locator(`tr[data-remedy=${name}] td`).first().innerText(), 10);
    expect(await differing('none')).toBe(711);
    expect(await differing('same-order')).toBe(0);
    expect(await differing('fixed-split')).toBe(0);
    expect(await differing('one-thread')).toBe(711);
    expect(await differing('deterministic')).toBe(711);
    expect(await differing('float64')).toBe(614);
    const name = figure.getByRole('button', { name: 'One thread' });
    await name.press('Enter');
    await expect(name).toHaveAttribute('aria-expanded', 'true');
    const reasons = figure.getByText(/Threads change an order.*already read with one thread/);
    await expect(reasons).toBeVisible();
    await name.press('Escape');
    await expect(reasons).toBeHidden();
    await expect(figure.getByTestId('finding')).toHaveText('711 of 768 outputs differ between 1 row and 16. 4 of 9 remedies end that; float64 leaves 614; one thread and deterministic flags change nothing.');

    await figure.getByText('More', { exact: true }).click();
    await figure.getByLabel('K, products per output').fill('1000');
    await page.keyboard.press('Enter');
    await expect(figure.getByText('modelled, not recorded')).toBeVisible();
  });
});

import type { Locator, Page } from '@playwright/test';
import { expect, test } from './console-guard';

/** The numbers of one printed block as they stand on the page, by batch size. */
async function readBlock(page: Page, title: string): Promise<Record<string, string>> {
  const block = page.getByRole('table', { name: title, exact: true });
  const rows = await block.locator('tbody tr').all();
  return Object.fromEntries(await Promise.all(rows.map(async (row) => [await row.getAttribute('data-batch'), await row.locator('td').first().innerText()])));
}

function figure(page: Page): Locator {
  return page.locator('#thread [data-state]');
}

/** Unfolds what can be set, and the code. */
async function unfold(page: Page): Promise<void> {
  await figure(page).locator('summary').filter({ hasText: 'More' }).press('Enter');
}

/** The thread’s calculation is through. */
async function computed(page: Page): Promise<void> {
  await expect(figure(page)).toHaveAttribute('data-state', 'done');
}

test('the trees follow the chosen output; another seed gives other numbers, and today’s PyTorch five equal lines whose outputs differ', async ({ page }) => {
  await page.goto('./');
  await computed(page);
  await test.step('the trees name where they part, and mark the same products in each other', async () => {
    const trees = page.getByRole('region', { name: /^Output 3, added up both ways/ });
    await expect(trees.getByText(/The trees diverge here: batch 1 adds 0 \+ 1, batch 16 adds 0 \+ \*2/)).toBeVisible();
    const [left, right] = [trees.getByRole('tree').first(), trees.getByRole('tree').last()];
    await left.getByRole('treeitem', { name: /^product 2,/ }).hover();
    await expect(right.locator('[role=treeitem][aria-selected=true]')).toHaveCount(1);
    await expect(right.getByRole('treeitem', { name: /product 2/ })).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('button', { name: '4', exact: true }).click();
    await expect(page.getByRole('region', { name: /^Output 4, added up both ways/ })).toBeVisible();
  });
  await test.step('another seed, and the way back to the thread’s', async () => {
    const before = await readBlock(page, 'mean');
    await unfold(page);
    await page.getByLabel('Seed', { exact: true }).first().fill('73');
    await page.keyboard.press('Enter');
    await expect(page.getByText('0 of 5')).toBeVisible();
    const after = await readBlock(page, 'mean');
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [batch, mean] of Object.entries(before)) expect(after[batch]).not.toBe(mean);
    await page.getByRole('button', { name: 'back to the thread’s 72' }).click();
    await expect(page.getByText('5 of 5')).toBeVisible();
    expect(await readBlock(page, 'mean')).toEqual(before);
  });
  await test.step('five equal lines, and outputs that differ; OpenBLAS is offered where it was recorded', async () => {
    await figure(page).getByRole('radio', { name: 'PyTorch 2.13 with MKL' }).check();
    await expect(page.getByText('a mean hides the difference')).toBeVisible();
    expect(new Set(Object.values(await readBlock(page, 'mean'))).size).toBe(1);
    await expect(figure(page).getByText(/3 of 8/)).toBeVisible();
    const openblas = figure(page).getByRole('radio', { name: 'PyTorch 1.13 with OpenBLAS' });
    await expect(openblas).toHaveCount(0);
    await figure(page).getByRole('radio', { name: '768 → 768' }).check();
    await openblas.check();
    await expect(page.getByText(/another library/)).toBeVisible();
    await figure(page).getByRole('radio', { name: '4 → 8' }).check();
    await expect(openblas).toHaveCount(0);
    await computed(page);
  });
  await test.step('a folded run of 768 products unfolds by keyboard, and folds again', async () => {
    await figure(page).getByRole('radio', { name: 'MKL 2020.4, the thread’s own' }).check();
    await figure(page).getByRole('radio', { name: '768 → 768' }).check();
    await computed(page);
    const tree = page.getByRole('tree', { name: /^Batch 128/ });
    await tree.getByRole('treeitem').first().focus();
    const before = await tree.getByRole('treeitem').count();
    await page.keyboard.press('Enter');
    await expect(tree.getByRole('treeitem')).toHaveCount(before + 16);
    await page.getByRole('button', { name: 'Fold all again' }).click();
    await expect(tree.getByRole('treeitem')).toHaveCount(before);
  });
});

test('the first screen shows the odd digits, large, on every screen, and nothing moves while they come', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) document.documentElement.dataset['moved'] = String(Number(document.documentElement.dataset['moved'] ?? 0) + (shift as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('./');
  await computed(page);
  const trees = page.getByRole('tree');
  await expect(trees).toHaveCount(2);
  expect(Number((await page.locator('html').getAttribute('data-moved')) ?? 0)).toBeLessThan(0.05);
  const tail = page.getByRole('table', { name: 'mean', exact: true }).locator('mark');
  for (const [width, height, least] of [[1366, 768, 22], [1920, 1080, 22], [820, 1180, 20], [390, 844, 17]] as const) {
    await page.setViewportSize({ width, height });
    await expect(tail).toBeInViewport({ ratio: 1 });
    expect(await tail.evaluate((mark) => parseFloat(getComputedStyle(mark).fontSize))).toBeGreaterThanOrEqual(least);
    const drawn = await page.getByRole('table', { name: 'mean', exact: true }).boundingBox();
    expect(Math.min(drawn!.width / 300, drawn!.height / 150)).toBeGreaterThanOrEqual(1);
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test('a worker that does not load is complained about, and the next setting starts another', async ({ page, context }) => {
  let broken = true;
  await context.route(/experiment\.worker/, (route) => (broken ? route.fulfill({ status: 200, contentType: 'text/javascript', body: 'this is no program' }) : route.continue()));
  await page.goto('./');
  await expect(figure(page)).toHaveAttribute('data-state', 'failed');
  await expect(figure(page).getByText('The calculation stopped unexpectedly')).toBeVisible();
  broken = false;
  await unfold(page);
  await figure(page).getByLabel('Seed', { exact: true }).fill('73');
  await page.keyboard.press('Enter');
  await expect(figure(page).getByText('0 of 5')).toBeVisible();
});

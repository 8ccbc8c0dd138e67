import type { Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseOrder } from '../src/orders/parse-order';
import type { Response as Answer } from '../src/worker/protocol';
import { unfold } from './parts';

const standing = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What you can do', level: 2 })).toBeAttached();
};

test('offline, the page stands and says so; back online, what is missing comes by itself', async ({ page, context }) => {
  await page.goto('./?k=64&n=64&from=pattern#lab');
  const lab = page.locator('#lab');
  await expect(lab.getByTestId('finding')).toBeVisible();
  await context.setOffline(true);
  await lab.getByRole('radio', { name: 'All rows of one batch' }).check();
  await expect(lab.getByText('This view could not be loaded. You seem to be offline.')).toBeVisible();
  const sums = page.locator('#sum-of-three');
  await sums.scrollIntoViewIfNeeded();
  await expect(sums.getByText('“Three numbers, two sums” could not be loaded. You seem to be offline.')).toBeVisible();
  await standing(page);
  await context.setOffline(false);
  await expect(lab.getByTestId('finding')).toBeVisible();
  await expect(page.locator('[data-missing]')).toHaveCount(0);
  await expect(sums.getByText('The two ways differ.')).toBeVisible();
});

test('after a release, an old page says that there is a newer one, and reloads with what was just set', async ({ page }) => {
  await page.goto('./?k=64&n=64&from=pattern#lab');
  const lab = page.locator('#lab');
  await expect(lab.getByTestId('finding')).toBeVisible();
  const old = readFileSync('dist/index.html', 'utf8');
  let released = true;
  await page.route(/\/(index\.html)?(\?.*)?$/, (route) => (released ? route.fulfill({ contentType: 'text/html', body: old.replace(/assets\/index-[\w-]+\.js/, 'assets/index-RELEASED.js') }) : route.fallback()));
  await page.route(/assets\/.*\.js$/, (route) => (released ? route.fulfill({ status: 404 }) : route.fallback()));
  await lab.getByRole('radio', { name: 'All rows of one batch' }).check();
  await expect(lab.getByText('This view could not be loaded. There is a newer version of this page.')).toBeVisible();
  await expect(lab.locator('[data-missing]').getByRole('button', { name: 'Try again' })).toHaveCount(0);
  released = false;
  await unfold(lab, 'Layer');
  await lab.getByRole('textbox', { name: 'Seed' }).fill('5');
  await page.keyboard.press('Enter');
  await lab.getByRole('button', { name: 'Reload the page' }).click();
  await expect(lab.getByRole('radio', { name: 'All rows of one batch' })).toBeChecked();
  await unfold(lab, 'Layer');
  await expect(lab.getByRole('textbox', { name: 'Seed' })).toHaveValue('5');
  await expect(lab.getByTestId('finding')).toBeVisible();
});

test('what does not come can be asked for again: a script that fails twice though the server is there, a part’s style sheet, and WebAssembly’s script, without which Math.fround computes and says so', async ({ page }) => {
  const sheet = /assets\/thread-figure-.*\.css$/;
  await page.route(sheet, (route) => route.abort());
  const script = /assets\/pick-engine-.*\.js$/;
  await page.route(script, (route) => route.abort());
  await page.route(/assets\/whole-results-.*\.js$/, (route) => route.abort());
  await page.goto('./?k=64&n=64&from=pattern#lab');
  const lab = page.locator('#lab');
  await test.step('the script of WebAssembly', async () => {
    await unfold(lab, 'Computed by');
    await unfold(lab, 'Layer');
    const note = lab.getByRole('status').filter({ hasText: /^In / });
    await expect(note).toHaveText(/^In (less than )?[\d.,]+ ms\. The script of WebAssembly did not come; it has been asked for again\.$/);
    await page.unroute(script);
    let seed = 100;
    await expect(async () => {
      await lab.getByRole('textbox', { name: 'Seed' }).fill(String(++seed));
      await page.keyboard.press('Enter');
      await expect(note).toHaveText(/^In (less than )?[\d.,]+ ms\.$/, { timeout: 2000 });
    }).toPass();
  });
  await test.step('a part without its style sheet', async () => {
    const thread = page.locator('#thread');
    await thread.scrollIntoViewIfNeeded();
    await expect(thread.getByText('could not be loaded.')).toBeVisible();
    await page.unroute(sheet);
    await thread.getByRole('button', { name: 'Try again' }).click();
    await expect(thread.getByText('5 of 5')).toBeVisible();
    const rules = await page.evaluate((pattern) => [...document.styleSheets].filter(({ href }) => href !== null && new RegExp(pattern).test(href)).map(({ cssRules }) => cssRules.length), sheet.source);
    expect(rules).toEqual([expect.any(Number)]);
    expect(rules[0]).toBeGreaterThan(0);
  });
  await test.step('what fails twice offers to reload the page', async () => {
    await lab.getByRole('radio', { name: 'All rows of one batch' }).check();
    await expect(lab.getByText('This view could not be loaded.')).toBeVisible();
    await expect(lab.getByRole('button', { name: 'Reload the page' })).toHaveCount(0);
    await lab.getByRole('button', { name: 'Try again' }).click();
    await expect(lab.getByRole('button', { name: 'Reload the page' })).toBeVisible();
    await page.unroute(/assets\/whole-results-.*\.js$/);
    await lab.getByRole('button', { name: 'Reload the page' }).click();
    await expect(lab.getByTestId('finding')).toBeVisible();
  });
});

test('the worker loads adders for an order with groups and no other, and says so where they do not come', async ({ page }) => {
  const scripts = /assets\/groups-.*\.js$/;
  let asked = 0;
  await page.route(scripts, (route) => {
    asked++;
    return route.abort();
  });
  await page.goto('./');
  const worker = readdirSync('dist/assets').find((name) => /^experiment\.worker-.*\.js$/.test(name))!;
  /** The last word of a worker of its own on the sums of one row in this order. */
  const lastWord = async (text: string): Promise<Answer> => {
    const order = parseOrder(text, { adder: 'h100' });
    if (!order.ok) throw new Error(order.error.message);
    return page.evaluate(
      ([script, { steps, ...of }]) =>
        new Promise<Answer>((resolve, reject) => {
          const own = new Worker(`./assets/${script}`, { type: 'module' });
          own.onerror = ({ message }) => reject(new Error(message));
          own.onmessage = ({ data }: MessageEvent<Answer>) => {
            if (data.type === 'done' || data.type === 'failed') resolve(data);
          };
          const layer = { inFeatures: 16, outFeatures: 8, rows: 1, bias: false, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'bfloat16' };
          const method = { kind: 'notation', order: { ...of, steps: Int32Array.from(steps) } };
          own.postMessage({ type: 'run', id: 1, engine: 'fastest', job: { kind: 'sweep', spec: { layer, schedule: { kind: 'thresholds', entries: [{ from: 1, method }] }, batches: [1], row: 0 } } });
        }),
      [worker, { ...order.value, steps: [...order.value.steps] }] as const,
    );
  };
  expect(await lastWord('0..15')).toMatchObject({ type: 'done', ran: { engine: 'wasm', why: null } });
  expect(asked).toBe(0);
  expect(await lastWord('{0..15}')).toEqual({ type: 'failed', id: 1, message: 'A part of this page could not be loaded. Are you still online?', missingCode: true });
  expect(asked).toBeGreaterThan(0);
  await page.unroute(scripts);
  expect(await lastWord('{0..15}')).toMatchObject({ type: 'done', ran: { engine: 'wasm', why: null } });
});

import { expect, test } from './console-guard';

test('what is said beside a heatmap does not render the map again', async ({ page }) => {
  await page.goto('./#lab');
  const map = page.locator('#lab').getByRole('application', { name: /Differences from batch 1/ });
  await map.focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const readout = page.locator('#lab').locator('output[aria-live]').filter({ hasText: 'batch 2, output 0' });
  await expect(readout).toBeVisible();
  // A render of the map writes the readout anew, as a step of its cursor does.
  await readout.evaluate((output) => {
    Object.assign(window, { writes: 0 });
    new MutationObserver((records) => Object.assign(window, { writes: (window as unknown as { writes: number }).writes + records.length })).observe(output, { childList: true });
  });
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
  await expect(page.locator('#lab').locator('output[aria-live]').filter({ hasText: 'batch 128, output 0' })).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { writes: number }).writes)).toBe(4);
});

test('charts of an embed that is narrowed follow without a loop of observed sizes', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { loops: [] });
    window.addEventListener('error', ({ message }) => (window as unknown as { loops: string[] }).loops.push(message));
  });
  for (const part of ['heatmap', 'walks']) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`./embed.html?figure=${part}&readonly=1`);
    await expect(page.locator('html[data-settled]')).toBeAttached();
    const drawing = page.locator('main').locator('canvas, svg').first();
    const width = async (): Promise<number> => (await drawing.boundingBox())!.width;
    const wide = await width();
    await page.setViewportSize({ width: 400, height: 800 });
    await expect.poll(width, part).toBeLessThan(wide);
    expect(await page.evaluate(() => (window as unknown as { loops: string[] }).loops), part).toEqual([]);
  }
});

import type { Page } from '@playwright/test';
import { expect, test } from './console-guard';

/** How many pixels of the Lab's canvases have been painted. */
function painted(page: Page): Promise<number> {
  return page.locator('#lab canvas').evaluateAll((all) =>
    (all as HTMLCanvasElement[]).reduce((sum, canvas) => {
      // A copy, since a canvas that is read often warns.
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true })!;
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      return sum + data.filter((byte, at) => at % 4 === 3 && byte > 0).length;
    }, 0),
  );
}

test('a heatmap is not painted before its colours are there, and then in these', async ({ page }) => {
  await page.route(/\/assets\/index-[\w-]+\.css$/, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  await page.goto('./#lab');
  await page.locator('#lab').scrollIntoViewIfNeeded();
  await expect(page.locator('#lab').getByText(/592 of 768 outputs differ/)).toBeAttached();
  await expect(page.locator('#lab canvas').first()).toBeAttached();
  expect(await painted(page)).toBe(0);
  const sheet = await page.locator('link[rel=stylesheet][href*="assets/index-"]').first().getAttribute('href');
  await page.addStyleTag({ url: `${sheet}?arrived` });
  // The map's 6 by 768 cells, and its scale.
  await expect.poll(() => painted(page)).toBeGreaterThan(6 * 768);
  // The first row is the baseline's own: equal to the bit, and so in the colour of the paper.
  const [first, paper] = await page.evaluate(() => {
    const canvas = [...document.querySelectorAll<HTMLCanvasElement>('#lab canvas')].find(({ height }) => height > 1)!;
    const pixel = canvas.getContext('2d')!.getImageData(0, 0, 1, 1).data;
    return [`rgb(${[...pixel.slice(0, 3)].join(', ')})`, getComputedStyle(document.documentElement).backgroundColor];
  });
  expect(first).toBe(paper);
});

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

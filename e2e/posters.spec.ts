import type { Page } from '@playwright/test';
import { builtPosters, numbersIn } from './built-posters';
import { expect, test } from './console-guard';

const POSTERS = builtPosters();

function address({ part, preset }: { readonly part: string; readonly preset: string | null }): string {
  return `./embed.html?figure=${part}${preset === null ? '' : `&preset=${preset}`}&readonly=1`;
}

test('every part has a poster, and every part of every preset', () => {
  expect(POSTERS.filter(({ preset }) => preset === null)).toHaveLength(14);
  expect(POSTERS.length).toBeGreaterThan(14);
  for (const { name, finding } of POSTERS) expect(numbersIn(finding), name).not.toEqual([]);
});

test('an embed whose scripts never come shows its own finding and picture', async ({ page }) => {
  test.setTimeout(120_000);
  await page.route(/\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  for (const poster of POSTERS) {
    await page.goto(address(poster));
    await expect(page.getByText(poster.finding), poster.name).toBeVisible();
    const picture = page.locator('#poster img');
    await expect(picture).toHaveAttribute('src', `./posters/${poster.name}.svg`);
    expect(await picture.evaluate(async (image: HTMLImageElement) => { await image.decode(); return image.naturalWidth; }), poster.name).toBeGreaterThan(300);
  }
});

test('a preset without a figure is shown at its own part', async ({ page }) => {
  await page.route(/\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto('./embed.html?preset=stripes');
  await expect(page.locator('#poster img')).toHaveAttribute('src', './posters/heatmap--stripes.svg');
});

test('no address can put anything else there', async ({ page }) => {
  await page.route(/\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  for (const query of ['', 'figure=%3Cimg%20src%3Dx%3E', 'preset=constructor', 'figure=__proto__&preset=__proto__', 'figure=%E0%A4%A', 'figure=heatmap&figure=lab', `preset=${'x'.repeat(5000)}`, 'theme=%22%3E', '&&&===%']) {
    await page.goto(`./embed.html?${query}`);
    await expect(page.locator('#poster p').first()).toBeVisible();
    expect(await page.locator('#poster img').evaluate((image: HTMLImageElement) => image.getAttribute('src'))).toMatch(/^\.\/posters\/[\w-]+\.svg$/);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined();
  }
});

test('without scripting an embed says what it is and that it needs it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('./embed.html?figure=heatmap');
  await expect(page.getByText('A figure of Batch of One: a float32 linear layer')).toBeVisible();
  await expect(page.locator('noscript')).toBeVisible();
  await context.close();
});

test('the picture is light or dark as the embed is', async ({ page }) => {
  await page.route(/\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  const corner = async (): Promise<number> => {
    const shot = await page.locator('#poster img').screenshot();
    return page.evaluate(async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(1, 1);
      const context = canvas.getContext('2d')!;
      context.drawImage(bitmap, -4, -4);
      return context.getImageData(0, 0, 1, 1).data[0]!;
    }, [...shot]);
  };
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('./embed.html?figure=thread');
  expect(await corner()).toBeGreaterThan(240);
  await page.goto('./embed.html?figure=thread&theme=dark');
  expect(await corner()).toBeLessThan(40);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./embed.html?figure=thread');
  expect(await corner()).toBeLessThan(40);
});

/** All text of the figure, that of closed tables too, what stands apart with a space between it. */
function wordsOf(page: Page): Promise<string> {
  return page.locator('main').evaluate((figure) => {
    const texts = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (texts.nextNode() !== null) words.push(texts.currentNode.textContent ?? '');
    return words.join(' ');
  });
}

for (const poster of POSTERS) {
  test(`the poster ${poster.name} has the numbers that the figure computes`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(address(poster));
    await expect(page.locator('html[data-settled]')).toBeAttached({ timeout: 150_000 });
    // What is under way is shown as it grows: the last number may come after the first.
    await expect
      .poll(async () => {
        const there = new Set(numbersIn(await wordsOf(page)));
        return numbersIn(poster.finding).filter((number) => !there.has(number));
      }, { timeout: 30_000 })
      .toEqual([]);
  });
}

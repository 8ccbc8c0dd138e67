import { readFileSync } from 'node:fs';
import { FIGURE_IDS } from '../src/share/figure-settings';
import type { PartId } from '../src/share/figure-settings';
import { OLD_FIGURES } from '../src/share/old-figures';
import type { Preset } from '../src/share/presets';
import { presetParts, PRESETS, presetValues } from '../src/share/presets';
import { builtPosters, numbersIn, wordsOf } from './built-posters';
import { expect, test } from './console-guard';

const POSTERS = builtPosters();

/** Those that are looked at in the browser: a part as it begins, one that a preset sets, and the Lab. */
const LOOKED_AT = POSTERS.filter(({ name }) => ['switchboard', 'heatmap--stripes', 'lab--tf32'].includes(name));

/** The posters of figures that are views of others now. */
const OLD = [...OLD_FIGURES].flatMap(([old, { part }]) => [old, ...PRESETS.filter(({ values }) => values[part] !== undefined).map(({ name }) => `${old}--${name}`)]);

function address({ part, preset }: { readonly part: string; readonly preset: string | null }): string {
  return `./embed.html?figure=${part}${preset === null ? '' : `&preset=${preset}`}&readonly=1`;
}

const pictureOf = (name: string): string => readFileSync(`dist/posters/${name}.svg`, 'utf8');

test('every part has a poster, and every part of every preset, which says whole sentences and is a whole picture', () => {
  expect(POSTERS.map(({ name }) => name)).toEqual([...[...FIGURE_IDS, 'lab'], ...PRESETS.flatMap((preset) => presetParts(preset).map((part) => `${part}--${preset.name}`)), ...OLD]);
  for (const { name, finding } of POSTERS) {
    expect(numbersIn(finding), name).not.toEqual([]);
    for (const sentence of finding.split(/(?<=[.?]) /)) expect(sentence, name).toMatch(/^[\p{Lu}\d(].*[.?]$/u);
    expect(finding, name).not.toMatch(/NaN|undefined|null|are done|being computed|being added up|[<>&]/);
    const picture = pictureOf(name);
    expect(picture, name).toMatch(/^<svg [^>]*height="[1-9]\d{2,}".*<\/svg>\s*$/s);
    expect(picture, name).not.toMatch(/NaN|undefined|Infinity|href|url\(|<script|<image/);
    expect(picture.length, name).toBeLessThan(100_000);
  }
});

test('the loop leaves √h·u behind on a million positive products', () => {
  expect(POSTERS.find(({ name }) => name === 'error-growth--million-terms')!.finding).toMatch(/At K = 1,048,576, .* [2-9]\.?\d* times √h·u\./);
});

test('a preset’s poster is another where the preset sets its part otherwise, and the same where it does not', () => {
  /** Whether the map is open changes no number. */
  const settings = (part: PartId, preset?: Preset): string => JSON.stringify(presetValues(part, preset));
  const drawing = (name: string): string => pictureOf(name).replace(/<title>.*?<\/title>/s, '');
  for (const preset of PRESETS) {
    for (const part of presetParts(preset)) {
      if (part === 'lab') continue;
      const name = `${part}--${preset.name}`;
      const expected = settings(part, preset) === settings(part);
      expect(drawing(name) === drawing(part), name).toBe(expected);
    }
  }
});

test('an embed whose scripts never come shows its own finding and picture, whatever its address says', async ({ page }) => {
  await page.route(/\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  const picture = page.locator('#poster img');
  for (const poster of LOOKED_AT) {
    await page.goto(address(poster));
    await expect(page.getByText(poster.finding), poster.name).toBeVisible();
    await expect(picture).toHaveAttribute('src', `./posters/${poster.name}.svg`);
    // As wide as it says: a picture that can't be read has no width.
    const [, width] = /width="(\d+)"/.exec(pictureOf(poster.name))!;
    expect(await picture.evaluate(async (image: HTMLImageElement) => { await image.decode(); return image.naturalWidth; }), poster.name).toBe(Number(width));
  }
  await page.goto('./embed.html?figure=neighbours&preset=stripes');
  await expect(picture).toHaveAttribute('src', './posters/neighbours--stripes.svg');
  expect(pictureOf('neighbours--one-row-everywhere')).toMatch(/3 different results/);
  await page.goto('./embed.html?preset=stripes');
  await expect(picture).toHaveAttribute('src', './posters/heatmap--stripes.svg');
  for (const query of ['figure=%3Cimg%20src%3Dx%3E', 'figure=__proto__&preset=__proto__', 'figure=%E0%A4%A']) {
    await page.goto(`./embed.html?${query}`);
    await expect(picture).toHaveAttribute('src', './posters/thread.svg');
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
  /** Red of the paper. */
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
  expect(await corner()).toBe(252);
  await page.goto('./embed.html?figure=thread&theme=dark');
  expect(await corner()).toBe(21);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./embed.html?figure=thread');
  expect(await corner()).toBe(21);
});

// Parts as they begin are held against their posters in e2e/engines, presets in src/share and on the page in presets.spec.ts.
test('the poster of the Lab in TF32 has the numbers that the embed computes', async ({ page }) => {
  const poster = POSTERS.find(({ name }) => name === 'lab--tf32')!;
  await page.goto(address(poster));
  await expect(page.locator('html[data-settled]')).toBeAttached({ timeout: 60_000 });
  // What is under way is shown as it grows: the last number may come after the first.
  await expect
    .poll(async () => {
      const there = new Set(numbersIn(await page.locator('main').evaluate(wordsOf)));
      return numbersIn(poster.finding).filter((number) => !there.has(number));
    }, { timeout: 30_000 })
    .toEqual([]);
});

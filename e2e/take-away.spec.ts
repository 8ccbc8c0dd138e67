import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './console-guard';
import { SHOWN_AT_FIRST } from './gallery-counts';
import { openPart, partAt, saved, shareMenu } from './parts';

/** Each part of the page, and words and numbers that have to be in its picture. */
const PARTS: { readonly [part: string]: readonly RegExp[] } = {
  thread: [/5 of 5 printed numbers/, /5409259796/, /Seed of the thread’s code: 72/, /Recorded on .* Intel MKL 2020\.4/],
  'sum-of-three': [/100,000,000/, /The two ways differ/, /lost/],
  stepper: [/Step 1 of 15/, /Kahan’s correction: yes/, /Final error/],
  walks: [/4 partial sums side by side/, /rounding throws away/, /\d+ recordings of libraries/],
  'kernel-map': [new RegExp(`\\d+ orders in ${SHOWN_AT_FIRST} recordings`), /OpenBLAS 0\.3\.31/],
  heatmap: [/680 of 768/, /0\.424886 46507263184/, /Selected output: 128,190/],
  'error-growth': [/At K = 4,096/, /one by one errs \d\d times as much as pairwise/],
  nearer: [/At K = 4,096, it is the other way round: 218 and 510/],
  'tensor-core': [/A V100 gives 0; the exact sum is −0\.875/, /F = 23 bits below the largest/],
  drift: [/At K = 4,096, an H100/, /V100/, /Sum read out: h100/],
  verdict: [/Explained to the bit/, /711 of 768 numbers differ/],
  depth: [/2,000 random inputs/, /searched for near a tie/, /View: flips/, /Width: 64/],
  switchboard: [/Compensated \(Kahan\)/, /711 of 768/, /Deterministic flags/],
  lab: [/592 of 768/, /Batch sizes: 1,2,4,8,16,128/],
};

/** What some of them are set to, so that they have something to show. */
const SET = 'v=2&stepper.data=cruel&stepper.kahan=1&heatmap.rec=pytorch-1.13-openblas-768x768&heatmap.cell=128,190&heatmap.batch=2&depth.view=flips&depth.nwidth=64&depth.ndepth=4';

/** The heatmap's other view. */
const ROWS = [/Modelled: all 1,536 outputs are bit-equal/, /View: rows/, /Rows of the whole batch: 2/];

/** All words of a picture, as they follow one another. */
function wordsOf(svg: string): string {
  return [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]*)/g)].map(([, text]) => text).join(' ').replace(/\s+/g, ' ');
}

/** All text of a picture lies within it, and it needs nothing but itself. */
async function expectStandsAlone(alone: Page, svg: string): Promise<void> {
  // Nothing that only a browser with this page at hand could draw.
  expect(svg).not.toMatch(/<(foreignObject|script|iframe|html)|\son\w+=|\bclass=|var\(|currentcolor|(href|src)="(?!data:)|url\((?!data:|['"]?#)/i);
  expect(svg).toContain('@font-face');
  // No button came along.
  expect(wordsOf(svg)).not.toMatch(/Share|Project|Play|choose a file|ask me again/);
  const outside = await alone.evaluate((markup) => {
    const parsed = new DOMParser().parseFromString(markup, 'image/svg+xml');
    if (parsed.querySelector('parsererror') !== null) return ['it is no XML'];
    const drawing = document.importNode(parsed.documentElement, true);
    document.body.replaceChildren(drawing);
    const frame = drawing.getBoundingClientRect();
    return [...drawing.querySelectorAll('text')].filter((text) => {
      const box = text.getBoundingClientRect();
      return box.width > 0 && (box.left < frame.left - 1 || box.top < frame.top - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1);
    }).map((text) => text.textContent);
  }, svg);
  expect(outside, 'text outside the picture').toEqual([]);
}

/** The PNG has the size and the colours of the SVG, two pixels for one. */
async function expectSamePicture(alone: Page, svg: string, png: Buffer): Promise<void> {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
  const { different, colours } = await alone.evaluate(
    async ([drawing, saved]) => {
      const pixels = async (address: string): Promise<Uint32Array> => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = new OffscreenCanvas(2 * Number(drawing.width), 2 * Number(drawing.height));
        const paint = canvas.getContext('2d')!;
        paint.drawImage(image, 0, 0, canvas.width, canvas.height);
        return new Uint32Array(paint.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
      };
      const found = await pixels(`data:image/png;base64,${saved}`);
      const differing = async (): Promise<number> => {
        const drawn = await pixels(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing.svg)}`);
        return found.filter((colour, at) => colour !== drawn[at]).length;
      };
      // Browsers read the fonts of an image by and by, and leave out the text meanwhile.
      let different = await differing();
      for (let again = 0; different > 0 && again < 40; again++) {
        await new Promise((later) => setTimeout(later, 50));
        different = await differing();
      }
      return { different, colours: new Set(found).size };
    },
    [{ svg, width, height }, png.toString('base64')] as const,
  );
  expect(different, 'pixels that differ').toBe(0);
  expect(colours, 'more than paper and ink').toBeGreaterThan(2);
}

/** The recording that the heatmap shows. */
const RECORDING = 'pytorch-1.13-openblas-768x768';

/** JSON holds the bits that the library returned, and CSV the digits behind the table. */
async function expectNumbers(page: Page, menu: Locator): Promise<void> {
  const data = JSON.parse((await saved(page, menu.getByRole('button', { name: 'JSON' }))).toString()) as {
    readonly results: { readonly sweep: { readonly rows: { readonly batch: number; readonly values: { readonly float32: number[]; readonly bits: string[] } }[] } };
    readonly provenance: { readonly recordings: { readonly name: string }[] };
    readonly page: { readonly address: string };
  };
  const recording = JSON.parse(readFileSync(`public/recordings/${RECORDING}.json`, 'utf8')) as { readonly outputs: { readonly batch: number; readonly bits: string }[] };
  for (const { batch, bits } of recording.outputs) {
    const bytes = Buffer.from(bits, 'base64');
    const words = Array.from({ length: bytes.length / 4 }, (_, i) => `0x${bytes.readUInt32LE(4 * i).toString(16).padStart(8, '0')}`);
    expect(data.results.sweep.rows.find((row) => row.batch === batch)?.values.bits).toEqual(words);
  }
  expect(data.provenance.recordings.map((one) => one.name)).toEqual([RECORDING]);
  expect(data.page.address).toContain(`heatmap.rec=${RECORDING}`);

  const csv = (await saved(page, menu.getByRole('button', { name: 'CSV' }))).toString();
  const [head = '', first = '', ...rest] = csv.trimEnd().split('\r\n');
  expect(head).toContain('Batch,Outputs that differ,of Σ|x·w| max');
  expect(first).toContain('the baseline');
  // The table shows two digits; here is the double.
  const batch16 = rest.find((line) => line.startsWith('16,'))!.split(',');
  const [one, sixteen] = [1, 16].map((size) => data.results.sweep.rows.find(({ batch }) => batch === size)!.values.float32);
  const largest = Math.max(...one!.map((value, j) => Math.abs(sixteen![j]! - value)));
  expect(batch16[1]).toBe('680');
  expect(Number(batch16[6])).toBe(largest);
}

/** Of a handout on A4, with a cell of the map and all else that these links open. */
const MOST_PAGES = 24;

/** Parts whose PNG is held against their SVG: text and trees, a heatmap, curves. */
const PAINTED: readonly string[] = ['thread', 'heatmap', 'error-growth'];

test('the page prints with all its figures, and each is taken along as a picture that stands alone', async ({ page, context }) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    window.print = () => void document.documentElement.setAttribute('data-asked', '');
  });
  await page.goto(`./?${SET}`);
  const print = async (): Promise<void> => {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print', reducedMotion: 'reduce' });
  };
  const stopPrinting = async (): Promise<void> => {
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen', reducedMotion: 'reduce' });
    await expect(page.locator('[data-print-still]')).toHaveCount(0);
  };

  await test.step('a part that was never loaded prints its title and its address', async () => {
    await expect(page.locator('#thread').getByText('5 of 5')).toBeVisible();
    await print();
    await expect(page.locator('[data-part="switchboard"] [data-print-still]')).toHaveText(/^Remedies, and what each one leaves · http.*#switchboard$/);
    await stopPrinting();
  });

  await test.step('a handout has all figures, each on one page, and none of their controls', async () => {
    // Above it, parts still come as they are scrolled to.
    await page.getByRole('button', { name: 'Print as a handout' }).press('Enter');
    await expect(page.locator('[data-asked]')).toHaveCount(1, { timeout: 80_000 });
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
    expect(pages).toBeLessThanOrEqual(MOST_PAGES);
    expect(pages).toBeGreaterThan(10);
    const screen = page.viewportSize()!;
    await print();
    await page.setViewportSize({ width: 680, height: 1000 });
    await expect(page.locator('[data-print-still] svg')).toHaveCount(Object.keys(PARTS).length);
    const stills = await page.locator('[data-print-still] svg').evaluateAll((all) => all.map((one) => ({ box: one.getBoundingClientRect().toJSON() as DOMRect, drawn: one.getAttribute('viewBox')!.split(' ').map(Number) })));
    for (const { box, drawn } of stills) {
      // As high as it is drawn, but no higher than a page.
      expect(Math.abs(box.height - Math.min((box.width * drawn[3]!) / drawn[2]!, (115 / 25.4) * 96))).toBeLessThan(1);
    }
    for (const control of ['slider', 'textbox', 'radio', 'combobox'] as const) await expect(page.getByRole(control)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Share' })).toHaveCount(0);
    await page.setViewportSize(screen);
    await stopPrinting();
  });

  const alone = await context.newPage();
  for (const [part, shown] of Object.entries(PARTS)) {
    await test.step(part, async () => {
      const found = await partAt(page, part);
      if (part === 'nearer') await found.getByRole('button', { name: 'Neither' }).click();
      await expect(found.getByRole('progressbar')).toHaveCount(0, { timeout: 40_000 });
      const menu = await shareMenu(found);
      let svg = '';
      const expectWords = (all: readonly RegExp[]): Promise<void> =>
        expect(async () => {
          svg = (await saved(page, menu.getByRole('button', { name: 'SVG' }))).toString();
          for (const words of all) expect(wordsOf(svg)).toMatch(words);
        }).toPass({ timeout: 40_000 });
      await expectWords(shown);
      await expectStandsAlone(alone, svg);
      if (PAINTED.includes(part)) await expectSamePicture(alone, svg, await saved(page, menu.getByRole('button', { name: 'PNG' })));
      if (part === 'heatmap') await expectNumbers(page, menu);
      await page.keyboard.press('Escape');
      if (part !== 'heatmap') return;
      await found.getByRole('radio', { name: 'One call' }).check();
      await shareMenu(found);
      await expectWords(ROWS);
      await expectStandsAlone(alone, svg);
      await page.keyboard.press('Escape');
    });
  }
});

test('by keyboard: the menu opens, closes on Escape with the focus where it was, and closes behind the reader; what a table shows in two digits is saved in all; the way to a projector takes along what is set', async ({ page }) => {
  const found = await openPart(page, 'stepper');
  const button = found.getByRole('button', { name: 'Share', exact: true });
  const menu = found.getByRole('group', { name: 'Share', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(menu.getByRole('button', { name: 'PNG' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(menu.getByRole('button', { name: 'Copy link' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(menu.getByRole('button', { name: 'PNG' })).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(menu).toBeHidden();
  await shareMenu(found);
  await page.mouse.click(5, 300);
  await expect(menu).toBeHidden();

  const csv = (await saved(page, (await shareMenu(found)).getByRole('button', { name: 'CSV' }))).toString();
  expect(csv.split('\r\n')[0]).toBe('step,adds,sum,thrown away,by the products,bits cancelled,error so far,running bound,bound');
  expect(csv).toMatch(/^1,"?product 0[^,]*,-?0\.\d{10,},/m);

  await found.getByLabel('Order').selectOption({ label: 'pairwise' });
  const project = found.getByRole('link', { name: 'Project' });
  await project.focus();
  const alone = await page.context().newPage();
  await alone.goto((await project.getAttribute('href'))!);
  expect(alone.url()).toContain('figure=stepper&layout=stage');
  await expect(alone.getByLabel('Order').locator('option:checked')).toHaveText('pairwise');
});

test('a picture has the colours of the screen, or those of light paper, heatmap and all; the code that reproduces it is copied, and what can’t be is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const found = await openPart(page, 'heatmap', 'v=2&data=normal&heatmap.rec=pytorch-2.13-mkl-768x768');
  await expect(found.getByTestId('finding')).toContainText('batch 2', { timeout: 20_000 });
  const menu = await shareMenu(found);
  const paperOf = (svg: string): string | undefined => /<rect width="\d+" height="\d+" fill="(#\w+)"/.exec(svg)?.[1];
  const mapOf = (svg: string): string | undefined => /<image href="([^"]+)"[^>]*height="1\d\d/.exec(svg)?.[1];
  const dark = (await saved(page, menu.getByRole('button', { name: 'SVG' }))).toString();
  await menu.getByLabel('on light paper').check();
  const light = (await saved(page, menu.getByRole('button', { name: 'SVG' }))).toString();
  expect([paperOf(dark), paperOf(light)]).toEqual(['#15171a', '#fcfbf8']);
  expect(mapOf(dark)).toMatch(/^data:image\/png/);
  expect(mapOf(light)).toMatch(/^data:image\/png/);
  expect(mapOf(light)).not.toBe(mapOf(dark));
  // And the page is as it was.
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(21, 23, 26)');
  await menu.getByLabel('on light paper').uncheck();
  expect(mapOf((await saved(page, menu.getByRole('button', { name: 'SVG' }))).toString())).toBe(mapOf(dark));

  await menu.getByRole('button', { name: 'Copy as NumPy' }).click();
  await expect(menu.getByText('Copied: the same bits.')).toBeVisible();
  const numpy = await page.evaluate(() => navigator.clipboard.readText());
  expect(numpy).toContain('np.random.RandomState(72)');
  expect(numpy).toContain('*0..191 + b + (*192..383) + (*384..575) + (*576..767)');
  await menu.getByRole('button', { name: 'Copy as PyTorch' }).click();
  await expect(menu.getByText('Copied: the same inputs, your library.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('#   batch 128: 711 of 768');

  const lab = await partAt(page, 'lab');
  await expect(lab.getByTestId('finding')).toContainText('of 768', { timeout: 20_000 });
  const labMenu = await shareMenu(lab);
  await labMenu.getByRole('button', { name: 'Copy as NumPy' }).click();
  await expect(labMenu.getByText(/select an output to copy that one/)).toBeVisible();
});

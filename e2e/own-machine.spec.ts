import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { dropLargeRecording } from '../scripts/bench/drop-large-recording';
import { HEAD_BYTES } from '../src/recordings/file-kind';
import { expect, test } from './console-guard';
import { ALL_RECORDINGS, LARGEST_LAYER_BY_PYTORCH } from './gallery-counts';

const FILE = 'public/recordings/pytorch-1.13-openblas-768x768.json';
const SMALL_FILE = 'public/recordings/mkl-2020.4-4x8.json';
/** Of a simulated GPU. */
const GPU_FILE = 'src/recordings/fixtures/h100-bfloat16.json';

/** The panel of chapter 11, near enough for its code to load. */
async function panel(page: Page): Promise<Locator> {
  await page.goto('./#your-machine');
  const found = page.locator('#own-machine');
  await expect(async () => {
    await page.getByRole('heading', { name: 'Your library' }).scrollIntoViewIfNeeded();
    await expect(found).toBeVisible({ timeout: 1000 });
  }).toPass();
  return found;
}

/** Drops files on the middle of the page, as a hand would. */
async function drop(page: Page, files: readonly { name: string; text: string | readonly number[] }[]): Promise<void> {
  await page.evaluate((given) => {
    const data = new DataTransfer();
    for (const { name, text } of given) data.items.add(new File([typeof text === 'string' ? text : Uint8Array.from(text)], name));
    const target = document.querySelector('main')!;
    for (const type of ['dragover', 'drop']) target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
  }, files as { name: string; text: string | number[] }[]);
}

const replayed = (page: Page): Locator => page.getByTestId('replayed');

test('a dropped recording is replayed, the whole page runs on it, the reader’s row is theirs wherever recordings are listed, and all goes back when it is removed; a link to it says which file to drop, and dropping it is all that is needed', async ({ page }) => {
  await panel(page);
  await drop(page, [{ name: 'my machine.json', text: readFileSync(FILE, 'utf8') }]);
  await expect(replayed(page)).toHaveText(/^The replay gives the library’s bits in 768 of 768 outputs at batches 1, 2, 4, 8, 16 and 128\. The library’s own batch sizes do not agree: row 0 differs from batch 1 in \d+ of 768 outputs at /);
  await expect(page).toHaveURL(/heatmap\.rec=own-my-machine-1/);

  const thread = page.locator('#thread');
  await thread.scrollIntoViewIfNeeded();
  await thread.locator('summary').filter({ hasText: 'More' }).click();
  await expect(thread.getByRole('radio', { name: 'Your file: PyTorch 1.13.0a0' })).toBeChecked();
  await expect(thread.getByText(/of the thread’s numbers come out: these are the digits of another library/)).toBeVisible();
  const map = page.locator('#kernel-map');
  await map.scrollIntoViewIfNeeded();
  await expect(map.getByRole('grid').getByRole('row').first()).toContainText('1.13.0a0');
  await expect(map.getByRole('grid').getByRole('rowgroup').first()).toHaveAccessibleName('Your file: PyTorch');
  const heatmap = page.locator('#heatmap');
  await heatmap.scrollIntoViewIfNeeded();
  await expect(heatmap.getByTestId('finding')).toBeVisible();
  const lab = page.locator('#lab');
  await lab.scrollIntoViewIfNeeded();
  await expect(lab.getByLabel('Recording', { exact: true })).toHaveValue('own-my-machine-1');

  const gallery = page.getByRole('region', { name: 'The recordings' });
  await gallery.getByText(/^All \d+ recordings/).click();
  const list = gallery.getByRole('group', { name: 'List of recordings' });
  await expect(list.getByRole('rowheader').first()).toHaveText('Your file: PyTorch');
  await expect(list.getByRole('row', { name: /^1\.13\.0a0/ }).first().getByRole('link')).toHaveCount(0);
  const walks = page.locator('#walks');
  await walks.scrollIntoViewIfNeeded();
  await expect(walks.getByLabel('Library').locator('option').first()).toHaveText(/^Your file: PyTorch 1\.13\.0a0 \(/);

  const link = page.url().replace(/#.*/, '');
  expect(link).toMatch(/thread\.rec=own-my-machine-1/);
  await page.getByRole('region', { name: 'Your recording, in short' }).getByRole('button', { name: 'Remove it' }).click();
  await expect(lab.getByLabel('Recording', { exact: true })).toHaveValue('pytorch-2.13-mkl-768x768');
  await thread.scrollIntoViewIfNeeded();
  await expect(thread.getByRole('radio', { name: 'MKL 2020.4, the thread’s own' })).toBeChecked();

  await test.step('removal leaves the reader’s own changes, and going back to the file says that it is gone', async () => {
    await heatmap.scrollIntoViewIfNeeded();
    await expect(heatmap.getByLabel('Library, as recorded')).toHaveValue('pytorch-1.13-openblas-768x768');
    await drop(page, [{ name: 'mkl.json', text: readFileSync('public/recordings/mkl-2020.4-768x768.json', 'utf8') }]);
    await expect(heatmap.getByLabel('Library, as recorded')).toHaveValue(/^own-/);
    await expect(page).toHaveURL(/own-mkl-2/);
    await page.getByRole('radio', { name: 'Dark' }).check();
    await heatmap.getByText('More', { exact: true }).click();
    await heatmap.getByRole('radio', { name: 'ulp' }).check();
    await expect(page).toHaveURL(/heatmap\.unit=ulp/);
    await page.getByRole('button', { name: 'Remove it' }).first().click();
    await expect(page).not.toHaveURL(/own-mkl-2/);
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
    await expect(heatmap.getByRole('radio', { name: 'ulp' })).toBeChecked();
    // The file has no batch of 16; the map has.
    await expect(heatmap.getByTestId('finding')).toContainText(/\b16\b/);
    await page.goBack();
    await expect(heatmap.getByText(/“mkl” is a file of a reader’s own/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Your recording, in short' })).toHaveCount(0);
  });

  await page.goto(link);
  const problem = thread.getByText('“my-machine” is a file of a reader’s own, which links and reloads don’t keep; drop it here to see it.');
  await expect(problem).toBeVisible();
  await drop(page, [{ name: 'my machine.json', text: readFileSync(FILE, 'utf8') }]);
  await expect(thread.getByText(/of the thread’s numbers come out/)).toBeVisible();
  await expect(problem).toHaveCount(0);
});

test('a recording is dropped, chosen or pasted; what is none is refused with a sentence, and what was there stays', async ({ page, context, request }, info) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const own = await panel(page);
  await test.step('the script that makes one is there, and commands to copy', async () => {
    const link = own.getByRole('link', { name: 'Download record_orders.py' });
    const answer = await request.get(new URL((await link.getAttribute('href'))!, page.url()).href);
    expect(answer.ok()).toBe(true);
    expect(await answer.text()).toContain('def record_module(');
    await own.getByRole('radio', { name: 'Your own nn.Linear' }).press('Space');
    await own.getByRole('button', { name: 'Copy', exact: true }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('save(record_module(layer, x');
  });
  await test.step('text is pasted', async () => {
    await own.getByText('Or paste its text').click();
    await own.getByRole('textbox', { name: 'The recording’s text' }).fill(readFileSync(SMALL_FILE, 'utf8'));
    await own.getByRole('button', { name: 'Read it' }).click();
    await expect(replayed(page)).toHaveText(/bits in 8 of 8/);
  });
  await test.step('one of tensor cores comes out to the bit, and is shown in its own formats', async () => {
    await drop(page, [{ name: 'gpu.json', text: readFileSync(GPU_FILE, 'utf8') }]);
    await expect(replayed(page)).toHaveText(/bits in 108 of 108 outputs, all rows of batches 1, 2 and 6\./);
    await expect(own).toContainText('NVIDIA H100 (simulated)');
    await expect(own.getByText('{0..83}*16 + b @ h100')).toBeVisible();
    const heatmap = page.locator('#heatmap');
    await heatmap.scrollIntoViewIfNeeded();
    await expect(heatmap.getByTestId('finding')).toContainText(/of 12 outputs/);
    await expect(heatmap.getByText('modelled')).toHaveCount(0);
    const walks = page.locator('#walks');
    await walks.scrollIntoViewIfNeeded();
    await expect(walks.getByLabel('Library')).toHaveValue(/^own-gpu-/);
    await expect(walks.getByRole('slider', { name: /^Steps done/ })).toBeVisible();
    const lab = page.locator('#lab');
    await lab.scrollIntoViewIfNeeded();
    await expect(lab.getByLabel('Number format')).toHaveValue('bfloat16');
    await own.scrollIntoViewIfNeeded();
  });
  await test.step('what is no recording is refused', async () => {
    await drop(page, [{ name: 'good.json', text: readFileSync(SMALL_FILE, 'utf8') }]);
    await expect(replayed(page)).toHaveText(/^The replay gives the library’s bits in 8 of 8 outputs at batches 1, 2, 4, 8 and 16\./);
    const bar = page.getByRole('region', { name: 'Your recording, in short' });
    // Three of them; the others are unit tests of src/recordings.
    const refusals = [
      [[{ name: 'layer.pt', text: [0x50, 0x4b, 3, 4, 0, 0] }], 'layer.pt is an archive, as torch.save and numpy.savez write'],
      [[{ name: 'a.json', text: '{}' }, { name: 'b.json', text: '{}' }], '2 files were dropped; the page runs on one recording at a time.'],
      [[{ name: 'cut.json', text: readFileSync(FILE, 'utf8').slice(0, 5000) }], 'cut.json: The file is not valid JSON'],
    ] as const;
    for (const [files, sentence] of refusals) {
      await drop(page, files);
      await expect(bar.getByText(sentence)).toBeVisible();
      await expect(replayed(page)).toHaveText(/bits in 8 of 8/);
    }
  });
  await test.step('outputs that do not come out are named', async () => {
    const file = JSON.parse(readFileSync(FILE, 'utf8')) as { outputs: { bits: string }[] };
    const bits = Buffer.from(file.outputs[0]!.bits, 'base64');
    for (const column of [3, 4, 5, 300]) bits[4 * column]! ^= 1;
    file.outputs[0]!.bits = bits.toString('base64');
    const changed = info.outputPath('changed.json');
    writeFileSync(changed, JSON.stringify(file));
    await page.locator('#own-machine input[type=file]').setInputFiles(changed);
    await expect(replayed(page)).toContainText('764 of 768 outputs at batch 1');
    await expect(page.getByText('At batch 1 the recorded order does not reproduce outputs 3–5 and 300')).toBeVisible();
  });
  await test.step('of two files dropped one after the other the page runs on the second', async () => {
    const computing = page.workers().length;
    await drop(page, [{ name: 'first.json', text: readFileSync(FILE, 'utf8') }]);
    await drop(page, [{ name: 'second.json', text: readFileSync(SMALL_FILE, 'utf8') }]);
    await expect(replayed(page)).toHaveText(/bits in 8 of 8/);
    // Nothing is read any more: what is left are the workers that compute.
    await expect.poll(() => page.workers().length).toBeLessThanOrEqual(computing);
    await expect(page.getByRole('region', { name: 'Your recording, in short' })).toContainText('The page runs on second.json');
  });
  await test.step('names without end make no phone’s page wider', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const widest = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    const name = 'a'.repeat(200);
    await drop(page, [{ name: `${name}.png`, text: [0x89, 0x50, 0x4e, 0x47, 13, 10] }]);
    await expect(page.locator('#own-machine').getByText(`${name}.png is a PNG image`)).toBeVisible();
    expect(await widest()).toBe(390);
    await drop(page, [{ name: `${name}.json`, text: readFileSync(SMALL_FILE, 'utf8') }]);
    await expect(replayed(page)).toHaveText(/bits in 8 of 8/);
    expect(await widest()).toBe(390);
    await page.goto(`./?heatmap.rec=${name.slice(0, 100)}#heatmap`);
    await expect(page.locator('#heatmap').getByLabel('Library, as recorded')).toHaveValue(name.slice(0, 100));
    expect(await widest()).toBe(390);
  });
});

test('reading a file of 2048 × 2048 weights is stopped in its middle, and another dropped at once; of all that, the page’s own thread reads the first bytes only', async ({ page }) => {
  test.slow();
  // What is read there, by whichever way the browser has; how it feels is measured by `npm run bench:page`.
  await page.addInitScript(() => {
    const read: number[] = [];
    for (const way of ['arrayBuffer', 'text', 'stream'] as const) {
      const original = Blob.prototype[way] as () => unknown;
      Blob.prototype[way] = function (this: Blob) {
        read.push(this.size);
        return original.call(this);
      } as never;
    }
    FileReader.prototype.readAsArrayBuffer = FileReader.prototype.readAsText = (blob) => void read.push(blob.size);
    const parse = JSON.parse.bind(JSON);
    JSON.parse = (text: string, ...more: [never]) => {
      if (text.length > 2 ** 20) read.push(text.length);
      return parse(text, ...more) as unknown;
    };
    Object.assign(window, { read });
  });
  await panel(page);
  // As soon as it is there: a fast machine is through with the file in a second or two.
  const stopped = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          const stop = [...document.querySelectorAll<HTMLButtonElement>('#own-machine button')].find(({ textContent }) => textContent === 'Stop');
          if (stop === undefined) return;
          observer.disconnect();
          stop.click();
          resolve();
        }).observe(document.body, { childList: true, subtree: true });
      }),
  );
  await page.evaluate(dropLargeRecording, 2048);
  await stopped;
  // The worker that reads hears nothing while it does; it is ended, and nothing more can come of it: what is left computes.
  await expect.poll(() => page.workers().length).toBe(1);
  const bar = page.getByRole('region', { name: 'Your recording, in short' });
  await expect(bar).toHaveCount(0);
  await drop(page, [{ name: 'small.json', text: readFileSync(SMALL_FILE, 'utf8') }]);
  await expect(replayed(page)).toHaveText(/bits in 8 of 8/);
  await expect(bar).toContainText('The page runs on small.json');

  await page.evaluate(() => Object.assign((window as unknown as { read: number[] }).read, { length: 0 }));
  await page.evaluate(dropLargeRecording, 2048);
  await expect(replayed(page)).toHaveText('The replay gives the library’s bits in 2,048 of 2,048 outputs at batch 1.', { timeout: 60_000 });
  expect(await page.evaluate(() => (window as unknown as { read: number[] }).read)).toEqual([HEAD_BYTES]);
});

test('recordings are listed, filtered, and two are held against each other; a hidden sum is rebuilt by keyboard from answers, and a wrong tree is contradicted', async ({ page }) => {
  await panel(page);
  await test.step('the gallery', async () => {
    const gallery = page.getByRole('region', { name: 'The recordings' });
    await gallery.getByText(`All ${ALL_RECORDINGS} recordings`).click();
    await expect(gallery).toContainText(`${ALL_RECORDINGS} recordings of float32 linear layers on a CPU`);
    await gallery.getByLabel('Layer').selectOption('768 → 768');
    await gallery.getByLabel('Find a library').fill('pytorch');
    await expect(gallery.getByRole('status').first()).toHaveText(`${LARGEST_LAYER_BY_PYTORCH} of ${ALL_RECORDINGS} recordings`);
    const list = gallery.getByRole('group', { name: 'List of recordings' });
    await expect(list.getByRole('row').nth(2)).toContainText(/2\.13.*768 → 768all rows, one thread/);
    await gallery.getByLabel('Find a library').fill('cupy');
    await expect(gallery.getByRole('status').first()).toContainText('0 of');
    await gallery.getByText('Tried, and not recorded').click();
    await expect(gallery.getByText(/kept in more than float32/)).toBeVisible();
    // Until now the list alone was loaded.
    await gallery.getByText('Hold two recordings against each other').click();
    await expect(gallery.getByTestId('compared').getByRole('row', { name: /^1 / })).toContainText(/of 768.* of 768/);
    await gallery.getByLabel('Compare').selectOption('pytorch-2.13-mkl-768x768');
    await gallery.getByLabel('with', { exact: true }).selectOption('pytorch-1.13-openblas-768x768');
    await expect(gallery.getByTestId('compared').getByRole('row', { name: /^1 / })).toContainText('0 of 768');
  });
  await test.step('the hidden sum', async () => {
    await page.getByText('Try it on another hidden sum').press('Enter');
    const game = page.getByRole('region', { name: 'A hidden sum of eight products' });
    await game.getByRole('button', { name: 'Ask: +M at 0, −M at 1' }).press('Enter');
    await expect(game.getByRole('status')).toHaveText('1 question asked.');
    // All the others at once; what each returned stands in its name then.
    await game.getByRole('button', { name: /^Ask: / }).evaluateAll(async (all) => {
      for (const button of all) {
        (button as HTMLElement).click();
        await new Promise(requestAnimationFrame);
      }
    });
    await expect(game.getByRole('status')).toHaveText('28 questions asked.');
    const answered = await game.getByRole('button', { name: /^\+M at / }).evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')!.match(/\d/g)!.map(Number) as [number, number, number]));
    const sizes = new Map(answered.map(([plus, minus, ones]) => [`${plus},${minus}`, 8 - ones]));
    // A tree that is wrong: all in their sequence, unless that is the hidden one.
    const join = async (a: string, b: string): Promise<void> => {
      await game.getByRole('group', { name: 'Parts' }).getByRole('button', { name: a, exact: true }).press('Enter');
      await game.getByRole('group', { name: 'Parts' }).getByRole('button', { name: b, exact: true }).press('Enter');
    };
    let text = '0';
    for (let k = 1; k < 8; k++) {
      await join(text, String(k));
      text = `${text} + ${k}`;
    }
    await expect(game.getByRole('status')).toContainText(/Not yet\. With \+M at \d and −M at \d your sum would return \d; the hidden one returns \d\./);
    for (let k = 1; k < 8; k++) await game.getByRole('button', { name: 'Take the last one apart' }).click();
    // The right one: parts in the order of the sizes that were read.
    const parts = new Map<number, string>(Array.from({ length: 8 }, (_, k) => [k, String(k)]));
    const rootOf = Array.from({ length: 8 }, (_, k) => k);
    for (const [question] of [...sizes].sort(([, a], [, b]) => a - b)) {
      const [i, j] = question.split(',').map(Number) as [number, number];
      const [a, b] = [rootOf[i]!, rootOf[j]!].sort((p, q) => p - q) as [number, number];
      if (a === b) continue;
      const [first, second] = [parts.get(a)!, parts.get(b)!];
      await join(first, second);
      parts.set(a, `${first} + ${second.length === 1 ? second : `(${second})`}`);
      for (let k = 0; k < 8; k++) if (rootOf[k] === b) rootOf[k] = a;
    }
    // Of the 28 that there are; the calls that ask about fused products and width are none of the game's.
    await expect(game.getByRole('status')).toContainText(/Yes: that is the sum\. You asked 28 questions; the algorithm that reads libraries asks (1\d|2[0-8]|[7-9]) here\./);
  });
});

/**
 * `npm run bench:page`: how responsive the built page is, in Chromium. It drags a slider of the Lab at 768 → 768 with six
 * batch sizes, with the main thread throttled 4×; then, unthrottled, it times a whole batch of 128 rows, the growth curves
 * and a dropped recording, and measures memory at the largest layer. Prints a table; run `npm run build` first.
 */
import type { CDPSession, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { preview } from 'vite';
import { dropLargeRecording } from './bench/drop-large-recording';
import { BROWSER_FLAGS, findBrowser } from './find-browser';

const SLOWED = 4;
const DRAG_MS = 5000;

interface Drag {
  /** Milliseconds of each frame. */
  readonly frames: readonly number[];
  /** For each frame, how many frames ago the slider had the value that the picture shows. */
  readonly behind: readonly number[];
}

/** Moves a slider every frame, like a hand, and checks which of its values the finding is about. */
function dragSlider({ label, milliseconds, swing }: { label: string; milliseconds: number; swing: number }): Promise<Drag> {
  const slider = [...document.querySelectorAll('#lab label')].find((one) => one.textContent === label)?.parentElement?.querySelector<HTMLInputElement>('input[type="range"]');
  if (!slider) throw new Error(`The Lab has no slider ${label}.`);
  const typed = slider.parentElement?.querySelector<HTMLInputElement>('input:not([type="range"])') ?? null;
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
  const middle = Number(slider.value);
  const width = swing * (Number(slider.max) - Number(slider.min));
  return new Promise((resolve) => {
    const frames: number[] = [];
    const behind: number[] = [];
    const values: string[] = [];
    const begin = performance.now();
    let last = begin;
    const frame = (now: number): void => {
      frames.push(now - last);
      last = now;
      const shown = /of ([\d,]+)/.exec(document.querySelector('#lab [data-testid="finding"]')?.textContent ?? '')?.[1]?.replaceAll(',', '') ?? '';
      const at = values.lastIndexOf(shown);
      if (values.length > 10) behind.push(at < 0 ? Infinity : values.length - 1 - at);
      if (now - begin > milliseconds) return resolve({ frames: frames.slice(1), behind });
      setValue.call(slider, String(middle + width * Math.sin((now - begin) / 300)));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      values.push(typed?.value ?? slider.value);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? NaN;
}

function row(what: string, measured: string, wanted: string, reached: boolean): void {
  console.log(`| ${what} | ${measured} | ${wanted} | ${reached ? 'yes' : 'no'} |`);
}

async function opened(page: Page, query: string): Promise<void> {
  await page.goto(`?v=2&${query}#lab`);
  await page.locator('#lab [data-testid="finding"]').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1500);
}

/** The times from choosing a view on an open page to its first results, and to the end of the computation. */
async function timed(page: Page, query: string, view: string, first: string): Promise<{ readonly first: number; readonly all: number }> {
  await opened(page, `${query}&k=64&n=64`);
  // Preload its code, as on a second visit.
  for (const name of [view, 'One row, many batch sizes']) await page.locator('#lab').getByRole('radio', { name }).check();
  await page.waitForTimeout(500);
  return page.evaluate(
    ({ selector, query }) =>
      new Promise<{ first: number; all: number }>((resolve) => {
        const begin = performance.now();
        const before = document.querySelector(selector);
        history.pushState(null, '', `?v=2&${query}#lab`);
        dispatchEvent(new PopStateEvent('popstate'));
        let first = NaN;
        let busy = begin;
        const look = (): void => {
          const now = performance.now();
          const shown = document.querySelector(selector);
          if (Number.isNaN(first) && shown !== null && shown !== before) first = now - begin;
          if (Number.isNaN(first) || document.querySelector('#lab [role="progressbar"]') !== null) busy = now;
          if (now - busy > 500) resolve({ first, all: busy - begin });
          else requestAnimationFrame(look);
        };
        look();
      }),
    { selector: first, query },
  );
}

/** Private memory of the process with the page and its workers, in MB, after a garbage collection; NaN if the system has no /proc. */
async function memory(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const renderers = readdirSync('/proc').flatMap((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) return [];
      const kilobytes = [...readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_(?:Clean|Dirty): +(\d+)/gm)];
      return [kilobytes.reduce((sum, [, count]) => sum + Number(count), 0) / 1024];
    } catch {
      return [];
    }
  });
  return renderers.length === 0 ? NaN : Math.max(...renderers);
}

const server = await preview({ preview: { port: 4399, strictPort: true }, logLevel: 'warn' });
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: BROWSER_FLAGS });
try {
  const context = await browser.newContext({ baseURL: 'http://localhost:4399/', viewport: { width: 1366, height: 900 } });
  // The compiler of these scripts names functions with a helper that the page lacks.
  await context.addInitScript('globalThis.__name = (one) => one');
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  console.log(`Chromium ${browser.version()}\n\n| what | measured | at most | reached |\n| --- | ---: | ---: | --- |`);

  for (const rate of [SLOWED, 1]) {
    await opened(page, 'from=pattern&data=cancelling');
    await cdp.send('Emulation.setCPUThrottlingRate', { rate });
    const { frames } = await page.evaluate(dragSlider, { label: 'Condition number, power of ten', milliseconds: DRAG_MS, swing: 1 / 6 });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const frame = quantile(frames, 0.95);
    row(`768 → 768, six batch sizes, condition number dragged for 5 s, page slowed ${rate}×: 95 % of ${frames.length} frames`, `${frame.toFixed(1)} ms`, '17 ms', frame < 17);
  }
  await opened(page, 'from=pattern');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const { behind } = await page.evaluate(dragSlider, { label: 'N, outputs', milliseconds: DRAG_MS, swing: 1 / 100 });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  row(`N dragged about 768, page slowed ${SLOWED}×: the picture behind the slider, 95 % of frames`, `${quantile(behind, 0.95)} frames`, '2 frames', quantile(behind, 0.95) <= 2);

  const whole = await timed(page, 'from=pattern&view=whole&batch=128', 'All rows of one batch', '#lab canvas');
  row('whole batch of 128, 768 → 768', `${whole.all.toFixed(0)} ms`, '150 ms', whole.all < 150);
  const tensor = await timed(page, 'from=thresholds&orders=1:sequential(h100)&format=bfloat16&view=whole&batch=128', 'All rows of one batch', '#lab canvas');
  row('the same on H100 in bfloat16', `${tensor.all.toFixed(0)} ms`, '1500 ms', tensor.all < 1500);
  const growth = await timed(page, 'from=pattern&view=growth&gmax=20&trials=64&curves=sequential;reverse;blocked(192);lanes(8);lanes(4);pairwise(1);pairwise(8);split(4)', 'Error growth', '#lab svg path');
  row('growth, eight orders, 64 trials, to 2²⁰: first points', `${growth.first.toFixed(0)} ms`, '200 ms', growth.first < 200);
  row('… all', `${(growth.all / 1000).toFixed(1)} s`, '5 s', growth.all < 5000);
  await page.goto('./#your-machine');
  await page.locator('#own-machine').waitFor();
  const dropped = await page.evaluateHandle(dropLargeRecording, 4096);
  await page.getByTestId('replayed').waitFor({ timeout: 60_000 });
  // Give the page time to switch to it.
  await page.waitForTimeout(3000);
  const longest = Math.max(...(await dropped.evaluate(({ frames }) => frames)));
  row('a recording with 64 MiB of weights is read and shown: the longest frame', `${longest.toFixed(0)} ms`, '400 ms', longest < 400);
  // For a process of its own.
  await page.close();
  const large = await (await browser.newContext({ baseURL: 'http://localhost:4399/' })).newPage();
  await large.goto('?v=2&view=whole&from=pattern&k=4096&n=4096&batch=128#lab');
  await large.getByText(/^In [\d.,]+ ms\./).waitFor({ timeout: 120_000 });
  const used = await memory(await large.context().newCDPSession(large));
  row('private memory of the page’s process at 4096 → 4096, workers and all', `${used.toFixed(0)} MB`, '300 MB', used < 300);
} finally {
  await browser.close();
  await server.close();
}

/**
 * `npm run bench:page`: how the built page feels, in Chromium. A slider of the Lab is dragged over 768 → 768 with six
 * batch sizes while the page's own thread is slowed four times; then a whole batch of 128 rows and the growth curves are
 * timed without that, and the memory at the largest layer is read. Prints a table; needs `npm run build` before it.
 */
import type { CDPSession, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_FLAGS, findBrowser } from './find-browser';

const SLOWED = 4;
const DRAG_MS = 5000;

interface Drag {
  /** Milliseconds of each frame. */
  readonly frames: readonly number[];
  /** Frames since the slider had the value that the picture shows, by frame. */
  readonly behind: readonly number[];
}

/** Moves a slider with every frame, as a hand would, and looks which of its values the finding speaks of. */
function dragSlider({ label, milliseconds }: { label: string; milliseconds: number }): Promise<Drag> {
  const slider = document.querySelector<HTMLInputElement>(`#lab input[type="range"][aria-label="${label}"]`) ?? [...document.querySelectorAll('#lab label')].find((one) => one.textContent === label)?.parentElement?.querySelector<HTMLInputElement>('input[type="range"]') ?? null;
  if (slider === null) throw new Error(`The Lab has no slider ${label}.`);
  const typed = slider.parentElement?.querySelector<HTMLInputElement>('input:not([type="range"])') ?? null;
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
  const middle = Number(slider.value);
  const swing = (Number(slider.max) - Number(slider.min)) / 100;
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
      setValue.call(slider, String(middle + swing * Math.sin((now - begin) / 300)));
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

/** From a change of settings to the last of what it gives, as the page tells it; and to the first. */
async function timed(page: Page, query: string, begun: () => boolean): Promise<{ readonly first: number; readonly all: number }> {
  await page.goto(`?v=2&${query}#lab`);
  return page.evaluate(
    ({ hasBegun }) =>
      new Promise<{ first: number; all: number }>((resolve) => {
        const isThere = new Function(`return (${hasBegun})()`) as () => boolean;
        const begin = performance.now();
        let first = NaN;
        const look = (): void => {
          if (Number.isNaN(first) && isThere()) first = performance.now() - begin;
          const note = document.querySelector('#lab [role="status"]:last-of-type')?.textContent ?? '';
          const all = [...document.querySelectorAll('#lab [role="status"]')].map((one) => one.textContent ?? '').find((text) => /^In .*ms\./.test(text)) ?? note;
          const took = /^In (?:less than )?([\d.,]+) ms\./.exec(all)?.[1];
          if (took !== undefined) resolve({ first, all: Number(took.replaceAll(',', '')) });
          else requestAnimationFrame(look);
        };
        look();
      }),
    { hasBegun: begun.toString() },
  );
}

/** Of the page and its workers, in MB, after a collection. */
async function memory(page: Page, cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return page.evaluate(async () => {
    const measure = (performance as unknown as { measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> }).measureUserAgentSpecificMemory;
    if (measure === undefined || !crossOriginIsolated) return NaN;
    return (await measure.call(performance)).bytes / 2 ** 20;
  });
}

const server = await preview({ preview: { port: 4399, strictPort: true, headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' } }, logLevel: 'warn' });
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: BROWSER_FLAGS });
try {
  const context = await browser.newContext({ baseURL: 'http://localhost:4399/', viewport: { width: 1366, height: 900 } });
  // The compiler of these scripts names functions by a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (one) => one');
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  console.log(`Chromium ${browser.version()}\n\n| what | measured | at most | reached |\n| --- | ---: | ---: | --- |`);

  for (const [label, query] of [['N, outputs', 'from=pattern']] as const) {
    await opened(page, query);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const { frames, behind } = await page.evaluate(dragSlider, { label, milliseconds: DRAG_MS });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const frame = quantile(frames, 0.95);
    row(`${label} dragged for 5 s, page slowed ${SLOWED}×: 95 % of ${frames.length} frames`, `${frame.toFixed(1)} ms`, '17 ms', frame < 17);
    row('… the picture behind the slider, 95 % of frames', `${quantile(behind, 0.95)} frames`, '2 frames', quantile(behind, 0.95) <= 2);
  }
  const whole = await timed(page, 'view=whole', () => /rows/.test(document.querySelector('#lab [data-testid="finding"]')?.textContent ?? ''));
  row('whole batch of 128, 768 → 768, in the worker', `${whole.all.toFixed(0)} ms`, '150 ms', whole.all < 150);
  const growth = await timed(page, 'view=growth&gmax=20&trials=64&curves=sequential;reverse;blocked(192);lanes(8);lanes(4);pairwise(1);pairwise(8);split(4)', () => document.querySelector('#lab svg path') !== null);
  row('growth, eight orders, 64 trials, to 2²⁰: first points after opening', `${growth.first.toFixed(0)} ms`, '200 ms', growth.first < 200);
  row('… all', `${(growth.all / 1000).toFixed(1)} s`, '5 s', growth.all < 5000);
  await timed(page, 'view=whole&from=pattern&k=4096&n=4096&batch=128', () => true);
  const used = await memory(page, cdp);
  row('memory at 4096 → 4096, 128 rows, workers and all', `${used.toFixed(0)} MB`, '300 MB', used < 300);
} finally {
  await browser.close();
  await server.close();
}

import { expect, test } from '@playwright/test';
import { FIGURE_IDS } from '../../src/share/figure-settings';
import { THREAD } from '../../src/recordings/thread';
import { builtPosters, numbersIn } from '../built-posters';
import { CHROMIUM, FIREFOX } from './playwright-tab';
import type { Site } from './site';
import { openSite, RECORDINGS } from './site';
import type { Tab } from './tab';
import { WEBKIT } from './webkit-tab';

/** What in-page/engines.ts found of one kernel. */
interface Replayed {
  readonly name: string;
  readonly problem: string | null;
  readonly recordings: readonly { readonly file: string; readonly equal: number; readonly total: number }[];
}

const PARTS = [...FIGURE_IDS, 'lab'] as const;

/** The page is scrolled through, questions are skipped, and all is computed. In the page. */
async function readThrough(parts: readonly string[]): Promise<void> {
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
  // Not at every frame: in a browser that paints without help, frames take more than what is waited for.
  const until = async (isThere: () => boolean): Promise<void> => {
    while (!isThere()) await new Promise((later) => setTimeout(later, 50));
  };
  for (let down = 0; down < document.documentElement.scrollHeight; down += window.innerHeight) {
    window.scrollTo(0, down);
    await frame();
  }
  for (const id of parts) {
    const part = document.getElementById(id)!;
    part.scrollIntoView({ behavior: 'instant' });
    await until(() => part.querySelector('p[data-waiting]') === null);
    for (const button of part.querySelectorAll('button')) if (button.textContent === 'just show me') button.click();
    await until(() => part.querySelector('[role="progressbar"], figure[data-state]:not([data-state="done"])') === null);
  }
}

/** What each part of the page says, its closed tables too. In the page. */
function wordsOf(parts: readonly string[]): Record<string, string> {
  const words = (part: Element): string => {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const all: string[] = [];
    while (texts.nextNode() !== null) all.push(texts.currentNode.textContent ?? '');
    return all.join(' ');
  };
  return Object.fromEntries(parts.map((id) => [id, words(document.getElementById(id)!)]));
}

/** Chooses a layer of the thread, as a reader does. In the page. */
function chooseLayer(name: string): void {
  [...document.querySelectorAll<HTMLLabelElement>('#thread label')].find(({ textContent }) => textContent === name)!.click();
}

/** The thread's numbers as they stand on the page: by block, by batch size. In the page, once they are computed. */
async function threadNumbers(): Promise<Record<string, Record<string, string>>> {
  const figure = document.getElementById('thread')!;
  while (figure.querySelector('figure[data-state="done"]') === null) await new Promise((later) => setTimeout(later, 50));
  return Object.fromEntries(
    [...figure.querySelectorAll('table')]
      .filter(({ caption }) => caption !== null)
      .map(({ caption, tBodies: [body] }) => [caption!.textContent, Object.fromEntries([...body!.rows].map((row) => [row.dataset['batch'], row.cells[1]!.textContent]))]),
  ) as Record<string, Record<string, string>>;
}

/** Printed numbers of the thread that stand on the page to the last digit, of one of its layers. */
async function printedNumbers(tab: Tab, layer: (typeof THREAD)[number]): Promise<number> {
  const found = await tab.evaluate(threadNumbers, null);
  const equal = layer.printed.flatMap(({ batch, mean, first5 = [] }) => [found['mean']?.[batch] === mean, ...first5.map((value, output) => found[`output ${output}`]?.[batch] === value)]);
  return equal.filter(Boolean).length;
}

async function complaints(tab: Tab): Promise<readonly string[]> {
  return [...tab.said, ...(await tab.evaluate(() => (window as unknown as { complaints: string[] }).complaints, null))];
}

for (const engine of [CHROMIUM, FIREFOX, WEBKIT]) {
  test.describe(engine.name, () => {
    // One browser after the other, and each with one page.
    test.describe.configure({ mode: 'default', timeout: 240_000 });
    test.skip(engine.missing() !== null, `${engine.name} ${engine.missing()}`);
    let site: Site;
    let tab: Tab;
    test.beforeAll(async () => {
      site = await openSite();
      tab = await engine.open();
      await tab.resize(1280, 900);
    });
    test.afterAll(async () => {
      await tab?.close();
      await site?.close();
    });

    test('the page, scrolled through, complains of nothing; every part has the numbers of its poster, and all 35 numbers of the thread stand there to the last digit', async () => {
      await tab.goto(`${site.page}?v=2&heatmap.open=1`);
      await tab.evaluate(readThrough, PARTS);
      const posters = PARTS.map((part) => [part, numbersIn(builtPosters().find(({ name }) => name === part)!.finding)] as const);
      for (const [part, numbers] of posters) expect(numbers, part).not.toEqual([]);
      // What follows a hand that rests, and what is computed between frames, may come after the rest.
      await expect
        .poll(async () => {
          const words = await tab.evaluate(wordsOf, PARTS);
          return posters.flatMap(([part, numbers]) => {
            const there = new Set(numbersIn(words[part]!));
            return numbers.filter((number) => !there.has(number)).map((number) => `${part}: ${number}`);
          });
        }, { timeout: 60_000 })
        .toEqual([]);

      for (const [at, all] of [5, 30].entries()) {
        const layer = THREAD[at]!;
        await tab.evaluate(chooseLayer, `${layer.inFeatures} → ${layer.outFeatures}`);
        await expect.poll(() => printedNumbers(tab, layer), { timeout: 30_000 }).toBe(all);
      }
      expect(THREAD).toHaveLength(2);
      expect(await complaints(tab)).toEqual([]);
    });

    test('the kernels pass their test, and give every recording of the gallery to the bit', async () => {
      await tab.goto(site.kernels);
      const { picked, all } = await tab.evaluate(
        async (files) => {
          const { kernels } = window as unknown as { kernels: { picked: () => unknown; all: (files: readonly string[]) => Promise<readonly Replayed[]> } };
          return { picked: kernels.picked(), all: await kernels.all(files) };
        },
        RECORDINGS,
      );
      // Without adders, and with them.
      expect(picked).toEqual([{ name: 'wasm', why: null }, { name: 'wasm', why: null }]);
      expect(all.map(({ name }) => name)).toEqual(['Math.fround', 'WebAssembly, exact', ...(engine.name === 'WebKit' ? [] : ['WebAssembly, relaxed'])]);
      for (const { name, problem, recordings } of all) {
        expect(problem, name).toBeNull();
        expect(recordings.map(({ file }) => file), name).toEqual(RECORDINGS);
        for (const { file, equal, total } of recordings) {
          expect(total, file).toBeGreaterThan(0);
          expect(equal, `${file}, ${name}`).toBe(total);
        }
      }
    });

    test('an embed from another origin takes the height that it needs, also in a narrower page', async () => {
      await tab.goto(site.host);
      /** The height of the frame once its numbers are there and it is another than before. In the page. */
      const heightAfter = (before: number): Promise<number> =>
        tab.evaluate(async (last) => {
          const heard = (window as unknown as { heard: { type: string; height: number }[] }).heard;
          const told = (): number => heard.filter(({ type }) => type === 'height').at(-1)?.height ?? 0;
          while (!heard.some(({ type }) => type === 'ready') || told() === last) await new Promise((later) => setTimeout(later, 50));
          // Until it has come to rest.
          for (let at = told(), quiet = 0; quiet < 20; quiet++) {
            await new Promise((later) => setTimeout(later, 50));
            if (told() !== at) [at, quiet] = [told(), 0];
          }
          const shown = document.querySelector('iframe')!.getBoundingClientRect().height;
          return shown === told() ? shown : Promise.reject(new Error(`It told ${told()} and has ${shown}.`));
        }, before);
      const wide = await heightAfter(0);
      await tab.resize(420, 900);
      const narrow = await heightAfter(wide);
      expect(narrow).toBeGreaterThan(wide);
      await tab.resize(1280, 900);
      expect(await heightAfter(narrow)).toBe(wide);
      expect(await complaints(tab)).toEqual([]);
    });
  });
}

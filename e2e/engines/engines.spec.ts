import { expect, test } from '@playwright/test';
import { ALL_SHOWN, expectAllNumbers } from '../whole-page';
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

    // The page and its embeds in Chromium are what all other tests open.
    if (engine === CHROMIUM) return;

    test('the page complains of nothing; every part has the numbers of its poster, and all 35 numbers of the thread stand there to the last digit', async () => {
      await tab.goto(site.page + ALL_SHOWN);
      await expectAllNumbers(tab);
      expect(await complaints(tab)).toEqual([]);
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

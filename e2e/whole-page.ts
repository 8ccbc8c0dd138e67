import { expect } from '@playwright/test';
import { THREAD } from '../src/recordings/thread';
import { FIGURE_IDS } from '../src/share/figure-settings';
import { builtPosters, numbersIn } from './built-posters';
import type { Tab } from './engines/tab';

const PARTS = [...FIGURE_IDS, 'lab'] as const;

/** Everything in the page has its code. In the page. */
export async function loaded(): Promise<void> {
  while (document.querySelector(':is(p, div)[data-waiting]') !== null) {
    // What has come may hold what waits itself.
    window.dispatchEvent(new Event('comenear'));
    // Not at every frame: in a browser that paints without help, frames take more than what is waited for.
    await new Promise((later) => setTimeout(later, 50));
  }
}

/** A part is in sight, its questions are skipped, and all of it is computed. In the page. */
async function computed(id: string): Promise<void> {
  const part = document.getElementById(id)!;
  part.scrollIntoView({ behavior: 'instant' });
  for (const button of part.querySelectorAll('button')) if (button.textContent === 'just show me') button.click();
  while (part.querySelector('[role="progressbar"], [data-state]:not([data-state="done"])') !== null) await new Promise((later) => setTimeout(later, 50));
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
  while (figure.querySelector('[data-state="done"]') === null) await new Promise((later) => setTimeout(later, 50));
  return Object.fromEntries(
    [...figure.querySelectorAll('table')]
      .filter(({ caption }) => caption !== null)
      .map(({ caption, tBodies: [body] }) => [caption!.textContent, Object.fromEntries([...body!.rows].map((row) => [row.dataset['batch'], row.cells[1]!.textContent]))]),
  ) as Record<string, Record<string, string>>;
}

type InPage = Pick<Tab, 'evaluate'>;

/** Printed numbers of the thread that stand on the page to the last digit, of one of its layers. */
async function printedNumbers(tab: InPage, layer: (typeof THREAD)[number]): Promise<number> {
  const found = await tab.evaluate(threadNumbers, null);
  const equal = layer.printed.flatMap(({ batch, mean, first5 = [] }) => [found['mean']?.[batch] === mean, ...first5.map((value, output) => found[`output ${output}`]?.[batch] === value)]);
  return equal.filter(Boolean).length;
}

/** Every part of the open page has the numbers of its poster, and all 35 numbers of the thread stand there to the last digit. */
export async function expectAllNumbers(tab: InPage): Promise<void> {
  await tab.evaluate(loaded, null);
  for (const part of PARTS) await tab.evaluate(computed, part);
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
}

/** The link of the page in which every part shows what stands on its poster. */
export const ALL_SHOWN = '?v=2&heatmap.rec=pytorch-2.13-mkl-768x768';

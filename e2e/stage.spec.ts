import type { Page } from '@playwright/test';
import { FIGURE_IDS } from '../src/share/figure-settings';
import { expect, test } from './console-guard';

const SIZE = { width: 1280, height: 720 } as const;

/** The smallest text, in CSS pixels: what the last row of a lecture hall can read. Exponents and indices may be smaller. */
const SMALLEST = 16;
/** The share of the height that a picture has at least. */
const PICTURE = 0.6;

/** What is wrong with what is shown: text that is cut, out of the window or too small, and a picture that is too low or cut. */
function wrong(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ([smallest, share]) => {
      const said: string[] = [];
      const { innerWidth: width, innerHeight: height } = window;
      const picture = document.querySelector('[data-picture]');
      if (picture === null) return ['There is no picture.'];
      if (picture.clientHeight < share * height) said.push(`The picture has ${picture.clientHeight} of ${height} pixels.`);
      const around = picture.getBoundingClientRect();
      const drawn = [...picture.querySelectorAll('svg, canvas, table, p')].some((one) => one.getBoundingClientRect().height > around.height / 3 || one.matches('p, table'));
      if (!drawn) said.push('The picture is empty.');
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
        const holder = node.parentElement!;
        const text = node.textContent!.trim();
        if (text === '' || holder.closest('script, style, title, desc, details:not([open]) > :not(summary), sup, sub, option, select') || !holder.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        const style = getComputedStyle(holder);
        // Only for screen readers.
        if (box.width <= 1 || holder.closest('.visually-hidden')) continue;
        const svg = holder.closest('svg');
        const scale = svg ? (holder as unknown as SVGGraphicsElement).getScreenCTM()!.a : 1;
        const size = parseFloat(style.fontSize) * Math.abs(scale);
        if (size < smallest - 0.5) said.push(`“${text.slice(0, 40)}” has ${size.toFixed(1)} pixels.`);
        const [left, top, right, bottom] = picture.contains(holder) ? [around.left, around.top, around.right, around.bottom] : [0, 0, width, height];
        if (box.left < left - 1 || box.top < top - 1 || box.right > right + 1 || box.bottom > bottom + 1) said.push(`“${text.slice(0, 40)}” is cut: ${[box.left, box.top, box.right, box.bottom].map(Math.round).join(', ')}.`);
      }
      return said.slice(0, 12);
    },
    [SMALLEST, PICTURE] as const,
  );
}

test.use({ viewport: SIZE });

for (const part of FIGURE_IDS)
  test(`on a stage, everything of ${part} is in sight and large, in all its states`, async ({ page }) => {
    await page.goto(`./embed.html?figure=${part}&layout=stage`);
    await expect(page.locator('html[data-settled]')).toBeAttached({ timeout: 40_000 });
    const next = page.getByRole('button', { name: 'Next state' });
    const states = (await next.count()) === 0 ? 1 : Number(/of (\d+)/.exec((await page.locator('footer [role=status]').textContent())!)![1]);
    for (let state = 1; state <= states; state++) {
      if (state > 1) {
        await page.keyboard.press('PageDown');
        await expect(page.locator('footer [role=status]')).toContainText(`${state} of ${states}`);
      }
      await expect(page.locator('[data-stale], progress')).toHaveCount(0, { timeout: 40_000 });
      await expect.poll(() => wrong(page), `state ${state} of ${part}`).toEqual([]);
    }
    if (states === 1) return;
    // The last step is reached by button as well, and the focus stays there.
    await page.keyboard.press('PageUp');
    await next.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('footer [role=status]')).toContainText(`${states} of ${states}`);
    await expect(next).toBeFocused();
  });

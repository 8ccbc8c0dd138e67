import { expect } from './console-guard';
import type { HostPage } from './embed-host';
import { openEmbed, test } from './embed-host';

/** The last height that the embed told. */
async function lastHeight({ heard }: HostPage): Promise<number> {
  const last = (await heard()).filter(({ type }) => type === 'height').at(-1);
  return Number(last?.['height'] ?? 0);
}

for (const figure of ['thread', 'error-growth'])
  test(`${figure} tells its height out of sight too: when its numbers have come, and when its page is made narrower`, async ({ page, servers }) => {
    await page.setViewportSize({ width: 1100, height: 700 });
    const host = await openEmbed(page, servers, `figure=${figure}`, ['<div style="height:6000px"></div>', '']);
    await expect.poll(() => lastHeight(host)).toBeGreaterThan(400);
    const wide = await lastHeight(host);
    await page.setViewportSize({ width: 420, height: 700 });
    await expect.poll(() => lastHeight(host)).toBeGreaterThan(wide);
    const narrow = await lastHeight(host);
    // It is the height that it has in sight.
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await host.frame.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(await lastHeight(host)).toBe(narrow);
    await expect(page.locator('iframe')).toHaveCSS('height', `${narrow}px`);
  });

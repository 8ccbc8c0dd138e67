import type { FrameLocator, Locator, Page } from '@playwright/test';
import { HOSTS } from '../scripts/hosts/hosts';
import type { HostName } from '../scripts/hosts/host-sites';
import { HOST_NAMES, isBuilt, siteFolder } from '../scripts/hosts/host-sites';
import { allEmbeds } from '../scripts/hosts/shown-embeds';
import { test as base, expect } from './console-guard';
import type { PlainServer } from './plain-server';
import { plainServer } from './plain-server';

/** A site without an icon is not what is tested. */
const NO_ICON = new Map([['/favicon.ico', { body: '' }]]);

interface Sites {
  /** Where a host's site is served, on an origin that is not the embed's. */
  readonly of: (host: HostName) => Promise<PlainServer>;
}

const test = base.extend<{ open: (host: HostName, file: string) => Promise<void> }, { sites: Sites }>({
  sites: [
    // Playwright reads from the pattern what a fixture needs: nothing.
    // eslint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const servers = new Map<HostName, PlainServer>();
      await provide({
        of: async (host) => {
          const server = servers.get(host) ?? (await plainServer(siteFolder(host), NO_ICON));
          servers.set(host, server);
          return server;
        },
      });
      for (const server of servers.values()) await server.close();
    },
    { scope: 'worker' },
  ],
  /** Opens a page of a host. */
  open: async ({ page, sites }, provide) => {
    await provide(async (host, file) => {
      test.skip(!isBuilt(host), `${host} ${HOSTS[host].missing() ?? 'was not built: npx tsx scripts/build-hosts.ts'}`);
      await page.goto((await sites.of(host)).address + file);
    });
  },
});

/** Hosts of which all figures of a page are looked at, one of each way that a figure gets in: an element, a component, a frame. */
const IN_FULL: readonly HostName[] = ['plain', 'vitepress', 'jupyter'];

/** Frames without a script keep their height, and follow the reader's system. */
const PLAIN_FRAMES: readonly HostName[] = ['frames', 'jupyter'];

/**
 * How a reader makes a host dark that can be. By keyboard where the page has to scroll for it: a mouse that presses where
 * a frame has just been may still meet the frame.
 */
const SWITCHES: { readonly [H in HostName]?: (page: Page) => Promise<void> } = {
  plain: (page) => page.getByRole('button', { name: 'Other theme' }).press('Enter'),
  vitepress: (page) => page.getByRole('switch', { name: 'Switch to dark theme' }).first().press('Enter'),
  // By its style sheet, which follows the reader’s system.
  sphinx: (page) => page.emulateMedia({ colorScheme: 'dark' }),
  'mkdocs-material': (page) => page.locator('label[title="To dark"]').click(),
};

async function frameOf(page: Page, title: string): Promise<{ readonly frame: Locator; readonly inside: FrameLocator }> {
  const frame = page.locator(`iframe[title="${title}"]`);
  await frame.scrollIntoViewIfNeeded();
  return { frame, inside: frame.contentFrame() };
}

async function settled(page: Page, title: string): ReturnType<typeof frameOf> {
  const found = await frameOf(page, title);
  await expect(found.inside.locator('html[data-settled]')).toBeAttached({ timeout: 45_000 });
  return found;
}

/** Whether the paper of a frame is dark. */
function isDark(inside: FrameLocator): Promise<boolean> {
  return inside.locator('html').evaluate((root) => {
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(root).backgroundColor.match(/\d+/g) ?? []).map(Number);
    return red + green + blue < 384;
  });
}

/** The frame is as tall as what is in it, which scrolls neither way. Browsers measure nothing in frames that are out of sight. */
async function expectFits(frame: Locator, inside: FrameLocator): Promise<void> {
  await frame.scrollIntoViewIfNeeded();
  await expect
    .poll(async () => {
      const { height, scrolls } = await inside.locator('body').evaluate((body) => ({
        height: Math.ceil(body.getBoundingClientRect().height),
        scrolls: document.documentElement.scrollHeight > window.innerHeight || document.documentElement.scrollWidth > window.innerWidth,
      }));
      return { height: Math.round((await frame.boundingBox())!.height) - height, scrolls };
    })
    .toEqual({ height: 0, scrolls: false });
}

for (const host of HOST_NAMES) {
  test(`${host}: figures appear with their numbers, are light or dark as the page, and take the height that they need`, async ({ page, open }) => {
    await open(host, 'index.html');
    const { frame, inside } = await settled(page, 'Three numbers, two sums');
    await test.step('numbers, set as the code says', async () => {
      await expect(inside.getByRole('textbox', { name: 'b', exact: true })).toHaveValue('0.2');
      await expect(inside.getByText('Both ways give the same bits.').first()).toBeVisible();
      if (!IN_FULL.includes(host)) return;
      const { inside: map } = await settled(page, 'A whole layer, output by output');
      await expect(map.getByRole('heading', { name: 'Output 190 at batch 128' })).toBeVisible();
      const { inside: steps } = await settled(page, 'One dot product, step by step');
      await expect(steps.getByText(/Step \d of 7/)).toBeVisible();
      expect(await isDark(steps)).toBe(true);
    });
    await test.step('light or dark', async () => {
      expect(await isDark(inside)).toBe(false);
      const follow = SWITCHES[host];
      if (follow === undefined) await page.emulateMedia({ colorScheme: 'dark' });
      else await follow(page);
      // A page that stays light in a dark system keeps light figures.
      const dark = follow !== undefined || PLAIN_FRAMES.includes(host);
      await expect.poll(() => isDark(inside)).toBe(dark);
    });
    if (PLAIN_FRAMES.includes(host)) return;
    await test.step('height, also when the width changes', async () => {
      await expectFits(frame, inside);
      const before = (await frame.boundingBox())!.height;
      await page.setViewportSize({ width: 420, height: 800 });
      await expectFits(frame, inside);
      expect((await frame.boundingBox())!.height).toBeGreaterThan(before);
    });
  });
}

test('sphinx: a figure in Markdown appears as well as one in reStructuredText', async ({ page, open }) => {
  await open('sphinx', 'markdown.html');
  const { inside } = await settled(page, 'Three numbers, two sums');
  await expect(inside.getByText('Both ways give the same bits.').first()).toBeVisible();
});

test('plain: every figure and the Lab appear', async ({ page, open }) => {
  test.slow();
  await open('plain', 'all.html');
  for (const { title } of allEmbeds('http://localhost/')) {
    const { inside } = await settled(page, title);
    await expect(inside.getByRole('heading', { level: 1, name: title })).toBeAttached();
    await expect(inside.getByRole('link', { name: 'Open the full page' })).toBeVisible();
    await expect(inside.getByText(/could not be loaded/)).toHaveCount(0);
  }
});

test('the wheel over a figure scrolls the page around it; the keyboard goes through the figures of a page and out again, both ways', async ({ page, open }) => {
  await open('plain', 'index.html');
  await test.step('the wheel', async () => {
    const { frame } = await settled(page, 'Three numbers, two sums');
    await page.evaluate(() => window.scrollTo(0, 0));
    const box = (await frame.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 200);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(300);
  });
  await test.step('the keyboard', async () => {
    for (const title of ['Three numbers, two sums', 'A whole layer, output by output', 'One dot product, step by step']) await settled(page, title);
    /** What has the focus on the page around the figures; null while it is on its way into a figure or out of it. */
    const focused = (): Promise<string | null> =>
      page.evaluate(() => (document.activeElement === document.body ? null : (document.activeElement?.getAttribute('title') ?? document.activeElement?.textContent ?? null)));
    const walk = async (key: string, end: string): Promise<string[]> => {
      const met: string[] = [];
      for (let presses = 0; presses < 200 && met.at(-1) !== end; presses++) {
        await page.keyboard.press(key);
        const now = await focused();
        if (now !== null && now !== met.at(-1)) met.push(now);
      }
      return met;
    };
    const titles = ['Three numbers, two sums', 'A whole layer, output by output', 'One dot product, step by step'];
    await page.getByRole('link', { name: 'All figures' }).focus();
    expect(await walk('Tab', 'Some figures')).toEqual([...titles, 'Some figures']);
    expect(await walk('Shift+Tab', 'All figures')).toEqual([...titles.toReversed(), 'All figures']);
  });
});

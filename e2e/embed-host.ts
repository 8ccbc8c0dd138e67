import type { Frame, Page } from '@playwright/test';
import { test as guarded } from './console-guard';
import type { PlainServer, ServedPage } from './plain-server';
import { plainServer } from './plain-server';

/** A message as the page around an embed hears it. */
export type Heard = Readonly<Record<string, unknown>> & { readonly type: string };

/** Somebody's page with an embed in it, in the narrowest sandbox, from another origin that permits nothing. */
export interface HostPage {
  readonly page: Page;
  readonly frame: Frame;
  /** All messages of the embed so far. */
  readonly heard: () => Promise<readonly Heard[]>;
  readonly tell: (message: unknown) => Promise<void>;
}

interface Servers {
  /** dist, without any permission for other origins. */
  readonly embeds: PlainServer;
  /** Opens a page with this in its body, from another origin; headers of its answer may be given. */
  readonly open: (page: Page, body: string, headers?: Readonly<Record<string, string>>) => Promise<void>;
}

/** A worker of the tests has one pair of servers for all its tests. */
export const test = guarded.extend<object, { servers: Servers }>({
  servers: [
    // Playwright reads from the pattern what a fixture needs: nothing.
    // eslint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const embeds = await plainServer('dist');
      const pages = new Map<string, ServedPage>();
      const host = await plainServer(null, pages);
      await provide({
        embeds,
        open: async (page, body, headers = {}) => {
          const path = `/${pages.size + 1}`;
          pages.set(path, { body: somebodysPage(body), headers });
          await page.goto(new URL(path, host.address).href);
        },
      });
      await embeds.close();
      await host.close();
    },
    { scope: 'worker' },
  ],
});

export function somebodysPage(body: string): string {
  return `<!doctype html><html lang="en"><head><title>Somebody’s page</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
}

/** Notes what the embeds say, and gives each the height that it asks for, as docs/embedding.md has it. */
export const LISTENER = `<script>
  window.heard = [];
  addEventListener('message', ({ source, data }) => {
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow !== source || data?.source !== 'batch-of-one') continue;
      heard.push(data);
      if (data.type === 'height') frame.style.height = data.height + 'px';
    }
  });
</script>`;

export function frameOf(address: string, query: string): string {
  return `<iframe title="Figure" sandbox="allow-scripts allow-popups" style="display:block;width:100%;height:300px;border:0" src="${address}embed.html?${query.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
}

/** A page with one embed, once its numbers are there. */
export async function openEmbed(page: Page, { embeds, open }: Servers, query: string, round: readonly [string, string] = ['', '']): Promise<HostPage> {
  await open(page, `${LISTENER}<main>${round[0]}${frameOf(embeds.address, query)}${round[1]}</main>`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (frame === null) throw new Error('The page has no embed.');
  await arrived(frame);
  return {
    page,
    frame,
    heard: () => page.evaluate('window.heard'),
    tell: (message) => page.evaluate((one) => document.querySelector('iframe')!.contentWindow!.postMessage(one, '*'), message),
  };
}

/** Waits until the numbers of an embed are there. */
export async function arrived(frame: Frame): Promise<void> {
  await frame.waitForSelector('html[data-settled]', { state: 'attached', timeout: 40_000 });
}

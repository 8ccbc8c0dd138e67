import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { problems } from './axe';
import { expect } from './console-guard';
import type { HostPage } from './embed-host';
import { openEmbed, test } from './embed-host';
import { plainServer } from './plain-server';

const TO = { target: 'batch-of-one', version: 1 } as const;

/** What sets something: not what plays, copies, opens or scrolls. */
const FIELDS = 'main :is(input, select, textarea, [role="slider"]:not([aria-readonly]))';

// What every part shows, which controls there are and what an address can do is proved without a browser, in
// src/embed/main.test.ts. Here are some of each.

/** Opens an embed and looks whether it is at home in a sandbox, from a server that permits nothing. */
async function openAtHome(page: Page, servers: Parameters<typeof openEmbed>[1], query: string): Promise<HostPage> {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const host = await openEmbed(page, servers, query);
  const { frame, heard } = host;
  expect(await frame.evaluate(() => self.origin)).toBe('null');
  await expect(frame.getByRole('main')).toBeVisible();

  // It asked nobody but its own server, and that for plain files.
  const others = asked.filter((url) => !url.startsWith(servers.embeds.address) && !/^(data|blob):/.test(url) && url !== page.url());
  expect(others).toEqual([]);

  // All of it is in sight at the height that it told, and it has come to rest: two frames change nothing.
  const last = async () => (await heard()).filter(({ type }) => type === 'height').at(-1)?.['height'];
  await expect.poll(() => frame.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)).toBe(0);
  await expect(page.locator('iframe')).toHaveCSS('height', `${await last()}px`);
  const told = (await heard()).length;
  await frame.evaluate(async () => {
    for (let two = 0; two < 2; two++) await new Promise(requestAnimationFrame);
  });
  expect((await heard()).length).toBe(told);
  return host;
}

test('settings go out as they are set, and come in', async ({ page, servers }) => {
  const { frame, heard, tell } = await openEmbed(page, servers, 'figure=heatmap&preset=stripes');
  await frame.getByText('More', { exact: true }).click();
  await frame.getByRole('radio', { name: 'ulp' }).check();
  await expect.poll(async () => (await heard()).filter(({ type }) => type === 'settings').at(-1)).toEqual({ source: 'batch-of-one', version: 1, type: 'settings', settings: 'unit=ulp' });
  await expect(frame.getByRole('link', { name: 'Open the full page' })).toHaveAttribute('href', /heatmap\.unit=ulp/);

  await tell({ ...TO, type: 'settings', settings: 'rec=mkl-2020.4-768x768&unit=absolute' });
  await expect(frame.getByLabel('Library, as recorded')).toHaveValue('mkl-2020.4-768x768');
  await expect(frame.getByRole('radio', { name: 'absolute' })).toBeChecked();
  // What is not named is as the embed began: the preset's.
  await tell({ ...TO, type: 'settings', settings: '' });
  await expect(frame.getByLabel('Library, as recorded')).toHaveValue('pytorch-1.13-openblas-768x768');
  await tell({ ...TO, type: 'settings', settings: 'unit=feet&nothing=1' });
  await expect(frame.getByText('“feet” is none of absolute, ulp, relative')).toBeVisible();
  await expect(frame.getByText('Nothing in heatmap is called “nothing”')).toBeVisible();
});

test('an embed of the stepper is at home in a sandbox, and a settings text that it says means the same to another', async ({ page, servers }) => {
  const first = await openAtHome(page, servers, 'figure=stepper');
  await first.frame.getByRole('button', { name: 'Last step' }).click();
  await first.frame.getByText('More', { exact: true }).click();
  await first.frame.getByRole('checkbox', { name: /Kahan/ }).check();
  await expect.poll(async () => (await first.heard()).filter(({ type }) => type === 'settings').at(-1)?.['settings']).toBe('kahan=1&step=14');
  const verdict = await first.frame.getByText(/Final error/).textContent();
  const second = await openEmbed(page, servers, 'figure=stepper&v=2&kahan=1&step=14');
  await expect(second.frame.getByText('step 15 of 15', { exact: true })).toBeVisible();
  await expect(second.frame.getByText(/Final error/)).toHaveText(verdict!);
});

test('the Lab is at home there, set and read like any figure', async ({ page, servers }) => {
  const { frame, heard, tell } = await openAtHome(page, servers, 'figure=lab&from=pattern&k=64&n=32&batches=1,4');
  await expect(frame.getByTestId('finding')).toContainText('of 32 outputs');
  await frame.getByRole('heading', { name: 'Layer', exact: true }).click();
  await frame.getByRole('textbox', { name: 'N, outputs, typed' }).fill('48');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await heard()).filter(({ type }) => type === 'settings').at(-1)?.['settings']).toBe('k=64&n=48&from=pattern&batches=1,4');
  await expect(frame.getByTestId('finding')).toContainText('of 48 outputs');
  // What is computed anew leaves the focus where it was.
  await expect(frame.getByRole('textbox', { name: 'N, outputs, typed' })).toBeFocused();
  await tell({ ...TO, type: 'settings', settings: 'from=pattern&k=64&n=16&batches=1,4' });
  await expect(frame.getByTestId('finding')).toContainText('of 16 outputs');
});

for (const part of ['heatmap', 'kernel-map'] as const) {
  test(`${part}: the keyboard comes in, gets through, and out again on either side`, async ({ page, servers }) => {
    const { frame } = await openEmbed(page, servers, `figure=${part}`, ['<button>before</button>', '<button>after</button>']);
    const isOn = (name: string) => page.evaluate((text) => document.activeElement?.textContent === text, name);
    /** The stops within the frame on the way from one button of the page to the other. */
    const walk = async (from: string, key: string, to: string): Promise<string[]> => {
      await page.getByRole('button', { name: from }).focus();
      const stops: string[] = [];
      for (let pressed = 0; pressed < 80 && !(await isOn(to)); pressed++) {
        await page.keyboard.press(key);
        const stop = await frame.evaluate(() => (document.hasFocus() && document.activeElement !== document.body ? document.activeElement!.outerHTML : null));
        if (stop !== null) stops.push(stop);
      }
      expect(await isOn(to), `${key} leads on to ${to}`).toBe(true);
      return stops;
    };
    const forth = await walk('before', 'Tab', 'after');
    expect(await walk('after', 'Shift+Tab', 'before')).toEqual(forth.toReversed());
    // Every button, and the way to the page at the end.
    for (const button of await frame.getByRole('button').all()) if (await button.isVisible()) expect(forth).toContain(await button.evaluate(({ outerHTML }) => outerHTML));
    expect(forth.at(-1)).toContain('Open the full page');
  });
}

test('nothing can be set where it is read-only, but by the page around it', async ({ page, servers }) => {
  const { frame, heard, tell } = await openEmbed(page, servers, 'figure=heatmap&readonly=1');
  await expect(frame.locator(FIELDS)).toHaveCount(0);
  for (const control of await frame.locator('main :is(button, [tabindex="0"])').all()) {
    if (!(await control.isVisible())) continue;
    await control.focus();
    for (const key of ['ArrowRight', 'Enter', 'ArrowLeft', 'Space']) await page.keyboard.press(key);
  }
  for (const drawing of await frame.locator('main svg, main [role="application"], main [role="gridcell"]').all()) {
    if (await drawing.isVisible()) await drawing.click({ position: { x: 5, y: 5 }, force: true });
  }
  await tell({ ...TO, type: 'settings', settings: 'unit=ulp' });
  // What a reader had set would be told with it, or before it.
  await expect.poll(async () => (await heard()).filter(({ type }) => type === 'settings' || type === 'selection').map(({ settings }) => settings)).toEqual(['unit=ulp']);
});

test('theme and accent are those of the address, changed by messages, and an accent can always be read', async ({ page, servers }) => {
  const [light, dark] = ['rgb(252, 251, 248)', 'rgb(21, 23, 26)'];
  const { frame, tell } = await openEmbed(page, servers, 'figure=thread&theme=light&accent=ffcc00');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(frame.locator('html')).toHaveCSS('background-color', light);
  const accent = () => frame.evaluate(() => document.documentElement.style.getPropertyValue('--accent'));
  const inLight = await accent();
  expect(inLight).toMatch(/^#[0-9a-f]{6}$/);
  expect(inLight).not.toBe('#ffcc00');
  expect(await problems(page, { rules: ['color-contrast'] })).toEqual([]);
  await tell({ ...TO, type: 'theme', theme: 'dark' });
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(frame.locator('html')).toHaveCSS('background-color', dark);
  // On dark paper yellow is left as it is.
  await expect.poll(accent).toBe('#ffcc00');
  expect(await problems(page, { rules: ['color-contrast'] })).toEqual([]);
  await tell({ ...TO, type: 'theme', accent: '' });
  await expect.poll(accent).toBe('');
  // The system's, where none is named.
  await tell({ ...TO, type: 'theme', theme: 'auto' });
  await expect(frame.locator('html')).toHaveCSS('background-color', light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(frame.locator('html')).toHaveCSS('background-color', dark);
});

const MARKUP = encodeURIComponent('<img src=x onerror="document.title=`interpreted`"><b>bold</b>');
test('an address with markup in every key shows something, and interprets nothing', async ({ page, servers }) => {
  const { frame } = await openEmbed(page, servers, ['figure', 'preset', 'theme', 'accent', 'controls', 'readonly', 'layout', 'case', 'seed', 'output', MARKUP].map((key) => `${key}=${MARKUP}`).join('&'));
  await expect(frame.getByRole('link', { name: 'Open the full page' })).toBeVisible();
  expect(await frame.locator('main img, main b').count()).toBe(0);
  expect(await frame.title()).toMatch(/ · Batch of One$/);
  await expect(frame.getByRole('button', { name: 'Dismiss' }).first()).toBeVisible();
});

test('messages to an embed that are not for it, or from somebody else, change nothing; what is selected goes out', async ({ page, servers }) => {
  const { frame, heard, tell } = await openAtHome(page, servers, 'figure=heatmap');
  const bad = [null, 'unit=ulp', 7, [], { ...TO, type: 'theme', theme: 'url(x)', accent: '#123456;}' }, { ...TO, version: 2, type: 'settings', settings: 'unit=ulp' }, { ...TO, target: 'other', type: 'settings', settings: 'unit=ulp' }, { ...TO, type: 'settings', settings: { unit: 'ulp' } }, { ...TO, type: 'settings', settings: 'x'.repeat(600_000) }];
  for (const message of bad) await tell(message);
  // A neighbour in the same page speaks as the page would.
  await page.evaluate((message) => {
    const neighbour = document.createElement('iframe');
    neighbour.sandbox.add('allow-scripts');
    neighbour.srcdoc = `<script>parent.frames[0].postMessage(${JSON.stringify(message)}, '*'); parent.postMessage('spoken', '*');</` + 'script>';
    return new Promise<void>((spoken) => {
      addEventListener('message', ({ data }) => data === 'spoken' && spoken());
      document.body.append(neighbour);
    });
  }, { ...TO, type: 'settings', settings: 'unit=ulp' });
  await frame.getByText('More', { exact: true }).click();
  await expect(frame.getByRole('radio', { name: 'of Σ|x·w|' })).toBeChecked();
  // Messages are taken in the order in which they come: what any of these had changed would be told with this, or before it.
  await tell({ ...TO, type: 'settings', settings: 'unit=absolute' });
  await expect(frame.getByRole('radio', { name: 'absolute' })).toBeChecked();
  await expect.poll(async () => (await heard()).filter(({ type }) => type === 'settings').map(({ settings }) => settings)).toEqual(['unit=absolute']);

  const selections = async () => (await heard()).filter(({ type }) => type === 'selection').map(({ selection }) => selection);
  await frame.getByRole('button', { name: /^Output \d+ at batch \d+$/ }).first().click();
  await expect.poll(selections).toEqual([{ line: expect.any(Number), column: expect.any(Number) }]);
  await frame.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(selections).toEqual([expect.anything(), null]);
});

test('code is copied without the clipboard’s permission; where no worker can be had, the page computes the same bits itself', async ({ page, servers }) => {
  const withWorker = await openEmbed(page, servers, 'figure=thread', ['', '<textarea aria-label="Elsewhere"></textarea>']);
  const printed = await withWorker.frame.locator('main table').first().textContent();
  expect(printed).toContain('0.1271');
  await withWorker.frame.getByText('More', { exact: true }).click();
  await withWorker.frame.getByRole('button', { name: 'Copy the code' }).click();
  await expect(withWorker.frame.getByText('Copied')).toBeVisible();
  await expect(withWorker.frame.getByRole('button', { name: 'Copy the code' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Elsewhere' }).focus();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('textbox', { name: 'Elsewhere' })).toHaveValue(/^import torch/);

  await page.addInitScript(() => {
    window.Worker = function refused() {
      throw new DOMException('Refused by the test.', 'SecurityError');
    } as unknown as typeof Worker;
  });
  const without = await openEmbed(page, servers, 'figure=thread');
  await expect(without.frame.locator('main table').first()).toHaveText(printed!);
});

test('a server may have a strict policy of its own', async ({ page, servers }) => {
  // The script that chooses the poster stands in the page: a policy names it by its hash.
  const inline = /<script>([\s\S]*?)<\/script>/.exec(readFileSync('dist/embed.html', 'utf8'))?.[1] ?? '';
  const hash = createHash('sha256').update(inline).digest('base64');
  const strict = await plainServer('dist', new Map(), { 'content-security-policy': `default-src 'none'; script-src 'self' 'sha256-${hash}'; style-src 'self'; font-src data:; worker-src blob:; img-src 'self'` });
  try {
    const { frame } = await openEmbed(page, { ...servers, embeds: strict }, 'figure=heatmap');
    await expect(frame.getByTestId('finding')).toContainText('of 768 outputs differ');
    // The fonts came.
    await expect.poll(() => frame.evaluate(() => document.fonts.check('16px "Batch Serif"') && [...document.fonts].some(({ status }) => status === 'loaded'))).toBe(true);
  } finally {
    await strict.close();
  }
});

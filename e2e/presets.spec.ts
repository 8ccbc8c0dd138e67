import { readFileSync } from 'node:fs';
import { problems } from './axe';
import { builtPosters, numbersIn, wordsOf } from './built-posters';
import { expect, test } from './console-guard';
import { partAt } from './parts';

interface ListedPreset {
  readonly name: string;
  readonly title: string;
  readonly page: string;
  readonly embed: string;
  readonly card: string;
  readonly poster: string;
  readonly social: string;
  readonly parts: readonly { readonly id: string; readonly page: string; readonly embed: string; readonly poster: string }[];
}

const { presets } = JSON.parse(readFileSync('dist/presets.json', 'utf8')) as { presets: readonly ListedPreset[] };

// That a preset sets the page as it sets its posters is proved of every one in src/share.
for (const { name, page: link, parts } of presets.filter(({ name }) => ['stripes', 'nearer'].includes(name))) {
  test(`a link to ${name} lands on its part, with the numbers of its poster, and the place is left as soon as the reader moves`, async ({ page }) => {
    await page.goto(`./${link}`);
    const part = await partAt(page, parts[0]!.id);
    if (name === 'nearer') await part.getByRole('button', { name: 'just show me' }).click();
    const { finding } = builtPosters().find((poster) => poster.name === `${parts[0]!.id}--${name}`)!;
    await expect
      .poll(
        async () => {
          const there = new Set(numbersIn(await part.evaluate(wordsOf)));
          return numbersIn(finding).filter((number) => !there.has(number));
        },
        { timeout: 60_000 },
      )
      .toEqual([]);
    // Held there while all that lies above has come.
    expect(Math.abs((await part.boundingBox())!.y - 64)).toBeLessThan(8);
    expect(new URL(page.url()).search).toBe(`?preset=${name}`);

    await page.keyboard.press('Home');
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    // The browser scrolls there over some frames.
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    // Whatever the page does in answer to its growing is done in the frames after that.
    await page.evaluate(async () => {
      document.body.style.paddingBottom = '1px';
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    });
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });
}

test('a page of its own has every preset, can be read without scripts, and its links lead to the parts as they are set, by keyboard too, and can be copied', async ({ page, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const unscripted = await browser.newContext({ javaScriptEnabled: false });
  const plain = await unscripted.newPage();
  await plain.goto('./links.html');
  await expect(plain.getByRole('listitem')).toHaveCount(presets.length);
  await unscripted.close();

  // Old links to the section still find the way.
  await page.goto('./#links');
  await page.getByRole('region', { name: 'Links to keep' }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Links to keep');
  const section = page.getByRole('main');
  for (const { title, page: link } of presets) await expect(section.getByRole('heading', { name: title, exact: true }).getByRole('link')).toHaveAttribute('href', `./${link}`);
  expect(await problems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Copy link (Products that cancel)' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(new URL('./?preset=cancellation', page.url()).href);
  const entry = section.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Stripes at the tiles’ edges', exact: true }) });
  await entry.getByRole('link', { name: 'The Lab' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#lab').getByTestId('finding')).toContainText('60 at batch 128', { timeout: 30_000 });
  await expect(page.locator('#lab')).toBeInViewport();
});

test('all that the list names is there', async ({ request }) => {
  for (const { page, embed, card, poster, social, parts } of presets) {
    for (const path of [page, embed, card, poster, social, social.replace('.html', '.oembed.json'), ...parts.flatMap((part) => [part.page, part.embed, part.poster])]) {
      const answer = await request.get(`./${path}`);
      expect(answer.ok(), path).toBe(true);
      // The preview server answers with the page where there is no file.
      if (!/^\?/.test(path)) expect(await answer.text(), path).not.toContain('id="five-lines"');
    }
  }
});

test('a page for previews leads on to its preset without a script, and the page itself has a preview with a card that is there', async ({ browser, request }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('./presets/stripes.html');
  await page.waitForURL(/\/\?preset=stripes$/);

  await page.goto('./');
  const content = (property: string): Promise<string | null> => page.locator(`meta[property="${property}"]`).getAttribute('content');
  expect(await content('og:title')).toBe(await page.title());
  expect(await content('og:description')).toBe(await page.locator('meta[name="description"]').getAttribute('content'));
  const card = await request.get((await content('og:image'))!);
  expect(card.headers()['content-type']).toBe('image/png');
  // Width and height stand in the header of a PNG.
  const bytes = await card.body();
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  await context.close();
});

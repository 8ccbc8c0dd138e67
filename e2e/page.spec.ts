import { expect, test } from './console-guard';
import { computeNothing } from './parts';
import { loaded } from './whole-page';

test('the text is in the page before any script has run; without JavaScript the page says so first, and nothing is promised', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Batch of One');
  await expect(page.getByText('A linear layer computes each row of a batch from that row alone,')).toBeVisible();
  // Eleven chapters, the sources, the Lab, and the links.
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(14);

  const said = page.locator('noscript');
  expect(await said.textContent()).toContain('This page computes every number that it shows, so its figures need JavaScript.');
  const above = await said.evaluate((element) => element.getBoundingClientRect().bottom <= document.querySelector('header')!.getBoundingClientRect().top);
  expect(above).toBe(true);
  await expect(page.getByText(/not loaded yet|is loading/)).toHaveCount(0);
  await expect(page.getByText('“How two kernels walk” is computed by the page’s script.')).toBeVisible();
  await context.close();
});

test('chapters have anchors, and the table of contents leads to them and follows, at a screen’s side and in a bar on a phone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await computeNothing(page);
  await test.step('at the side', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto('./#growth');
    await expect(page.getByRole('heading', { name: 'How error grows', level: 2 })).toBeInViewport();
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await expect(contents.getByRole('link', { name: /How error grows/ })).toHaveAttribute('aria-current', 'true');
    await contents.getByRole('link', { name: /What you can do/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'What you can do', level: 2 })).toBeInViewport();
  });
  await test.step('in a bar that says where one is, opens, and closes', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(() => (location.hash = 'tolerance'));
    const bar = page.getByRole('navigation', { name: 'Contents' });
    await expect(bar).toContainText('Contents 8. Is my difference normal?');
    await bar.locator('summary').focus();
    await page.keyboard.press('Enter');
    await bar.getByRole('link', { name: /Three numbers are enough/ }).click();
    await expect(page.getByRole('heading', { name: 'Three numbers are enough', level: 2 })).toBeInViewport();
    await expect(bar.getByRole('link')).toHaveCount(0);
  });
});

test('a source that is cited unfolds, clear of the bar, also when the link to it is opened', async ({ page }) => {
  await computeNothing(page);
  const clear = async (id: string): Promise<void> => {
    const source = page.locator(`#source-${id}`);
    await expect(source).toBeInViewport({ ratio: 1 });
    const bar = (await page.getByRole('navigation', { name: 'Contents' }).boundingBox())!;
    await expect.poll(async () => (await source.boundingBox())!.y).toBeGreaterThanOrEqual(bar.height);
  };
  await page.goto('./#growth');
  const cited = page.getByRole('link', { name: 'Higham 2002' }).last();
  await cited.press('Enter');
  await clear('higham-2002');
  await page.locator('#sources summary').click();
  await cited.press('Enter');
  await clear('higham-2002');
  await page.goto('./#source-wilson-1927');
  await page.reload();
  await clear('wilson-1927');
});

test('a guess is asked for before the answer, remembered for the visit, and can be taken back; a term explains itself in place, and the theme can be chosen', async ({ page }) => {
  await page.goto('./#five-lines');
  await page.getByText('Nor would five equal lines prove much').scrollIntoViewIfNeeded();
  const question = page.getByRole('group', { name: /Do the eight outputs behind each line agree/ });
  await expect(page.getByText(/A mean hides that/)).toHaveCount(0);
  await question.getByRole('button', { name: 'They agree' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Not so: some differ/)).toBeVisible();
  await expect(page.getByText(/3 of the 8 outputs differ/)).toBeVisible();
  await page.reload();
  // The page lands on the chapter of its address, which may be after the first scrolling.
  await expect(async () => {
    await page.getByText('Nor would five equal lines prove much').scrollIntoViewIfNeeded();
    await expect(page.getByText(/3 of the 8 outputs differ/)).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 15_000 });
  await page.getByRole('button', { name: 'ask me again' }).first().click();
  await expect(page.getByText(/3 of the 8 outputs differ/)).toBeHidden();

  const term = page.getByRole('button', { name: 'float32', exact: true }).first();
  const explanation = page.getByText(/32-bit floating-point format of IEEE 754/).first();
  await term.click();
  await expect(explanation).toBeVisible();
  await term.click();
  await expect(explanation).toBeHidden();

  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(21, 23, 26)');
  await page.getByRole('radio', { name: 'Light' }).check();
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(252, 251, 248)');
});

/** What a figure's drawing shows, and whether all of it that fits is in sight. In the page. */
function drawingOf(id: string): { readonly shows: string; readonly inSight: boolean } {
  const figure = document.getElementById(id)!;
  const drawing = figure.querySelector('[data-picture]') ?? figure;
  const pixels = [...drawing.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL());
  const { top, bottom, height } = drawing.getBoundingClientRect();
  const frame = figure.getBoundingClientRect();
  const [from, to] = [Math.max(0, frame.top, top), Math.min(innerHeight, frame.bottom, bottom)];
  return { shows: [...[...drawing.querySelectorAll('svg')].map((svg) => svg.innerHTML), ...pixels, drawing.textContent].join(), inSight: to - from > 0.95 * Math.min(height, innerHeight - 64) };
}

test('every phrase of the text changes its figure’s drawing, in sight of the reader; from a phone’s figure, a button leads back', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./?v=2&heatmap.open=1');
  await page.evaluate(loaded);
  const buttons = page.locator('button[data-figure]');
  for (const phrase of await buttons.all()) {
    // What a figure begins with is shown already.
    if ((await phrase.getAttribute('aria-pressed')) === 'true') continue;
    const figure = (await phrase.getAttribute('data-figure'))!;
    const words = await phrase.innerText();
    await phrase.scrollIntoViewIfNeeded();
    await expect(page.locator(`#${figure} [role="progressbar"]`)).toHaveCount(0, { timeout: 40_000 });
    const before = (await page.evaluate(drawingOf, figure)).shows;
    await phrase.click();
    await expect.poll(async () => (await page.evaluate(drawingOf, figure)).shows !== before, { message: words, timeout: 20_000 }).toBe(true);
    expect((await page.evaluate(drawingOf, figure)).inSight, words).toBe(true);
    await phrase.evaluate((button: HTMLButtonElement) => button.click());
  }

  await page.setViewportSize({ width: 390, height: 844 });
  const phrase = page.getByRole('button', { name: 'dashed staircase' });
  await phrase.click();
  const back = page.locator('#stepper').getByRole('button', { name: 'Back to the text' });
  await expect(back).toBeFocused();
  expect((await page.evaluate(drawingOf, 'stepper')).inSight).toBe(true);
  await page.keyboard.press('Enter');
  await expect(phrase).toBeFocused();
  await expect(phrase).toBeInViewport();
  await expect(back).toHaveCount(0);
});

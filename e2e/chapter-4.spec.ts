import type { Locator, Page } from '@playwright/test';
import { expect, test } from './console-guard';
import { ALL_RECORDINGS, LARGEST_LAYER, SHOWN_AT_FIRST } from './gallery-counts';

function walks(page: Page): Locator {
  return page.getByRole('group', { name: 'How two kernels walk' });
}

function map(page: Page): Locator {
  return page.getByRole('group', { name: 'Which library switches where' });
}

/** Products that a walk's grid shows in each partial sum. */
async function filled(side: Locator): Promise<number[]> {
  return (await side.locator('[data-sum]').all()).reduce<Promise<number[]>>(async (list, path) => [...(await list), Number(await path.getAttribute('data-count'))], Promise.resolve([]));
}

async function goTo(page: Page, steps: number): Promise<void> {
  await walks(page).getByRole('slider').fill(String(steps));
}

test('walks are those of the recorded orders, stepped, scrubbed and played by keyboard, of any library', async ({ page }) => {
  await page.clock.install({ time: 0 });
  await page.goto('./#walks');
  const status = walks(page).getByRole('group', { name: 'Steps of both kernels' }).getByRole('status');
  await test.step('four lanes beside four blocks of 192', async () => {
    const [one, four] = [walks(page).getByRole('region', { name: 'Walk at batch 1, left' }), walks(page).getByRole('region', { name: 'Walk at batch 4, right' })];
    await expect(one.locator('[data-sum]')).toHaveCount(4);
    expect(await filled(one)).toEqual([0, 0, 0, 0]);
    await walks(page).getByText('More', { exact: true }).click();
    await expect(walks(page).getByRole('note', { name: /batch 1/ })).toHaveText('0..4 + 8..764:4 + (6..766:4) + (5..765:4 + (7..767:4)) + b');
    await expect(walks(page).getByRole('note', { name: /batch 4/ })).toHaveText('*0..191 + b + (*192..383) + (*384..575) + (*576..767)');
    await walks(page).getByRole('button', { name: 'Last step' }).click();
    expect(await filled(one)).toEqual([195, 191, 191, 191]);
    expect(await filled(four)).toEqual([192, 192, 192, 192]);
    await goTo(page, 5);
    expect(await filled(one)).toEqual([5, 1, 1, 1]);
    expect(await filled(four)).toEqual([5, 0, 0, 0]);
    await expect(status).toHaveText('Batch 1: 4 products at once: 4 → s0, 5 → s2, 6 → s1, 7 → s3. Batch 4: Product 4 → s0.');
  });
  await test.step('stepped, scrubbed and sent to the next join by keyboard', async () => {
    await goTo(page, 0);
    await expect(status).toHaveText('');
    const slider = walks(page).getByRole('slider');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(status).toHaveText('Batch 1: Product 0 → s0. Batch 4: Product 0 → s0.');
    await walks(page).getByRole('button', { name: 'Next join' }).focus();
    await page.keyboard.press('Enter');
    await expect(status).toContainText('Batch 1: s1 is added to s0.');
    await walks(page).getByRole('button', { name: 'Step back' }).focus();
    await page.keyboard.press('Enter');
    await expect(status).toHaveText(/764 → s0, 765 → s2, 766 → s1, 767 → s3/);
  });
  await test.step('with reduced motion nothing plays, and every step is there', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(walks(page).getByRole('button', { name: 'First step' })).toBeVisible();
    await expect(walks(page).getByRole('button', { name: 'Play' })).toHaveCount(0);
    await walks(page).getByRole('button', { name: 'First step' }).click();
    await walks(page).getByRole('button', { name: 'Step forward' }).click();
    await expect(status).toContainText('Batch 1: Product 0 → s0.');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });
  await test.step('another library, another K, and a phrase of the text that can be taken back', async () => {
    await walks(page).getByLabel('Library').selectOption({ label: 'Intel MKL 2020.4 (sgemm, AVX2)' });
    await expect(walks(page).getByText(/8 partial sums side by side, 16 products per step/)).toBeVisible();
    await walks(page).getByRole('radio', { name: '64, modelled' }).check();
    await expect(walks(page).getByText(/modelled after the recording at 768, not recorded/)).toBeVisible();
    const phrase = page.getByRole('button', { name: /NumPy’s 8 lanes/ });
    await phrase.focus();
    await page.keyboard.press('Enter');
    await expect(walks(page).getByText('64 of the 768 outputs of row 0 have this order.')).toBeVisible();
    await walks(page).getByLabel('Right batch').selectOption({ label: '128, 704 outputs: 8–183, 200–375 and 2 more' });
    await expect(walks(page).getByText('704 of the 768 outputs of row 0 have this order.')).toBeVisible();
    await phrase.click();
    await expect(walks(page).getByText(/modelled after the recording at 768/)).toBeVisible();
  });
  await test.step('a walk plays, and pauses, by keyboard', async () => {
    await goTo(page, 0);
    const slider = walks(page).getByRole('slider');
    await page.clock.pauseAt(60_000);
    const told = await status.evaluateHandle((element) => {
      const told: string[] = [];
      new MutationObserver(() => told.push(element.textContent)).observe(element, { subtree: true, childList: true, characterData: true });
      return told;
    });
    await walks(page).getByRole('button', { name: 'Play' }).press('Enter');
    await expect(walks(page).getByRole('button', { name: 'Pause' })).toBeVisible();
    await page.clock.runFor(1000);
    await expect(slider).not.toHaveValue('0');
    // Joins are announced, and no frame.
    for (const text of await told.jsonValue()) expect(text).toContain('is added to');
    await walks(page).getByRole('button', { name: 'Pause' }).press('Enter');
    await expect(walks(page).getByRole('button', { name: 'Pause' })).toHaveCount(0);
    const stopped = await slider.inputValue();
    await page.clock.runFor(1000);
    await expect(slider).toHaveValue(stopped);
  });
});

test('the map says who switches where, five libraries first, by mouse and by keyboard, layer by layer, after the reader has predicted it', async ({ page }) => {
  const files = new Set<string>();
  page.on('request', (request) => {
    const [, name] = /\/recordings\/([\w.-]+)\.json$/.exec(request.url()) ?? [];
    if (name !== undefined && name !== 'index') files.add(name);
  });
  await page.goto('./#kernel-map');
  await test.step('the reader predicts which batch is added up like batch 1, and the recording answers', async () => {
    const question = page.getByRole('group', { name: /which batch size is added up in the same order as batch 1/ });
    await question.getByRole('button', { name: 'Batch 2' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Not so: none of these/)).toBeVisible();
    await expect(page.getByText(/1 has an order to itself; 2 and 3 share one; 4, 8, 16, 17, 32, 64 and 128 share one/)).toBeVisible();
  });
  const grid = map(page).getByRole('grid');
  const readout = map(page).getByTestId('readout');
  const button = map(page).getByRole('button', { name: `All ${LARGEST_LAYER} recordings` });
  await test.step('by mouse and by keyboard', async () => {
    await expect(grid.getByRole('row')).toHaveCount(SHOWN_AT_FIRST);
    const today = grid.getByRole('row', { name: /^PyTorch 2\.13/ });
    await expect(readout).toHaveText('Point at a bar to read it.');
    await today.getByRole('gridcell', { name: /^batch 4:/ }).hover();
    await expect(readout).toHaveText(/^C As recorded, PyTorch 2\.13 adds up 1 row in one order, 2 and 3 rows in another and 4 to 128 rows in a third; where the colour changes, digits can change\. 4 rows: order C\.$/);
    await today.getByRole('gridcell', { name: /^batch 4:/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(readout).toContainText('3 rows: order B.');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect(readout).toContainText(/NumPy 2\.4 adds up .* 128 rows: orders . and .; rows of this call differ\.$/);
    await expect(grid.locator(':focus')).toHaveAccessibleName(/^batch 128: .*rows of one call differ$/);
    await map(page).getByRole('button', { name: 'Watch it being added up' }).click();
    await expect(walks(page).getByRole('region', { name: 'Walk at batch 128, right' })).toBeVisible();
  });
  await test.step('on a button all of them, by library, and every one is loaded only now', async () => {
    const before = files.size;
    await map(page).getByText('More', { exact: true }).click();
    expect(before).toBeLessThan(LARGEST_LAYER);
    await button.press('Enter');
    await expect(grid.getByRole('row')).toHaveCount(LARGEST_LAYER);
    await expect(page).toHaveURL(/kernel-map\.every=1/);
    expect(files.size).toBeGreaterThan(before);
    expect(files.size).toBeLessThan(ALL_RECORDINGS);
    const libraries = await grid.getByRole('rowgroup').evaluateAll((all) => all.map((group) => group.getAttribute('aria-label')));
    expect(libraries.slice(0, SHOWN_AT_FIRST)).toEqual(['PyTorch', 'NumPy', 'JAX', 'TensorFlow', 'ONNX Runtime']);
    expect(new Set(libraries).size).toBe(libraries.length);
  });
  await test.step('it is a table as well, and every order is listed whole with who uses it', async () => {
    await map(page).getByText('The map as a table').click();
    await expect(map(page).getByRole('row', { name: /^PyTorch 2\.13\.0\+cpu/ }).last()).toContainText('changes between 1 and 2 and between 3 and 4');
    await map(page).getByText(/^All \d+ orders/).click();
    await expect(map(page).getByText(/Apart from the bias, the same as/).first()).toBeVisible();
    await expect(map(page).getByText('*0..191 + b + (*192..383) + (*384..575) + (*576..767)', { exact: true })).toBeVisible();
  });
  await test.step('each layer has a map of its own', async () => {
    await map(page).getByRole('radio', { name: '4 → 8' }).check();
    await expect(map(page).getByRole('radio', { name: '4 → 8' })).toBeFocused();
    await expect(map(page).getByText(/ keep one order throughout: .*TensorFlow\.js/)).toBeVisible();
    await grid.getByRole('row').filter({ hasText: 'weights as input' }).getByRole('gridcell', { name: /^batch 1:/ }).hover();
    await expect(readout).toContainText(/ONNX Runtime Web 1\.30 adds up 1 row in one order/);
    await map(page).getByRole('button', { name: /^Only \d of them$/ }).click();
    await expect(grid.getByRole('row')).toHaveCount(SHOWN_AT_FIRST);
  });
  await test.step('on a phone no label touches another, and nothing goes beyond the page', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await map(page).getByRole('button', { name: /^All \d+ recordings/ }).click();
    await map(page).getByRole('radio', { name: '768 → 768' }).check();
    await expect(grid.getByRole('row')).toHaveCount(LARGEST_LAYER);
    await expect.poll(() => map(page).locator('[class*=axis] > span').count()).toBe(10);
    const labels = await map(page).locator('[class*=axis] > span').evaluateAll((all) => all.map((label) => label.getBoundingClientRect()).map(({ left, right }) => [left, right] as const));
    for (const [i, [left]] of labels.entries()) expect(left).toBeGreaterThan((labels[i - 1]?.[1] ?? 0) + 2);
    for (const row of await grid.getByRole('row').all()) {
      const letters = await row.locator('[class*=letter]').evaluateAll((all) => all.filter(({ textContent }) => textContent !== '').map((letter) => letter.getBoundingClientRect()).map(({ left, right }) => [left, right] as const));
      for (const [i, [left]] of letters.entries()) expect(left).toBeGreaterThan(letters[i - 1]?.[1] ?? 0);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

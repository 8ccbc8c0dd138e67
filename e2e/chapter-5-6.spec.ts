import { expect, test } from './console-guard';
import { openPart, partAt, saved, shareMenu } from './parts';

test('a layer is shown at once, and asks about one line, library by library; phrases lead into a stripe and out of it, to the orders, and to all rows of a call, of which one has several results', async ({ page }) => {
  const map = await openPart(page, 'heatmap');
  const chapter = page.locator('#whole-layer');
  const finding = map.getByTestId('finding');
  const more = map.getByText('More', { exact: true });
  const library = map.getByLabel('Library, as recorded');
  const cells = map.getByRole('application', { name: /Differences from batch 1, 6 batch sizes by 768 outputs/ });
  await test.step('OpenBLAS’s tiles first, the farthest output beside them, and a question whose answer alone is hidden', async () => {
    await expect(cells).toBeVisible();
    await expect(map.getByText('?', { exact: true })).toBeVisible();
    await expect(map.getByRole('heading', { name: 'Output 285 at batch 16' })).toBeVisible();
    await expect(map.getByText('−5.40·10⁻⁸ of Σ|x·w| · −26 ulp · −3.87·10⁻⁷ absolute')).toBeVisible();
    await expect(finding).not.toContainText(/agree|680/, { useInnerText: true });
  });
  await test.step('answered by keyboard, nothing moves, and the focus stays in the finding’s place', async () => {
    const heights = () => page.evaluate(() => [document.documentElement.scrollHeight, document.getElementById('heatmap')!.offsetHeight]);
    const before = await heights();
    await map.getByRole('button', { name: 'It is equal' }).press('Enter');
    await expect(finding).toHaveText(/^Yes: batch 2 is equal to the bit\. Batches 1, 2, 4 and 8 agree to the bit with one another\. 680 of 768 outputs differ from batch 1 at batch 16 and 60 at batch 128\. At 128 rows all 60 are among the 64 that a second order adds up\./);
    await expect(map.getByText('?', { exact: true })).toHaveCount(0);
    await expect(finding.getByRole('button', { name: 'ask me again' })).toBeFocused();
    expect(await heights()).toEqual(before);
  });
  await test.step('another library asks again', async () => {
    await library.selectOption({ label: 'PyTorch 2.13, MKL' });
    await expect(map.getByText('?', { exact: true })).toBeVisible();
    await map.getByRole('button', { name: 'It is equal' }).click();
    await expect(finding).toHaveText(/^Not so: batch 2 differs, too\. .*592 of 768 outputs differ from batch 1 at batch 2 and 711 /);
  });
  await test.step('the highest ulp count and the largest difference are two outputs, and each can be opened', async () => {
    await more.click();
    await expect(map.getByText(/1,880 ulp from the baseline, yet only/)).toBeVisible();
    await expect(map.getByText(/and only 14 ulp/)).toBeVisible();
    await map.getByRole('button', { name: /^Output \d+ at batch 4$/ }).first().press('Enter');
    await expect(map.getByRole('heading', { name: /^Output \d+ at batch 4$/ })).toBeVisible();
  });
  await test.step('a cell by keyboard, and back by Escape', async () => {
    await cells.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/heatmap\.cell=/);
    await page.keyboard.press('Escape');
    await expect(page).not.toHaveURL(/heatmap\.cell=/);
    await expect(map.getByRole('button', { name: 'Clear' })).toHaveCount(0);
    await expect(cells).toBeFocused();
  });
  await test.step('phrases, by keyboard, and back', async () => {
    const inside = chapter.getByRole('button', { name: /An output inside a stripe/ });
    await inside.focus();
    await page.keyboard.press('Enter');
    await expect(inside).toHaveAttribute('aria-pressed', 'true');
    await expect(map.getByRole('heading', { name: 'Output 190 at batch 128' })).toBeVisible();
    await expect(map.getByText(/The trees diverge here/)).toBeVisible();
    await expect(map.getByText(/^Batch 128: 60 outputs differ: \d/)).toBeVisible();
    await chapter.getByRole('button', { name: /one outside/ }).click();
    await expect(map.getByRole('heading', { name: 'Output 300 at batch 128' })).toBeVisible();
    await expect(map.getByText('Equal to the bit.', { exact: true })).toBeVisible();
    await chapter.getByRole('button', { name: /one outside/ }).click();
    await expect(map.getByRole('heading', { name: 'Output 190 at batch 128' })).toBeVisible();
  });
  await test.step('the orders of each call, in place of its differences', async () => {
    await chapter.getByRole('button', { name: 'the stripes are the tiles’ edges' }).press('Enter');
    await expect(finding).toHaveText('2 orders are at work at 6 batch sizes. One is shared by batches 1, 2, 4, 8 and 128; one by batches 16 and 128. Batch 128 uses several: which one depends on the output.');
    await expect(map.getByRole('application', { name: /Orders of addition, 6 batch sizes by 768 outputs/ })).toBeVisible();
    await expect(map.getByText('832 of 4,608 outputs')).toBeVisible();
    await expect(map.getByRole('radio', { name: 'ulp' })).toHaveCount(0);
    await map.getByRole('radio', { name: 'difference', exact: true }).check();
  });
  await test.step('all rows of one call: a cell by keyboard', async () => {
    await library.selectOption({ label: 'PyTorch 2.13, MKL' });
    await map.getByRole('radio', { name: 'Many calls' }).press('ArrowRight');
    await expect(finding).toContainText('11,274 of 12,288 outputs differ');
    await expect(finding).not.toContainText(/recorded|[Mm]odelled/);
    await expect(map.getByRole('radio', { name: 'One call' })).toBeFocused();
    await expect(map.getByLabel('Baseline')).toHaveCount(0);
    await map.getByRole('application', { name: /Differences from the same rows/ }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(map.getByRole('heading', { name: /^Output 0 of row \d+$/ })).toBeVisible();
    await expect(map.getByRole('button', { name: 'Clear' })).toBeVisible();
    await map.getByRole('radio', { name: 'Many calls' }).check();
    await expect(map.getByRole('heading', { name: /^Output 0 of row/ })).toHaveCount(0);
  });
  await test.step('how many results has one row in one call? The page asks, and answers from the computation', async () => {
    await chapter.getByRole('button', { name: 'One', exact: true }).click();
    await expect(chapter.getByText(/Not so: several\.\s*The same row, 128 times in one call: 3 different results\. They begin at rows 0, 6 and 120; up to \d+ of 768 outputs differ from row 0\./)).toBeVisible({ timeout: 30_000 });
  });
  await test.step('the figure shows the same, from a phrase', async () => {
    await chapter.getByRole('button', { name: 'one row repeated' }).press('Enter');
    await expect(finding).toContainText('The same row, 128 times in one call: 3 different results. They begin at rows 0, 6 and 120', { timeout: 30_000 });
    await expect(map.getByLabel('Compared with')).toHaveValue('elsewhere');
    await expect(map.getByRole('application', { name: /Differences from row 0 of the same call, 128 rows by 768 outputs/ })).toBeVisible();
  });
  await test.step('by keyboard: the orders, a cell of them, and its two sums', async () => {
    await map.getByRole('radio', { name: 'difference', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(finding).toContainText('2 orders are at work in one call of 128 rows. Which one an output takes depends on where its row stands, too: there are 3 kinds of rows');
    const orders = map.getByRole('application', { name: /Orders of addition, 128 rows by 768 outputs/ });
    const readout = map.locator('output');
    await orders.focus();
    for (let pages = 0; pages < 16; pages++) await page.keyboard.press('PageUp');
    await page.keyboard.press('Home');
    await expect(readout).toHaveText(/^row 0, output 0: order [A-Z], \*0\.\.318:2/);
    await page.keyboard.press('PageDown');
    await expect(readout).toHaveText(/^row 8, output 0: order [A-Z], \*0\.\.319/);
    await page.keyboard.press('Enter');
    await expect(map.getByRole('heading', { name: 'Output 0 of row 8' })).toBeVisible();
    await more.click();
    await expect(map.getByText(/The trees diverge here/)).toBeVisible();
    await expect(page).toHaveURL(/heatmap\.view=rows.*heatmap\.layer=orders/);
  });
  await test.step('a recording of row 0 says that the others are modelled', async () => {
    await library.selectOption({ label: 'MKL 2020.4' });
    await expect(finding).toContainText('Of batch 128, row 0 was recorded; other rows are assumed to be added up the same way.');
    await map.getByRole('radio', { name: 'difference', exact: true }).check();
    await expect(finding).toContainText('All 128 are equal to the bit. Of batch 128, row 0 was recorded', { timeout: 30_000 });
  });
});

// That the loop leaves √h·u behind there is proved in bounds-finding.test.ts and stands in the preset’s poster (posters.spec.ts).
test('error growth: a phrase leads to a million positive products and back; which order is nearer depends on the length of the sum', async ({ page }) => {
  const growth = await openPart(page, 'error-growth');
  const finding = growth.getByTestId('finding');
  await test.step('a million products, and back', async () => {
    await expect(finding).toContainText('At K = 4,096, the median error of one by one is 6.2·10⁻⁷ of Σ|x·w|, 0.16 times √h·u', { timeout: 30_000 });
    await expect(growth.getByText('At K = 4,096, one by one errs 38 times as much as pairwise')).toBeVisible();
    await page.locator('#growth').getByRole('button', { name: /a million positive/ }).press('Enter');
    await expect(growth.getByRole('textbox', { name: 'Read at K' })).toHaveValue('1048576');
    await page.locator('#growth').getByRole('button', { name: /a million positive/ }).press('Enter');
    await expect(finding).toContainText('At K = 4,096');
  });
  await test.step('an order; K by keyboard, dragged, and typed where the curves have no point yet', async () => {
    await growth.getByLabel('Order', { exact: true }).selectOption({ label: 'pairwise' });
    await expect(finding).toContainText('the median error of pairwise is');
    const reading = growth.getByRole('slider', { name: 'K, products in the sum' });
    await reading.press('ArrowLeft');
    await expect(finding).toContainText('At K = 2,048');
    await expect(reading).toHaveAttribute('aria-valuetext', /^At K = 2,048, one by one errs \d+ times as much as pairwise: one by one 2\.8·10⁻⁷, /);
    const { x, y, width, height } = (await reading.boundingBox())!;
    await page.mouse.move(x + (width * 11) / 16, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + (width * 9) / 16, y + height / 2, { steps: 3 });
    await page.mouse.up();
    await expect(finding).toContainText('At K = 512');
    await growth.getByRole('textbox', { name: 'Read at K' }).fill('3000');
    await page.keyboard.press('Enter');
    await expect(finding).toContainText('At K = 3,000, the median error of pairwise is', { timeout: 30_000 });
    await expect(page).toHaveURL(/error-growth\.at=11\.55/);
  });
  await test.step('numbers made to cancel, against their condition number', async () => {
    await expect(growth.getByRole('radio', { name: 'condition' })).toHaveCount(0);
    await page.locator('#growth').getByRole('button', { name: 'Turn it up' }).press('Enter');
    await expect(growth.getByRole('radio', { name: 'made to cancel' })).toBeChecked();
    await expect(finding).toContainText(/condition number 1\.0·10¹², .* of Σ\|x·w\| and .* times the result: no digit is right/);
    await growth.getByRole('slider', { name: /^condition number/ }).press('Home');
    await expect(finding).toContainText('condition number 1, the error of');
  });
  await test.step('what is set by keyboard keeps the focus, and what is unfolded stays so', async () => {
    const more = growth.getByText('More', { exact: true });
    await more.click();
    await growth.getByRole('radio', { name: 'condition' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(growth.getByRole('img', { name: /^Error against the number of products/ })).toBeVisible();
    await expect(growth.getByRole('radio', { name: 'K', exact: true })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(growth.getByRole('img', { name: 'Error against the condition number' })).toBeVisible();
    await expect(growth.getByRole('radio', { name: 'condition' })).toBeFocused();
    await growth.getByRole('radio', { name: 'made to cancel' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(growth.getByRole('radio', { name: 'both signs' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(growth.getByRole('radio', { name: 'made to cancel' })).toBeFocused();
    await expect(growth.getByText('The numbers as a table')).toBeVisible();
    await more.click();
    await growth.getByRole('radio', { name: 'K', exact: true }).check();
    await expect(page.locator('main math[display=block]')).toHaveCount(1);
  });
  await test.step('which order is nearer', async () => {
    const nearer = await partAt(page, 'nearer');
    await expect(nearer.getByText('At K = 64, batch 1 is nearer at 381 of 768 outputs and batch 16 at 253.')).toBeVisible();
    await expect(nearer.getByText('510', { exact: true })).toBeHidden();
    // A picture asks nothing.
    const unanswered = (await saved(page, (await shareMenu(nearer)).getByRole('button', { name: 'SVG' }))).toString();
    expect(unanswered).toContain('>510</text>');
    expect(unanswered).not.toMatch(/>\?</);
    await page.keyboard.press('Escape');
    const place = await nearer.boundingBox();
    await nearer.getByRole('button', { name: 'Batch 1', exact: true }).press('Enter');
    await expect(nearer.getByText('Not so: batch 16.')).toBeVisible();
    await expect(nearer.getByText('At K = 4,096, it is the other way round: 218 and 510.')).toBeVisible();
    await expect(nearer.getByText('510', { exact: true }).first()).toBeVisible();
    expect(await nearer.boundingBox()).toEqual(place);
    await nearer.getByText('More', { exact: true }).click();
    await expect(nearer.getByRole('row')).toHaveCount(5);
  });
});

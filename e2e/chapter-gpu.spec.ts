import { expect, test } from './console-guard';
import { openPart, partAt } from './parts';

test('one step of a tensor core: three GPUs, three results; terms are moved, typed and dragged; a larger accumulator, a smaller sum; long sums drift, beside float32 and promoted, and which way', async ({ page }) => {
  const step = await openPart(page, 'tensor-core');
  const chapter = page.locator('#on-a-gpu');
  const finding = step.getByTestId('finding');
  await test.step('the text’s numbers are the figure’s, and its phrases set it', async () => {
    await expect(finding).toContainText('A V100 gives 0; the exact sum is −0.875.');
    await expect(chapter.getByRole('paragraph').filter({ hasText: /^Take 2²³/ })).toContainText(/V100 gives 0,\s*an A100 −0\.5, an H100 −0\.75;\s*exactly, it is −0\.875/);
    const phrase = chapter.getByRole('button', { name: 'H100', exact: true });
    await phrase.press('Enter');
    await expect(finding).toContainText('An H100 gives −0.75');
    await expect(finding).toContainText('4 of their 5 bits are kept');
    await phrase.press('Enter');
    await expect(finding).toContainText('A V100 gives 0');
  });
  await test.step('every GPU’s result stands beside the others’', async () => {
    await step.getByText('More', { exact: true }).click();
    const gpus = step.getByRole('table', { name: 'The same terms on every GPU' });
    for (const [name, result] of [['V100', '0'], ['A100', '−0.5'], ['B200', '−0.75'], ['exact', '−0.875']] as const) await expect(gpus.getByRole('row', { name: new RegExp(`^${name}`) })).toContainText(result);
    await step.getByRole('radio', { name: 'A100' }).check();
    await expect(finding).toContainText('An A100 gives −0.5');
  });
  await test.step('a term is made larger by keyboard, and the others lose bits', async () => {
    const size = step.getByRole('slider', { name: 'Size of c' });
    await size.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowUp');
    await expect(size).toHaveAttribute('aria-valuenow', '25');
    await expect(step.getByRole('textbox', { name: 'c', exact: true })).toHaveValue('33554432');
    await expect(finding).toContainText('2 of their 5 bits are kept');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(finding).toContainText('An A100 gives −0.5');
  });
  await test.step('and dragged', async () => {
    const size = step.getByRole('slider', { name: 'Size of product 4' });
    await size.scrollIntoViewIfNeeded();
    const box = (await size.boundingBox())!;
    const [x, y] = [box.x + box.width * 0.8, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 120, y, { steps: 6 });
    await page.mouse.up();
    expect(Number(await size.getAttribute('aria-valuenow'))).toBeGreaterThan(-1);
  });
  await test.step('a term is typed as one number or as two factors, and what is none is said', async () => {
    const product = step.getByRole('textbox', { name: 'product 4' });
    await product.fill('8388608');
    await product.press('Enter');
    await expect(product).toHaveValue('8388608');
    await product.fill('0.5 x -3');
    await product.press('Enter');
    await expect(product).toHaveValue('0.5 × -3');
    await product.fill('one');
    await product.press('Enter');
    await expect(step.getByText('product 4 is still 0.5 × -3.')).toBeVisible();
    await expect(step.getByLabel('Terms', { exact: true })).toHaveValue('own');
    await step.getByLabel('Terms', { exact: true }).selectOption({ label: '2²³ − 2²³ − 0.5 − 0.25 − 0.125' });
    await expect(finding).toContainText('An A100 gives −0.5');
  });
  await test.step('the reader guesses, and sets the figure to the answer', async () => {
    const question = chapter.getByRole('group', { name: /what does the sum do\?/ });
    await question.getByRole('button', { name: 'It grows' }).press('Enter');
    await expect(chapter.getByRole('status').filter({ hasText: 'Not so: it shrinks.' })).toContainText('From 1.0000001 to 1.');
    await chapter.getByRole('button', { name: 'Set the figure to it' }).press('Enter');
    await expect(finding).toContainText('Raise c to 1, the next float32: the sum falls to 1.');
  });
  await test.step('and the link has it all', async () => {
    await expect(page).toHaveURL(/tensor-core\.c=0\.99999994/);
  });
  const drift = await partAt(page, 'drift');
  const drifting = drift.getByTestId('finding');
  await test.step('of long sums the reader guesses whether they are too small', async () => {
    await chapter.getByRole('group', { name: /is the error as often above as below\?/ }).getByRole('button', { name: 'As often above as below' }).press('Enter');
    await expect(chapter.getByRole('status').filter({ hasText: 'Not so: mostly below.' })).toContainText(/On an H100, 256 of 256 sums are too small/, { timeout: 60_000 });
  });
  await test.step('the numbers of the text about them are those of the figure', async () => {
    const share = /an H100 falls short by 1\.1·10⁻⁵ of Σ\|x·w\| on average, (\d\d) times/;
    await expect(drifting).toContainText(share, { timeout: 60_000 });
    const times = share.exec(await drifting.innerText())![1]!;
    await expect(chapter.getByRole('paragraph').filter({ hasText: /^Rounding to nearest goes up/ })).toContainText(new RegExp(`V100 loses \\d\\d times what the loop loses, an\\s+A100 \\d\\d, an H100 ${times}:`), { timeout: 60_000 });
    const float8 = chapter.getByRole('paragraph').filter({ hasText: /^In float8/ });
    await float8.getByRole('button', { name: 'however long the whole' }).scrollIntoViewIfNeeded();
    await expect(float8).toContainText(/keep 14 bits of a sum \(in bfloat16, 24\).* products, 0\.\d+ of the sum is lost.*What is left, [45]\.\d·10⁻⁴,/s, { timeout: 60_000 });
  });
  await test.step('a phrase sets that figure, and takes it back', async () => {
    const phrase = chapter.getByRole('button', { name: '16,384 positive products' });
    await phrase.press('Enter');
    await expect(drifting).toContainText(/^At K = 16,384, an H100 in float8 falls short by 0\.\d+/);
    await phrase.press('Enter');
    await expect(drifting).toContainText(/^At K = 4,096, an H100 falls short/);
  });
  await test.step('drift: how far each GPU falls short', async () => {
    await expect(drifting).toContainText(/^At K = 4,096, an H100 falls short by 1\.1·10⁻⁵ of Σ\|x·w\| on average, \d\d times the rms error of float32 one by one; 256 of 256 sums are too small\.$/, { timeout: 60_000 });
    await expect(drift.getByRole('img', { name: /^Size of the errors/ })).toBeVisible();
    await drift.getByText('More', { exact: true }).click();
    await expect(drift.getByRole('region', { name: 'Errors at K = 4,096' }).getByRole('row', { name: /V100/ })).toContainText(/5\.\d·10⁻⁵−5\.\d·10⁻⁵/);
  });
  await test.step('the mean with signs, by keyboard: float32 one by one has none', async () => {
    await drift.getByRole('radio', { name: 'size' }).press('ArrowRight');
    const chart = drift.getByRole('img', { name: /^Mean shortfall/ });
    await expect(chart).toBeVisible();
    await expect(chart).toContainText('float8, every 128');
    await expect(chart).not.toContainText('one by one');
  });
  await test.step('float8 and what promotion leaves, at another K', async () => {
    await drift.getByLabel('Sum read out').selectOption('H100, float8');
    await expect(drifting).toContainText(/an H100 in float8 falls short by 0\.066 of .* Promoted to float32 every 128 products, the rms error is 5\.0·10⁻⁴\.$/);
    await drift.getByRole('slider', { name: 'K, products in the sum' }).press('ArrowLeft');
    await expect(drifting).toContainText(/^At K = 2,048/);
  });
  await test.step('both signs: float32 one by one errs both ways', async () => {
    await drift.getByRole('radio', { name: 'both signs' }).check();
    await drift.getByLabel('Sum read out').selectOption('float32, one by one');
    await expect(drifting).toContainText(/^At K = 2,048, float32 one by one errs both ways;/, { timeout: 60_000 });
  });
});

test('what batch size changes: kernels that split K, beside another GPU; the text of another chapter has the same count', async ({ page }) => {
  const heading = page.getByRole('heading', { name: 'What batch size changes' });
  await page.goto('./');
  await heading.scrollIntoViewIfNeeded();
  const table = page.getByRole('table', { name: 'One layer, four kernels: modelled' });
  const counts = async (name: string): Promise<number[]> => (await table.getByRole('row', { name }).getByRole('cell').allTextContents()).slice(1).map((text) => Number(text.replace(',', '')));
  await expect(table).not.toContainText('…', { timeout: 60_000 });
  for (const name of ['H100, K in 2 parts', 'H100, K in 4 parts', 'A100, K unsplit']) {
    const [differing, rounded] = await counts(name);
    expect(differing).toBeGreaterThan(50_000);
    expect(rounded).toBeGreaterThan(0);
    expect(rounded).toBeLessThan(100);
  }
  const [onA100] = await counts('A100, K unsplit');
  const remedies = page.locator('#remedies').getByRole('paragraph').filter({ hasText: /^Another order takes/ });
  await remedies.scrollIntoViewIfNeeded();
  await expect(remedies).toContainText(`${onA100!.toLocaleString('en-US')} of 98,304 outputs`);
});

test('on a phone the step fits, and a term is moved by its row', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./embed.html?figure=tensor-core&gpu=h100-fp8');
  const step = page.getByRole('main');
  await expect(page.locator('html[data-settled]')).toBeAttached();
  await expect(step.getByTestId('finding')).toContainText('An H100 in float8 gives 0');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await step.getByRole('slider', { name: 'Size of c' }).press('PageDown');
  await step.getByText('More', { exact: true }).click();
  await expect(step.getByRole('textbox', { name: 'c', exact: true })).toHaveValue('32768');
});

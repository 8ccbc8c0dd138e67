import { expect, test } from './console-guard';
import { openPart } from './parts';

test('long sums on tensor cores: what falls short, beside float32; a mean instead of a size; float8 and promotion; both signs', async ({ page }) => {
  await page.goto('./embed.html?figure=drift');
  const finding = page.getByTestId('finding');
  await test.step('it computes, and says how far an H100 falls short', async () => {
    await expect(finding).toContainText(/^At K = 4,096, positive numbers: an H100 falls short by 1\.1·10⁻⁵ of Σ\|x·w\| on average, \d\d times the rms error of float32 one by one; 256 of 256 sums are too small\.$/, { timeout: 60_000 });
    await expect(page.getByRole('application', { name: /^Size of the errors/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Errors at K = 4,096' }).getByRole('row', { name: /V100/ })).toContainText(/5\.\d·10⁻⁵−5\.\d·10⁻⁵/);
  });
  await test.step('the mean with signs, by keyboard: float32 one by one has none', async () => {
    await page.getByRole('radio', { name: 'the size of the errors' }).press('ArrowRight');
    const chart = page.getByRole('application', { name: /^Mean shortfall/ });
    await expect(chart).toBeVisible();
    await expect(chart).toContainText('float8, every 128');
    await expect(chart).not.toContainText('one by one');
    await chart.press('End');
    await expect(page.getByText('K, products in the sum = 2¹⁴')).toBeVisible();
  });
  await test.step('float8 and what promotion leaves, at another K', async () => {
    await page.getByRole('radio', { name: 'H100, float8' }).check();
    await expect(finding).toContainText(/an H100 in float8 falls short by 0\.066 of .* Promoted to float32 every 128 products, the rms error is 5\.0·10⁻⁴\.$/);
    await page.getByRole('slider', { name: 'Read at K, power of two' }).press('ArrowLeft');
    await expect(finding).toContainText(/^At K = 2,048/);
  });
  await test.step('both signs: float32 one by one errs both ways', async () => {
    await page.getByRole('radio', { name: 'both signs' }).check();
    await page.getByRole('radio', { name: 'float32, one by one' }).check();
    await expect(finding).toContainText(/^At K = 2,048, numbers of both signs: float32 one by one errs both ways;/, { timeout: 60_000 });
  });
});

test('in the chapter: a question, numbers in the text that are the figure’s, and phrases that set it', async ({ page }) => {
  const drift = await openPart(page, 'drift');
  const chapter = page.locator('#on-a-gpu');
  const finding = drift.getByTestId('finding');
  await test.step('the reader guesses', async () => {
    await chapter.getByRole('group', { name: /is the error as often above as below\?/ }).getByRole('button', { name: 'As often above as below' }).press('Enter');
    await expect(chapter.getByRole('paragraph').filter({ hasText: 'Not so: mostly below.' })).toContainText(/On an H100, 256 of 256 sums are too small/, { timeout: 60_000 });
  });
  await test.step('the numbers of the text are those of the figure', async () => {
    const share = /an H100 falls short by 1\.1·10⁻⁵ of Σ\|x·w\| on average, (\d\d) times/;
    await expect(finding).toContainText(share, { timeout: 60_000 });
    const times = share.exec(await finding.innerText())![1]!;
    await expect(chapter.getByRole('paragraph').filter({ hasText: /^Rounding to nearest goes up/ })).toContainText(new RegExp(`V100 loses \\d\\d times what the loop loses, an\\s+A100 \\d\\d, an H100 ${times}:`), { timeout: 60_000 });
    const float8 = chapter.getByRole('paragraph').filter({ hasText: /^In float8/ });
    await float8.getByRole('button', { name: 'however long the whole' }).scrollIntoViewIfNeeded();
    await expect(float8).toContainText(/keep 14 bits of a sum \(in bfloat16, 24\).* products, 0\.\d+ of the sum is lost.*What is left, [45]\.\d·10⁻⁴,/s, { timeout: 60_000 });
  });
  await test.step('a phrase sets the figure, and takes it back', async () => {
    const phrase = chapter.getByRole('button', { name: '16,384 positive products' });
    await phrase.press('Enter');
    await expect(finding).toContainText(/^At K = 16,384, positive numbers: an H100 in float8 falls short by 0\.\d+/);
    await phrase.press('Enter');
    await expect(finding).toContainText(/^At K = 4,096, positive numbers: an H100 falls short/);
  });
});

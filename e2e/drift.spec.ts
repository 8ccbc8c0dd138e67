import { expect, test } from './console-guard';

// The page's own chapter comes with its text; the figure is the same in its embed.
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
